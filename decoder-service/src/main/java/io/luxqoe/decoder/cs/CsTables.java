package io.luxqoe.decoder.cs;

import static io.luxqoe.decoder.cs.CsField.*;

import io.luxqoe.decoder.ber.TagTable;

/** Tags of the circuit-switched records (TS 32.298 clause 5.2.2.2, the ASN.1 of the CS domain). */
final class CsTables {
    static final TagTable<CsField> MO_CALL = TagTable.<CsField>of("moCallRecord")
            .with(0, RECORD_TYPE)
            .with(1, SERVED_IMSI)
            .with(2, SERVED_IMEI)
            .with(3, SERVED_MSISDN)
            .with(4, CALLING_NUMBER)
            .with(5, CALLED_NUMBER)
            .with(6, TRANSLATED_NUMBER)
            .with(7, CONNECTED_NUMBER)
            .with(9, RECORDING_ENTITY)
            .with(10, INCOMING_TKGP)
            .with(11, OUTGOING_TKGP)
            .with(12, LOCATION)
            .with(14, BASIC_SERVICE)
            .with(22, SEIZURE_TIME)
            .with(23, ANSWER_TIME)
            .with(24, RELEASE_TIME)
            .with(25, CALL_DURATION)
            .with(30, CAUSE_FOR_TERM)
            .with(31, DIAGNOSTICS)
            .with(32, CALL_REFERENCE)
            .with(33, SEQUENCE_NUMBER)
            .with(38, NETWORK_CALL_REFERENCE)
            .with(39, MSC_ADDRESS)
            .with(61, SYSTEM_TYPE)
            .with(69, PARTIAL_RECORD_TYPE);

    static final TagTable<CsField> MT_CALL = TagTable.<CsField>of("mtCallRecord")
            .with(0, RECORD_TYPE)
            .with(1, SERVED_IMSI)
            .with(2, SERVED_IMEI)
            .with(3, SERVED_MSISDN)
            .with(4, CALLING_NUMBER)
            .with(5, CONNECTED_NUMBER)
            .with(6, RECORDING_ENTITY)
            .with(7, INCOMING_TKGP)
            .with(8, OUTGOING_TKGP)
            .with(9, LOCATION)
            .with(11, BASIC_SERVICE)
            .with(19, SEIZURE_TIME)
            .with(20, ANSWER_TIME)
            .with(21, RELEASE_TIME)
            .with(22, CALL_DURATION)
            .with(27, CAUSE_FOR_TERM)
            .with(28, DIAGNOSTICS)
            .with(29, CALL_REFERENCE)
            .with(30, SEQUENCE_NUMBER)
            .with(33, NETWORK_CALL_REFERENCE)
            .with(34, MSC_ADDRESS)
            .with(46, SYSTEM_TYPE)
            .with(54, PARTIAL_RECORD_TYPE);

    static final TagTable<CsField> MO_SMS = TagTable.<CsField>of("moSMSRecord")
            .with(0, RECORD_TYPE)
            .with(1, SERVED_IMSI)
            .with(2, SERVED_IMEI)
            .with(3, SERVED_MSISDN)
            .with(5, SERVICE_CENTRE)
            .with(6, RECORDING_ENTITY)
            .with(7, LOCATION)
            .with(8, MESSAGE_REFERENCE)
            .with(9, ORIGINATION_TIME)
            .with(10, SMS_RESULT)
            .with(12, DESTINATION_NUMBER)
            .with(14, SYSTEM_TYPE);

    static final TagTable<CsField> MT_SMS = TagTable.<CsField>of("mtSMSRecord")
            .with(0, RECORD_TYPE)
            .with(1, SERVICE_CENTRE)
            .with(2, SERVED_IMSI)
            .with(3, SERVED_IMEI)
            .with(4, SERVED_MSISDN)
            .with(6, RECORDING_ENTITY)
            .with(7, LOCATION)
            .with(8, DELIVERY_TIME)
            .with(9, SMS_RESULT)
            .with(11, SYSTEM_TYPE);

    /** incGatewayRecord and outGatewayRecord have the same fields. */
    static final TagTable<CsField> GATEWAY = TagTable.<CsField>of("gatewayRecord")
            .with(0, RECORD_TYPE)
            .with(1, CALLING_NUMBER)
            .with(2, CALLED_NUMBER)
            .with(3, RECORDING_ENTITY)
            .with(4, INCOMING_TKGP)
            .with(5, OUTGOING_TKGP)
            .with(6, SEIZURE_TIME)
            .with(7, ANSWER_TIME)
            .with(8, RELEASE_TIME)
            .with(9, CALL_DURATION)
            .with(11, CAUSE_FOR_TERM)
            .with(12, DIAGNOSTICS)
            .with(13, CALL_REFERENCE)
            .with(14, SEQUENCE_NUMBER);

    static final TagTable<CsField> TRANSIT = TagTable.<CsField>of("transitRecord")
            .with(0, RECORD_TYPE)
            .with(1, RECORDING_ENTITY)
            .with(2, INCOMING_TKGP)
            .with(3, OUTGOING_TKGP)
            .with(4, CALLING_NUMBER)
            .with(5, CALLED_NUMBER)
            .with(7, SEIZURE_TIME)
            .with(8, ANSWER_TIME)
            .with(9, RELEASE_TIME)
            .with(10, CALL_DURATION)
            .with(12, CAUSE_FOR_TERM)
            .with(13, DIAGNOSTICS)
            .with(14, CALL_REFERENCE)
            .with(15, SEQUENCE_NUMBER);

    /**
     * The dialect of Huawei's MSC: elements of its own behind those of the standard, whose tags mean the same. Of the
     * tags from 201 on, some mean another thing in each record.
     */
    static final TagTable<CsField> HUAWEI_MO_CALL = MO_CALL.with(201, SETUP_TIME)
            .with(202, ALERTING_TIME)
            .with(188, GLOBAL_AREA_ID)
            .with(218, DISCONNECT_PARTY)
            .with(236, PARTY_REL_CAUSE)
            .with(258, INTERMEDIATE_CHARGING_IND);

    static final TagTable<CsField> HUAWEI_MT_CALL = MT_CALL.with(203, SETUP_TIME)
            .with(204, ALERTING_TIME)
            .with(188, GLOBAL_AREA_ID)
            .with(218, DISCONNECT_PARTY)
            .with(236, PARTY_REL_CAUSE)
            .with(258, INTERMEDIATE_CHARGING_IND);

    private CsTables() {}
}
