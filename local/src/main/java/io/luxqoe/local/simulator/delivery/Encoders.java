package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.cdr.CsRecordEncoder;
import io.luxqoe.local.simulator.cdr.PsRecordEncoder;
import io.luxqoe.local.simulator.cmcd.ReportWriter;
import io.luxqoe.local.simulator.traffic.Fact;
import io.luxqoe.local.simulator.traffic.Leg;
import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.UsageRecord;

/** The octets of records of all kinds. Not thread-safe. */
final class Encoders {

    private final CsRecordEncoder circuitSwitched = new CsRecordEncoder();
    private final PsRecordEncoder packetSwitched = new PsRecordEncoder();
    private final ReportWriter players = new ReportWriter();

    byte[] encode(Fact fact) {
        if (fact instanceof UsageRecord usage) {
            return packetSwitched.encode(usage);
        } else if (fact instanceof PlayerReport report) {
            return players.encode(report);
        }
        return circuitSwitched.encode((Leg) fact);
    }
}
