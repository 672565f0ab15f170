package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
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

    private final String fieldName;
    private final Form form;
    private final int minLength;
    private final int maxLength;

    ChfField(String fieldName, int minLength, int maxLength) {
        this.fieldName = fieldName;
        this.form = Form.PRIMITIVE;
        this.minLength = minLength;
        this.maxLength = maxLength;
    }

    ChfField(String fieldName) {
        this.fieldName = fieldName;
        this.form = Form.CONSTRUCTED;
        this.minLength = 0;
        this.maxLength = Integer.MAX_VALUE;
    }

    @Override
    public String fieldName() {
        return fieldName;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public int minLength() {
        return minLength;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }
}
