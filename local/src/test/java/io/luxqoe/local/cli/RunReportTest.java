package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.count.SampleCounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void aGoodRunIsSummedUpForPeople() {
        assertThat(report(Map.of("kafka", 0), List.of()).lines())
                .containsExactly(
                        "Summary: up after 17.2 s, traffic for 60.0 s",
                        "  raw records     10",
                        "  records sent    100",
                        "  events decoded  90",
                        "  dead-lettered   4",
                        "  duplicates      6",
                        "  enriched        90",
                        "  counted         88",
                        "  late            2",
                        "  video sessions  7",
                        "  windows final   30",
                        "  alarms raised   3",
                        "  alarms cleared  1",
                        "  latency         p50 0.85 s, p99 2.34 s (from the broker's receipt of a raw record to its"
                                + " indicators)",
                        "  peak memory     1,500 MiB at once (kafka 300, kpi-service 280)",
                        "Every service was healthy to the end, and the counts add up.");
    }

    @Test
    void whatWasNotWellIsSaid() {
        RunReport report = report(Map.of("kpi-service", 2), List.of("7 windows are not FINAL"));

        assertThat(report.isWell()).isFalse();
        assertThat(report.lines())
                .contains("  restarts        kpi-service 2")
                .endsWith("NOT WELL:", "  - 7 windows are not FINAL");
    }

    @Test
    void theSameIsThereForScripts() {
        assertThat(report(Map.of("kafka", 0), List.of()).json())
                .isEqualTo("{\"well\":true,\"faults\":[],\"startupMs\":17200,\"trafficMs\":60000,\"rawRecords\":10,"
                        + "\"recordsSent\":100,\"eventsDecoded\":90,\"deadLettered\":4,\"duplicates\":6,\"enriched\":90,"
                        + "\"counted\":88,\"late\":2,\"videoSessions\":7,\"windowsFinal\":30,\"windowsOpen\":0,\"alarmsRaised\":3,"
                        + "\"alarmsCleared\":1,\"latencySamples\":12,\"latencyP50Ms\":850,\"latencyP99Ms\":2340,"
                        + "\"latencyMaxMs\":3000,\"restarts\":{\"kafka\":0},\"peakMemoryOctets\":1572864000,"
                        + "\"peakMemoryOctetsByProcess\":{\"kafka\":314572800,\"kpi-service\":293601280}}");
    }

    private static RunReport report(Map<String, Integer> restarts, List<String> faults) {
        Map<String, Long> memory = new LinkedHashMap<>();
        memory.put("kafka", 300 * MIB);
        memory.put("kpi-service", 280 * MIB);
        return new RunReport(
                Duration.ofMillis(17_200),
                Duration.ofSeconds(60),
                OptionalLong.of(100),
                SampleCounts.balanced(),
                restarts,
                memory,
                1_500 * MIB,
                faults);
    }
}
