package io.luxqoe.decoder.ps;

import static io.luxqoe.decoder.ps.PsField.*;

import io.luxqoe.decoder.ber.TagTable;

/**
 * Tags of the packet-switched records (TS 32.298 clause 5.2.2.2, the ASN.1 of the PS domain). The elements that hold the
 * subscriber's address or identity in a form that is not read are withheld: they are never kept.
 */
final class PsTables {
    /** What the records of the gateways have in common. */
    private static final TagTable<PsField> GATEWAY = TagTable.<PsField>of("gateway record")
            .with(0, RECORD_TYPE)
            .with(3, SERVED_IMSI)
            .with(5, CHARGING_ID)
            .with(7, ACCESS_POINT_NAME_NI)
            .with(8, PDP_PDN_TYPE)
            .withholding(9)
            .with(12, LIST_OF_TRAFFIC_VOLUMES)
            .with(13, RECORD_OPENING_TIME)
            .with(14, DURATION)
            .with(15, CAUSE_FOR_REC_CLOSING)
            .with(16, DIAGNOSTICS)
            .with(17, RECORD_SEQUENCE_NUMBER)
            .with(18, NODE_ID)
            .with(20, LOCAL_SEQUENCE_NUMBER)
            .with(22, SERVED_MSISDN)
            .with(27, SERVING_NODE_PLMN_IDENTIFIER)
            .with(29, SERVED_IMEI)
            .with(30, RAT_TYPE)
            .with(32, USER_LOCATION_INFORMATION);

    static final TagTable<PsField> GGSN = GATEWAY.named("ggsnPDPRecord").with(4, GGSN_ADDRESS);

    private static final TagTable<PsField> EPC = GATEWAY.with(38, START_TIME).with(39, STOP_TIME);

    static final TagTable<PsField> SGW = EPC.named("sGWRecord")
            .with(4, S_GW_ADDRESS)
            .withholding(43)
            .with(48, S_GW_IPV6_ADDRESS)
            .with(64, SECONDARY_RAT_USAGE_REPORTS);

    static final TagTable<PsField> PGW = EPC.named("pGWRecord")
            .with(4, P_GW_ADDRESS)
            .with(34, LIST_OF_SERVICE_DATA)
            .withholding(36)
            .withholding(40)
            .withholding(45)
            .with(50, P_GW_IPV6_ADDRESS_USED)
            .with(73, SECONDARY_RAT_USAGE_REPORTS);

    static final TagTable<PsField> SGSN = TagTable.<PsField>of("sgsnPDPRecord")
            .with(0, RECORD_TYPE)
            .with(3, SERVED_IMSI)
            .with(4, SERVED_IMEI)
            .with(8, LOCATION_AREA_CODE)
            .with(9, CELL_IDENTIFIER)
            .with(10, CHARGING_ID)
            .with(11, GGSN_ADDRESS_USED)
            .with(12, ACCESS_POINT_NAME_NI)
            .with(13, PDP_PDN_TYPE)
            .withholding(14)
            .with(15, LIST_OF_TRAFFIC_VOLUMES)
            .with(16, RECORD_OPENING_TIME)
            .with(17, DURATION)
            .with(19, CAUSE_FOR_REC_CLOSING)
            .with(20, DIAGNOSTICS)
            .with(21, RECORD_SEQUENCE_NUMBER)
            .with(22, NODE_ID)
            .with(24, LOCAL_SEQUENCE_NUMBER)
            .with(27, SERVED_MSISDN)
            .with(29, RAT_TYPE)
            .withholding(36)
            .with(38, SERVING_NODE_PLMN_IDENTIFIER);

    /** ChangeOfCharCondition. */
    static final TagTable<ContainerField> TRAFFIC_VOLUME = TagTable.<ContainerField>of("ChangeOfCharCondition")
            .with(3, ContainerField.UPLINK)
            .with(4, ContainerField.DOWNLINK)
            .with(5, ContainerField.CHANGE_CONDITION)
            .with(6, ContainerField.CHANGE_TIME)
            .with(8, ContainerField.USER_LOCATION_INFORMATION)
            .with(9, ContainerField.EPC_QOS_INFORMATION)
            .with(15, ContainerField.RAT_TYPE);

    /** ChangeOfServiceCondition. */
    static final TagTable<ContainerField> SERVICE_DATA = TagTable.<ContainerField>of("ChangeOfServiceCondition")
            .with(1, ContainerField.RATING_GROUP)
            .with(4, ContainerField.LOCAL_SEQUENCE_NUMBER)
            .with(5, ContainerField.TIME_OF_FIRST_USAGE)
            .with(6, ContainerField.TIME_OF_LAST_USAGE)
            .with(7, ContainerField.TIME_USAGE)
            .with(8, ContainerField.SERVICE_CONDITION_CHANGE)
            .with(9, ContainerField.EPC_QOS_INFORMATION)
            .with(12, ContainerField.UPLINK)
            .with(13, ContainerField.DOWNLINK)
            .with(14, ContainerField.TIME_OF_REPORT)
            .with(17, ContainerField.SERVICE_IDENTIFIER)
            .with(20, ContainerField.USER_LOCATION_INFORMATION)
            .with(30, ContainerField.RAT_TYPE);

    /** RANSecondaryRATUsageReport. */
    static final TagTable<ContainerField> SECONDARY_RAT_USAGE = TagTable.<ContainerField>of(
                    "RANSecondaryRATUsageReport")
            .with(1, ContainerField.UPLINK)
            .with(2, ContainerField.DOWNLINK);

    private PsTables() {}
}
