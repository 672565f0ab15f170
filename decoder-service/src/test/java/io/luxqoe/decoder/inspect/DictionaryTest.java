package io.luxqoe.decoder.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.inspect.ElementType.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryTest {
    private final Dictionary dictionary = Dictionary.get();

    @ParameterizedTest
    @CsvSource({
        "0,0,moCallRecord",
        "1,1,mtCallRecord",
        "20,18,sgsnPDPRecord",
        "20,87,mSCsRVCCRecord",
        "63,63,sCSCFRecord",
        "79,85,pGWRecord",
        "200,200,chargingFunctionRecord"
    })
    void anOuterTagTellsTheRecordAndTheRecordTypeWhereTwoShareIt(int tag, int recordType, String name) {
        assertThat(dictionary.record(tag, recordType)).extracting(Element::name).isEqualTo(name);
    }

    @Test
    void elementsOfBasesAreElementsToo() {
        assertThat(dictionary.type("PGWRecord").element(3))
                .extracting(Element::name)
                .isEqualTo("servedIMSI");
        assertThat(dictionary.type("MTCallRecord").element(203))
                .isEqualTo(new Element("setupTime", dictionary.type("TimeStamp"), false, true));
        assertThat(dictionary.type("MOCallRecord").element(201))
                .extracting(Element::name)
                .isEqualTo("setupTime");
    }

    @Test
    void identitiesAreMarked() {
        for (String name : new String[] {
            "IMSI",
            "IMEI",
            "MSISDN",
            "BCDDirectoryNumber",
            "SmsTpDestinationNumber",
            "PDPAddress",
            "InvolvedParty",
            "SubscriptionID",
            "SubscriberEquipmentNumber",
            "PDUAddress",
            "ServedPartyIPAddress"
        }) {
            assertThat(dictionary.type(name).isSecret()).as(name).isTrue();
        }
    }
}
