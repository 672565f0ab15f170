package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.TimeStamps;

/** Fields of IMS CDRs (TS 32.298 clause 5.1.3.1), whichever tag a record gives them. */
enum ImsField implements BerField {
    RECORD_TYPE("recordType", 1, 8),
    SIP_METHOD("sIP-Method", 0, 64),
    ROLE_OF_NODE("role-of-Node", 1, 8),
    CALLING_PARTIES("list-Of-Calling-Party-Address"),
    CALLED_PARTY("called-Party-Address"),
    PRIVATE_USER_ID("privateUserID", 0, Lengths.TEXT),
    REQUEST_TIME("serviceRequestTimeStamp", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DELIVERY_START_TIME("serviceDeliveryStartTimeStamp", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DELIVERY_END_TIME("serviceDeliveryEndTimeStamp", TimeStamps.LENGTH, TimeStamps.LENGTH),
    OPENING_TIME("recordOpeningTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    CLOSURE_TIME("recordClosureTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    LOCAL_SEQUENCE_NUMBER("localRecordSequenceNumber", 1, 8),
    SEQUENCE_NUMBER("recordSequenceNumber", 1, 8),
    CAUSE_FOR_CLOSING("causeForRecordClosing", 1, 8),
    CHARGING_IDENTIFIER("iMS-Charging-Identifier", 0, 256),
    RETURN_CODE("serviceReasonReturnCode", 0, Lengths.TEXT),
    ACCESS_NETWORK("accessNetworkInformation", 0, Lengths.HEADER),
    SUBSCRIPTION_IDS("list-of-subscription-ID"),
    REQUEST_FRACTION("serviceRequestTimeStampFraction", 1, 8),
    DELIVERY_START_FRACTION("serviceDeliveryStartTimeStampFraction", 1, 8),
    DELIVERY_END_FRACTION("serviceDeliveryEndTimeStampFraction", 1, 8),
    REQUESTED_PARTY("requested-Party-Address"),
    CALLED_ASSERTED("list-Of-Called-Asserted-Identity"),
    USER_LOCATION("userLocationInformation", 0, 64),
    EMERGENCY_INDICATOR("iMSEmergencyIndicator", 0, 8),
    REASON_HEADERS("listOfReasonHeader"),
    ADDITIONAL_ACCESS_NETWORK("additionalAccessNetworkInformation", 0, Lengths.HEADER),
    INSTANCE_ID("instanceId", 0, Lengths.TEXT),
    EQUIPMENT_NUMBER("subscriberEquipmentNumber"),
    TRUNK_GROUP("trunkGroupID"),
    ISUP_CAUSE("iSUPCause");

    private static final class Lengths {
        static final int TEXT = 1024;
        static final int HEADER = 4096;
    }

    private final FieldType type;

    ImsField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    ImsField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
