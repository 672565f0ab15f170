package io.luxqoe.decoder.ims;

import static io.luxqoe.decoder.ims.ImsField.*;

import io.luxqoe.decoder.ber.TagTable;

/**
 * Tags of the IMS records (TS 32.298 clause 5.2.3, the ASN.1 of IMS). The first forty mean the same in all of them; a record
 * that lacks one does not use its tag for another.
 */
final class ImsTables {
    static final TagTable<ImsField> S_CSCF = common("sCSCFRecord")
            .with(41, REQUESTED_PARTY)
            .with(42, CALLED_ASSERTED)
            .with(57, INSTANCE_ID)
            .with(58, EQUIPMENT_NUMBER);

    static final TagTable<ImsField> P_CSCF = common("pCSCFRecord")
            .with(41, REQUESTED_PARTY)
            .with(42, CALLED_ASSERTED)
            .with(57, INSTANCE_ID)
            .with(58, EQUIPMENT_NUMBER);

    static final TagTable<ImsField> I_CSCF = common("iCSCFRecord");

    static final TagTable<ImsField> MGCF =
            common("mGCFRecord").with(80, TRUNK_GROUP).with(82, ISUP_CAUSE);

    static final TagTable<ImsField> AS = common("aSRecord")
            .with(101, REQUESTED_PARTY)
            .with(102, CALLED_ASSERTED)
            .with(57, INSTANCE_ID)
            .with(58, EQUIPMENT_NUMBER);

    static final TagTable<ImsField> E_CSCF =
            common("eCSCFRecord").with(41, REQUESTED_PARTY).with(42, CALLED_ASSERTED);

    private ImsTables() {}

    private static TagTable<ImsField> common(String record) {
        return TagTable.<ImsField>of(record)
                .with(0, RECORD_TYPE)
                .with(2, SIP_METHOD)
                .with(3, ROLE_OF_NODE)
                .with(6, CALLING_PARTIES)
                .with(7, CALLED_PARTY)
                .with(8, PRIVATE_USER_ID)
                .with(9, REQUEST_TIME)
                .with(10, DELIVERY_START_TIME)
                .with(11, DELIVERY_END_TIME)
                .with(12, OPENING_TIME)
                .with(13, CLOSURE_TIME)
                .with(15, LOCAL_SEQUENCE_NUMBER)
                .with(16, SEQUENCE_NUMBER)
                .with(17, CAUSE_FOR_CLOSING)
                .with(19, CHARGING_IDENTIFIER)
                .with(23, RETURN_CODE)
                .with(29, ACCESS_NETWORK)
                .with(31, SUBSCRIPTION_IDS)
                .with(37, REQUEST_FRACTION)
                .with(38, DELIVERY_START_FRACTION)
                .with(39, DELIVERY_END_FRACTION)
                .with(47, USER_LOCATION)
                .with(52, EMERGENCY_INDICATOR)
                .with(55, REASON_HEADERS)
                .with(56, ADDITIONAL_ACCESS_NETWORK);
    }
}
