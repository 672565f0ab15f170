package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.cdr.TimeStamps;

/** Fields of PDUSessionChargingInformation. */
enum SessionField implements BerField {
    CHARGING_ID("pDUSessionChargingID", 1, 8),
    USER_IDENTIFIER("userIdentifier"),
    USER_EQUIPMENT_INFO("userEquipmentInfo"),
    USER_LOCATION_INFORMATION("userLocationInformation", 0, 4096),
    PDU_SESSION_ID("pDUSessionId", 1, 8),
    NETWORK_SLICE("networkSliceInstanceID"),
    PDU_TYPE("pDUType", 1, 8),
    RAT_TYPE("rATType", 1, 8),
    DATA_NETWORK_NAME("dataNetworkNameIdentifier", 0, 100),
    START_TIME("pDUSessionstartTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    STOP_TIME("pDUSessionstopTime", TimeStamps.LENGTH, TimeStamps.LENGTH),
    DIAGNOSTICS("diagnostics"),
    SECONDARY_RAT_USAGE_REPORT("rANSecondaryRATUsageReport"),
    SERVING_CN_PLMN_ID("servingCNPLMNID", Plmns.LENGTH, Plmns.LENGTH),
    USER_LOCATION_INFORMATION_ASN1("userLocationInformationASN1");

    private final String fieldName;
    private final Form form;
    private final int minLength;
    private final int maxLength;

    SessionField(String fieldName, int minLength, int maxLength) {
        this.fieldName = fieldName;
        this.form = Form.PRIMITIVE;
        this.minLength = minLength;
        this.maxLength = maxLength;
    }

    SessionField(String fieldName) {
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
