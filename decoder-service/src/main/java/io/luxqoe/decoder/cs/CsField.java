package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.TimeStamps;

/**
 * Fields of circuit-switched CDRs (TS 32.298 clause 5.1.2.1), whichever tag a record gives them, and last those that a
 * vendor adds. A vendor changes its tags from version to version, so those may be of any form: what does not fit is passed
 * over.
 */
enum CsField implements BerField {
    RECORD_TYPE("recordType", 1, 8),
    SERVED_IMSI("servedIMSI", 0, 8),
    SERVED_IMEI("servedIMEI", 0, 8),
    SERVED_MSISDN("servedMSISDN", 0, 20),
    CALLING_NUMBER("callingNumber", 0, 20),
    CALLED_NUMBER("calledNumber", 0, 20),
    TRANSLATED_NUMBER("translatedNumber", 0, 20),
    CONNECTED_NUMBER("connectedNumber", 0, 20),
    RECORDING_ENTITY("recordingEntity", 0, 20),
    INCOMING_TKGP("mscIncomingTKGP"),
    OUTGOING_TKGP("mscOutgoingTKGP"),
    LOCATION("location"),
    BASIC_SERVICE("basicService"),
    SEIZURE_TIME("seizureTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    ANSWER_TIME("answerTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    RELEASE_TIME("releaseTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    CALL_DURATION("callDuration", 1, 8),
    CAUSE_FOR_TERM("causeForTerm", 1, 8),
    DIAGNOSTICS("diagnostics"),
    CALL_REFERENCE("callReference", 0, 64),
    SEQUENCE_NUMBER("sequenceNumber", 1, 8),
    NETWORK_CALL_REFERENCE("networkCallReference", 0, 64),
    MSC_ADDRESS("mSCAddress", 0, 20),
    SYSTEM_TYPE("systemType", 1, 8),
    PARTIAL_RECORD_TYPE("partialRecordType", 1, 8),
    SERVICE_CENTRE("serviceCentre", 0, 20),
    MESSAGE_REFERENCE("messageReference", 0, 64),
    ORIGINATION_TIME("originationTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DELIVERY_TIME("deliveryTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    SMS_RESULT("smsResult"),
    DESTINATION_NUMBER("destinationNumber", 0, 20),
    SETUP_TIME(FieldType.either("setupTime")),
    ALERTING_TIME(FieldType.either("alertingTime")),
    GLOBAL_AREA_ID(FieldType.either("globalAreaID")),
    DISCONNECT_PARTY(FieldType.either("disconnectparty")),
    PARTY_REL_CAUSE(FieldType.either("partyRelCause")),
    INTERMEDIATE_CHARGING_IND(FieldType.either("intermediateChargingInd"));

    private final FieldType type;

    CsField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    CsField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    CsField(FieldType type) {
        this.type = type;
    }

    @Override
    public FieldType type() {
        return type;
    }
}
