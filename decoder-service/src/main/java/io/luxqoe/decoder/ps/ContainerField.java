package io.luxqoe.decoder.ps;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.TimeStamps;

/** Fields of the elements of a record's lists: containers of volume and reports of a secondary radio access. */
enum ContainerField implements BerField {
    RATING_GROUP("ratingGroup", 1, 8),
    SERVICE_IDENTIFIER("serviceIdentifier", 1, 8),
    LOCAL_SEQUENCE_NUMBER("localSequenceNumber", 1, 8),
    TIME_OF_FIRST_USAGE("timeOfFirstUsage", TimeStamps.LENGTH, TimeStamps.LENGTH),
    TIME_OF_LAST_USAGE("timeOfLastUsage", TimeStamps.LENGTH, TimeStamps.LENGTH),
    TIME_USAGE("timeUsage", 1, 8),
    CHANGE_CONDITION("changeCondition", 1, 8),
    SERVICE_CONDITION_CHANGE("serviceConditionChange", 1, 9),
    EPC_QOS_INFORMATION("ePCQoSInformation"),
    UPLINK("dataVolumeUplink", 1, 8),
    DOWNLINK("dataVolumeDownlink", 1, 8),
    CHANGE_TIME("changeTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    TIME_OF_REPORT("timeOfReport", TimeStamps.LENGTH, TimeStamps.LENGTH),
    USER_LOCATION_INFORMATION("userLocationInformation", 0, 64),
    RAT_TYPE("rATType", 1, 8);

    private final FieldType type;

    ContainerField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    ContainerField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
