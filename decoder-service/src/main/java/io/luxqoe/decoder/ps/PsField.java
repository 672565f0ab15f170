package io.luxqoe.decoder.ps;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.cdr.TimeStamps;

/** Fields of packet-switched CDRs (TS 32.298 clause 5.1.2.2), whichever tag a record gives them. */
enum PsField implements BerField {
    RECORD_TYPE("recordType", 1, 8),
    SERVED_IMSI("servedIMSI", 0, 8),
    SERVED_IMEI("servedIMEI", 0, 8),
    SERVED_MSISDN("servedMSISDN", 0, 20),
    P_GW_ADDRESS("p-GWAddress"),
    S_GW_ADDRESS("s-GWAddress"),
    S_GW_IPV6_ADDRESS("s-GWiPv6Address"),
    P_GW_IPV6_ADDRESS_USED("p-GWiPv6AddressUsed"),
    GGSN_ADDRESS("ggsnAddress"),
    GGSN_ADDRESS_USED("ggsnAddressUsed"),
    CHARGING_ID("chargingID", 1, 8),
    ACCESS_POINT_NAME_NI("accessPointNameNI", 0, 100),
    PDP_PDN_TYPE("pdpPDNType", 0, 8),
    LIST_OF_TRAFFIC_VOLUMES("listOfTrafficVolumes"),
    LIST_OF_SERVICE_DATA("listOfServiceData"),
    RECORD_OPENING_TIME("recordOpeningTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    START_TIME("startTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    STOP_TIME("stopTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DURATION("duration", 1, 8),
    CAUSE_FOR_REC_CLOSING("causeForRecClosing", 1, 8),
    DIAGNOSTICS("diagnostics"),
    RECORD_SEQUENCE_NUMBER("recordSequenceNumber", 1, 8),
    NODE_ID("nodeID", 0, 64),
    LOCAL_SEQUENCE_NUMBER("localSequenceNumber", 1, 8),
    SERVING_NODE_PLMN_IDENTIFIER("servingNodePLMNIdentifier", Plmns.LENGTH, Plmns.LENGTH),
    RAT_TYPE("rATType", 1, 8),
    USER_LOCATION_INFORMATION("userLocationInformation", 0, 64),
    LOCATION_AREA_CODE("locationAreaCode", 2, 2),
    CELL_IDENTIFIER("cellIdentifier", 2, 2),
    SECONDARY_RAT_USAGE_REPORTS("listOfRANSecondaryRATUsageReports");

    private final FieldType type;

    PsField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    PsField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
