package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldType;
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

    private final FieldType type;

    SessionField(String fieldName, int minLength, int maxLength) {
        type = FieldType.primitive(fieldName, minLength, maxLength);
    }

    SessionField(String fieldName) {
        type = FieldType.constructed(fieldName);
    }

    @Override
    public FieldType type() {
        return type;
    }
}
