package io.luxqoe.local.simulator.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Collector;
import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.PlayerReport.BitrateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Interval;
import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;
import io.luxqoe.local.simulator.traffic.PlayerReport.StateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

    private static final Instant TIME = Instant.parse("2026-11-20T15:46:15.120Z");

    @Test
    void aChangeOfStateSaysWhatHasComeToAnEnd() {
        assertThat(event(new StateChange('p', 1_200, 340, 3_000)))
                .isEqualTo("bsd=(340),cid=\"c-1\",e=ps,h=\"edge-1.example\",msd=1200,pb=(3000),sf=d,sid=\"s-1\",sn=7,"
                        + "st=v,sta=p,ts=1795189575120,v=2\n");
    }

    @Test
    void aFatalErrorHasACode() {
        assertThat(event(new StateChange('f', null, null, null)))
                .isEqualTo("cid=\"c-1\",e=ps,ec=(\"E-503\"),h=\"edge-1.example\",sf=d,sid=\"s-1\",sn=7,st=v,sta=f,"
                        + "ts=1795189575120,v=2\n");
    }

    @Test
    void intervalsAndChangesOfTheBitrateHaveTheirEvents() {
        assertThat(event(new Interval('p', 800))).contains(",e=t,").contains("pb=(800)");
        assertThat(event(new BitrateChange(400))).startsWith("br=(400;v),").contains(",e=bc,");
    }

    @Test
    void aRequestIsALineOfALogWithTheReportInItsQuery() {
        assertThat(line(Collector.Kind.ACCESS_LOG, new ObjectRequest('v', 1_500, 6_000, true, 900)))
                .isEqualTo("2026-11-20T15:46:15.120Z - GET https://edge-1.example/c-1/7.m4s?CMCD="
                        + "br%3D%281500%3Bv%29%2Cbs%2Ccid%3D%22c-1%22%2Cd%3D6000%2Cmsd%3D900%2Cot%3Dv%2Csf%3Dd%2C"
                        + "sid%3D%22s-1%22%2Csn%3D7%2Cst%3Dv%2Cv%3D2 200\n");
    }

    private static String event(Told told) {
        return line(Collector.Kind.EVENTS, told);
    }

    private static String line(Collector.Kind kind, Told told) {
        PlayerReport.Viewing viewing = new PlayerReport.Viewing("s-1", "c-1", "edge-1.example");
        byte[] octets =
                new ReportWriter().encode(new PlayerReport(new Collector("c", kind, 1), viewing, 7, TIME, told));
        return new String(octets, StandardCharsets.US_ASCII);
    }
}
