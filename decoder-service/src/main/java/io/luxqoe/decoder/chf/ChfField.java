package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.TimeStamps;

/** Fields of a ChargingRecord and of the sets within it, whichever tag they have there. */
enum ChfField implements BerField {
    RECORD_TYPE("recordType", 1, 8),
    RECORDING_NETWORK_FUNCTION_ID("recordingNetworkFunctionID", 0, 100),
    SUBSCRIBER_IDENTIFIER("subscriberIdentifier"),
    CONSUMER_INFORMATION("nFunctionConsumerInformation"),
    LIST_OF_MULTIPLE_UNIT_USAGE("listOfMultipleUnitUsage"),
    RECORD_OPENING_TIME("recordOpeningTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DURATION("duration", 1, 8),
    RECORD_SEQUENCE_NUMBER("recordSequenceNumber", 1, 8),
    CAUSE_FOR_REC_CLOSING("causeForRecClosing", 1, 8),
    DIAGNOSTICS("diagnostics"),
    LOCAL_RECORD_SEQUENCE_NUMBER("localRecordSequenceNumber", 1, 8),
    PDU_SESSION_INFORMATION("pDUSessionChargingInformation"),
    ROAMING_QBC_INFORMATION("roamingQBCInformation"),
    CHARGING_SESSION_IDENTIFIER("chargingSessionIdentifier", 0, 512),
    CHARGING_ID("chargingID", 1, 8),
    OTHER_SERVICE("charging information of another service");

    private final FieldType type;

    ChfField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    ChfField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
