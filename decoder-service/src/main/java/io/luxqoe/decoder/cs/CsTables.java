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

    private CsTables() {}
}
