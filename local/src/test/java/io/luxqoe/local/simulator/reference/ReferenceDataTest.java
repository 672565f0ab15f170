package io.luxqoe.local.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:00Z");
    private static final PseudonymKey KEY =
            PseudonymKey.parse("k1:" + Base64.getEncoder().encodeToString(new byte[32]));

    private final List<ReferenceRecord> records =
            new ReferenceData(NetworkModel.of(1)).records(KEY, BEGIN).toList();

    @Test
    void everyReferenceTopicGetsItsRecords() {
        Map<LuxTopic, Long> counts =
                records.stream().collect(Collectors.groupingBy(ReferenceRecord::topic, Collectors.counting()));
        assertThat(counts)
                .containsOnlyKeys(
                        LuxTopic.REFERENCE_SOURCE,
                        LuxTopic.REFERENCE_CELL,
                        LuxTopic.REFERENCE_EQUIPMENT,
                        LuxTopic.REFERENCE_DEVICE_TYPE,
                        LuxTopic.REFERENCE_CAUSE,
                        LuxTopic.REFERENCE_DIALLED_NUMBER,
                        LuxTopic.REFERENCE_OPERATOR,
                        LuxTopic.REFERENCE_PLANNED_WORK,
                        LuxTopic.REFERENCE_SUBSCRIBER,
                        LuxTopic.ALARM_RULE)
                .containsEntry(LuxTopic.REFERENCE_SOURCE, 13L)
                .containsEntry(LuxTopic.REFERENCE_SUBSCRIBER, 4_950L)
                .containsEntry(LuxTopic.ALARM_RULE, 4L);
    }

    @Test
    void keysAreDistinctOnEachTopic() {
        assertThat(records)
                .extracting(record -> record.topic() + "/" + record.key())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRecordFitsItsSchema() {
        assertThat(records)
                .allSatisfy(record -> assertThat(encoded(record.value())).isNotEmpty());
    }

    private static byte[] encoded(SpecificRecord value) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(octets, null);
        new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(value.getClass())).write(value, encoder);
        return octets.toByteArray();
    }

    @Test
    void aPseudonymIsTheKeyedHashOfKindAndDigits() {
        // HMAC-SHA-256 with 32 zero octets over "imsi:208200001000000", first 16 octets, computed elsewhere.
        assertThat(KEY.ofImsi("208200001000000")).isEqualTo("a1flQY1441DkfH4Q3-cXNQ");
        assertThat(KEY.keyId()).isEqualTo("k1");
        assertThat(KEY).hasToString("PseudonymKey[k1]");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> PseudonymKey.parse("k1:AAAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 octets");
        assertThatThrownBy(() -> PseudonymKey.parse("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void causeClassesAreThoseOfTheFormats() {
        Map<Integer, CauseClass> classes = records.stream()
                .map(ReferenceRecord::value)
                .filter(CauseReference.class::isInstance)
                .map(CauseReference.class::cast)
                .filter(cause -> cause.getScheme() == CauseScheme.Q850)
                .collect(Collectors.toMap(CauseReference::getCode, CauseReference::getCauseClass));
        // The 67 codes that FORMATS section 4 lists.
        assertThat(classes).hasSize(67).containsKeys(1, 22, 30, 47, 63, 79, 95, 111, 127);
        classes.forEach((code, causeClass) -> assertThat(causeClass == CauseClass.NETWORK)
                .as("class of cause %d", code)
                .isEqualTo(List.of(2, 3, 5, 25, 127).contains(code)
                        || (code >= 34 && code <= 47)
                        || (code >= 96 && code <= 111)));
    }
}
