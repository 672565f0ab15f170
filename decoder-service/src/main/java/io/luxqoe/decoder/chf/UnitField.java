package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.TimeStamps;

/**
 * Fields of a UsedUnitContainer with its PDUContainerInformation, and of a MultipleQFIContainer, whichever tag they have.
 */
enum UnitField implements BerField {
    SERVICE_IDENTIFIER("serviceIdentifier", 1, 8),
    TIME("time", 1, 8),
    TRIGGERS("triggers"),
    TRIGGER_TIME_STAMP("triggerTimeStamp", TimeStamps.LENGTH, TimeStamps.LENGTH),
    REPORT_TIME("reportTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    EVENT_TIME_STAMP("eventTimeStamp", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DATA_TOTAL_VOLUME("dataTotalVolume", 1, 8),
    DATA_VOLUME_UPLINK("dataVolumeUplink", 1, 8),
    DATA_VOLUME_DOWNLINK("dataVolumeDownlink", 1, 8),
    LOCAL_SEQUENCE_NUMBER("localSequenceNumber", 1, 8),
    PDU_CONTAINER_INFORMATION("pDUContainerInformation"),
    TIME_OF_FIRST_USAGE("timeOfFirstUsage", TimeStamps.LENGTH, TimeStamps.LENGTH),
    TIME_OF_LAST_USAGE("timeOfLastUsage", TimeStamps.LENGTH, TimeStamps.LENGTH),
    QOS_INFORMATION("qoSInformation"),
    USER_LOCATION_INFORMATION("userLocationInformation", 0, 4096),
    USER_LOCATION_INFORMATION_ASN1("userLocationInformationASN1"),
    RAT_TYPE("rATType", 1, 8);

    private final FieldType type;

    UnitField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    UnitField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
