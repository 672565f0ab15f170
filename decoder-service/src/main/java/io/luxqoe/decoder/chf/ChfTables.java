package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.TagTable;

/**
 * Tags of the CHF record (TS 32.298 clause 5.2.5.2, the ASN.1 of the CHF). What holds identities in a form that is not
 * read is withheld: it is never kept.
 */
final class ChfTables {
    static final TagTable<ChfField> RECORD = TagTable.<ChfField>of("chargingFunctionRecord")
            .with(0, ChfField.RECORD_TYPE)
            .with(1, ChfField.RECORDING_NETWORK_FUNCTION_ID)
            .with(2, ChfField.SUBSCRIBER_IDENTIFIER)
            .with(3, ChfField.CONSUMER_INFORMATION)
            .with(5, ChfField.LIST_OF_MULTIPLE_UNIT_USAGE)
            .with(6, ChfField.RECORD_OPENING_TIME)
            .with(7, ChfField.DURATION)
            .with(8, ChfField.RECORD_SEQUENCE_NUMBER)
            .with(9, ChfField.CAUSE_FOR_REC_CLOSING)
            .with(10, ChfField.DIAGNOSTICS)
            .with(11, ChfField.LOCAL_RECORD_SEQUENCE_NUMBER)
            .with(13, ChfField.PDU_SESSION_INFORMATION)
            .with(14, ChfField.ROAMING_QBC_INFORMATION)
            .with(15, ChfField.OTHER_SERVICE) // sMSChargingInformation
            .with(16, ChfField.CHARGING_SESSION_IDENTIFIER)
            .withholding(17)
            .with(18, ChfField.OTHER_SERVICE) // exposureFunctionAPIInformation
            .with(19, ChfField.OTHER_SERVICE) // registrationChargingInformation
            .with(20, ChfField.OTHER_SERVICE) // n2ConnectionChargingInformation
            .with(21, ChfField.OTHER_SERVICE) // locationReportingChargingInformation
            .with(25, ChfField.OTHER_SERVICE) // nSMChargingInformation
            .with(26, ChfField.OTHER_SERVICE) // nSPAChargingInformation
            .with(27, ChfField.CHARGING_ID)
            .with(28, ChfField.OTHER_SERVICE) // iMSChargingInformation
            .with(29, ChfField.OTHER_SERVICE) // mMTelChargingInformation
            .with(34, ChfField.OTHER_SERVICE); // proseChargingInformation

    static final TagTable<SessionField> SESSION = TagTable.<SessionField>of("pDUSessionChargingInformation")
            .with(0, SessionField.CHARGING_ID)
            .with(1, SessionField.USER_IDENTIFIER)
            .with(2, SessionField.USER_EQUIPMENT_INFO)
            .with(3, SessionField.USER_LOCATION_INFORMATION)
            .with(6, SessionField.PDU_SESSION_ID)
            .with(7, SessionField.NETWORK_SLICE)
            .with(8, SessionField.PDU_TYPE)
            .with(12, SessionField.RAT_TYPE)
            .with(13, SessionField.DATA_NETWORK_NAME)
            .with(17, SessionField.START_TIME)
            .with(18, SessionField.STOP_TIME)
            .with(19, SessionField.DIAGNOSTICS)
            .with(23, SessionField.SECONDARY_RAT_USAGE_REPORT)
            .with(27, SessionField.SERVING_CN_PLMN_ID)
            .with(35, SessionField.USER_LOCATION_INFORMATION_ASN1);

    static final TagTable<UnitField> USED_UNIT = TagTable.<UnitField>of("usedUnitContainers")
            .with(0, UnitField.SERVICE_IDENTIFIER)
            .with(1, UnitField.TIME)
            .with(2, UnitField.TRIGGERS)
            .with(3, UnitField.TRIGGER_TIME_STAMP)
            .with(4, UnitField.DATA_TOTAL_VOLUME)
            .with(5, UnitField.DATA_VOLUME_UPLINK)
            .with(6, UnitField.DATA_VOLUME_DOWNLINK)
            .with(8, UnitField.EVENT_TIME_STAMP)
            .with(9, UnitField.LOCAL_SEQUENCE_NUMBER)
            .with(11, UnitField.PDU_CONTAINER_INFORMATION);

    static final TagTable<UnitField> PDU_CONTAINER = TagTable.<UnitField>of("pDUContainerInformation")
            .with(2, UnitField.TIME_OF_FIRST_USAGE)
            .with(3, UnitField.TIME_OF_LAST_USAGE)
            .with(4, UnitField.QOS_INFORMATION)
            .with(5, UnitField.USER_LOCATION_INFORMATION)
            .with(7, UnitField.RAT_TYPE)
            .with(18, UnitField.USER_LOCATION_INFORMATION_ASN1);

    static final TagTable<UnitField> QOS_FLOW = TagTable.<UnitField>of("multipleQFIcontainer")
            .with(1, UnitField.TRIGGERS)
            .with(2, UnitField.TRIGGER_TIME_STAMP)
            .with(3, UnitField.DATA_TOTAL_VOLUME)
            .with(4, UnitField.DATA_VOLUME_UPLINK)
            .with(5, UnitField.DATA_VOLUME_DOWNLINK)
            .with(6, UnitField.LOCAL_SEQUENCE_NUMBER)
            .with(8, UnitField.TIME_OF_FIRST_USAGE)
            .with(9, UnitField.TIME_OF_LAST_USAGE)
            .with(10, UnitField.QOS_INFORMATION)
            .with(11, UnitField.USER_LOCATION_INFORMATION)
            .with(14, UnitField.RAT_TYPE)
            .with(15, UnitField.REPORT_TIME)
            .with(22, UnitField.TIME)
            .with(23, UnitField.USER_LOCATION_INFORMATION_ASN1);

    /** QosFlowsUsageReport. */
    static final TagTable<UnitField> QOS_FLOW_USAGE = TagTable.<UnitField>of("qosFlowsUsageReports")
            .with(3, UnitField.DATA_VOLUME_DOWNLINK)
            .with(4, UnitField.DATA_VOLUME_UPLINK);

    private ChfTables() {}
}
