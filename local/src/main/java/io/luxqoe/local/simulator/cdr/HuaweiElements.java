package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Plmn;
import io.luxqoe.local.simulator.traffic.CallLeg;
import java.time.Instant;

/** The elements that a Huawei exchange adds to a call record; the standard knows none of them (FORMATS section 1.7). */
final class HuaweiElements {

    private static final int GLOBAL_AREA_ID = 188;
    private static final int SETUP_TIME = 201;
    private static final int DISCONNECT_PARTY = 218;
    private static final int BY_NETWORK = 3;
    private static final int BY_CALLER = 1;

    private HuaweiElements() {}

    static void append(BerWriter ber, CallLeg call) {
        if (call.cell() != null) {
            byte[] area = new byte[7];
            System.arraycopy(Octets.plmn(Plmn.HOME), 0, area, 0, 3);
            System.arraycopy(Octets.unsigned(call.cell().areaCode(), 2), 0, area, 3, 2);
            System.arraycopy(Octets.unsigned(call.cell().cellId(), 2), 0, area, 5, 2);
            ber.element(GLOBAL_AREA_ID, area);
        }
        Instant seizure = call.times().seizure();
        if (seizure != null) {
            ber.element(SETUP_TIME, Octets.timeStamp(seizure, call.exchange().zone()));
        }
        ber.integer(DISCONNECT_PARTY, call.ending().causeForTerm() == 0 ? BY_CALLER : BY_NETWORK);
    }
}
