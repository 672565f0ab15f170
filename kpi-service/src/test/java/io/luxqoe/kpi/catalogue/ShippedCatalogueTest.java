package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.luxqoe.kpi.measurement.Contribution;
import io.luxqoe.kpi.measurement.DistinctCount;
import io.luxqoe.kpi.measurement.Measurement.Kind;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.KpiValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each KPI of the shipped catalogue, worked out by hand. */
class ShippedCatalogueTest {

    private record Expected(String kpi, double value, long samples) {}

    private static final List<Expected> BY_HAND = List.of(
            new Expected("voice.asr", 0.4, 20),
            new Expected("voice.ner", 0.75, 20),
            new Expected("voice.cssr", 0.6, 20),
            new Expected("voice.drop-rate", 0.25, 8),
            new Expected("voice.mean-holding-time", 30, 20),
            new Expected("voice.mean-conversation-time", 60, 8),
            new Expected("voice.set-up-time-p50", 1, 4),
            new Expected("voice.set-up-time-p95", 9, 4),
            new Expected("voice.set-up-time-p99", 9, 4),
            new Expected("voice.time-to-answer-p50", 5, 2),
            new Expected("voice.time-to-answer-p95", 7, 2),
            new Expected("voice.attempts", 20, 20),
            new Expected("voice.failures", 11, 20),
            new Expected("voice.failures-user", 7, 20),
            new Expected("voice.failures-subscriber-unreachable", 1, 20),
            new Expected("voice.failures-network", 2, 20),
            new Expected("voice.failures-service", 0, 20),
            new Expected("voice.failures-unknown", 1, 20),
            new Expected("voice.abandoned", 1, 20),
            new Expected("voice.subscribers", 18, 20),
            new Expected("voice.subscribers-affected", 5, 20),
            new Expected("messaging.attempts", 8, 8),
            new Expected("messaging.success-rate", 0.25, 8),
            new Expected("messaging.failures", 6, 8),
            new Expected("messaging.failures-user", 1, 8),
            new Expected("messaging.failures-subscriber-unreachable", 2, 8),
            new Expected("messaging.failures-network", 1, 8),
            new Expected("messaging.failures-service", 1, 8),
            new Expected("messaging.failures-unknown", 1, 8),
            new Expected("messaging.subscribers", 7, 8),
            new Expected("messaging.subscribers-affected", 4, 8),
            new Expected("data.sessions", 30, 50),
            new Expected("data.sessions-ended", 16, 16),
            new Expected("data.drop-rate", 0.125, 16),
            new Expected("data.volume-up", 1_000_000, 50),
            new Expected("data.volume-down", 9_000_000, 50),
            new Expected("data.volume", 12_000_000, 50),
            new Expected("data.mean-throughput", 4_000, 5),
            new Expected("data.throughput-p5", 100, 5),
            new Expected("data.throughput-p50", 3_000, 5),
            new Expected("data.throughput-p95", 10_000, 5),
            new Expected("data.subscribers", 25, 50),
            new Expected("data.subscribers-affected", 2, 50),
            new Expected("video.sessions", 40, 40),
            new Expected("video.start-failure-rate", 0.05, 40),
            new Expected("video.exit-before-start-rate", 0.05, 40),
            new Expected("video.playback-failure-rate", 0.25, 36),
            new Expected("video.start-up-time-p50", 0.8, 4),
            new Expected("video.start-up-time-p95", 4, 4),
            new Expected("video.start-up-time-p99", 4, 4),
            new Expected("video.rebuffering-ratio", 0.01, 36),
            new Expected("video.rebuffering-frequency", 5, 36),
            new Expected("video.rebuffered-share", 0.5, 36),
            new Expected("video.mean-bitrate", 2_000, 3),
            new Expected("video.bitrate-p5", 400, 3),
            new Expected("video.bitrate-p50", 2_500, 3),
            new Expected("video.bitrate-p95", 3_000, 3),
            new Expected("video.switch-frequency", 0.5, 36),
            new Expected("video.playing-time", 7_200, 40),
            new Expected("video.subscribers", 6, 40),
            new Expected("video.subscribers-affected", 1, 40));

    private static Stream<Expected> byHand() {
        return BY_HAND.stream();
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void aKpiIsWhatItsFormulaSays(Expected expected) {
        Kpi kpi = KpiCatalogue.standard().named(expected.kpi()).orElseThrow();

        KpiValue value = kpi.of(measured(kpi.family()));

        assertThat(value.getValue()).isEqualTo(expected.value());
        assertThat(value.getSamples()).isEqualTo(expected.samples());
    }

    @Test
    void eachKpiIsWorkedOutHere() {
        assertThat(KpiCatalogue.standard().all())
                .extracting(Kpi::id)
                .containsExactlyElementsOf(BY_HAND.stream().map(Expected::kpi).toList());
    }

    @Test
    void withoutEventsNoRatioAndNoPercentileHasAValue() {
        for (Kpi kpi : KpiCatalogue.standard().all()) {
            KpiValue value = kpi.of(new FakeMeasured(kpi.family()));

            assertThat(value.getSamples()).as(kpi.id()).isZero();
            if (kpi.minimumSamples() > 0) {
                assertThat(value.getValue()).as(kpi.id()).isNull();
                assertThat(value.getFewSamples()).as(kpi.id()).isTrue();
            } else {
                assertThat(value.getValue()).as(kpi.id()).isZero();
                assertThat(value.getFewSamples()).as(kpi.id()).isFalse();
            }
        }
    }

    @Test
    void eachFamilyHasKpis() {
        assertThat(MeasurementFamilies.all())
                .allSatisfy(family -> assertThat(KpiCatalogue.standard().ofFamily(family.id()))
                        .isNotEmpty());
    }

    @Test
    void aTallyIsReadByTheNamesOfItsFamily() {
        MeasurementFamily voice = MeasurementFamilies.named("voice").orElseThrow();
        Contribution contribution = new Contribution();
        contribution.add(voice.names(Kind.SUM).indexOf("seizures"), 4);
        contribution.add(voice.names(Kind.SUM).indexOf("answered"), 3);
        contribution.record(voice.names(Kind.DISTRIBUTION).indexOf("setupTimeMs"), 2_000);
        contribution.see(voice.names(Kind.DISTINCT).indexOf("failedSubscribers"), DistinctCount.hash("a"));
        Tally tally = new Tally();
        contribution.addTo(tally);

        Map<String, KpiValue> values = KpiCatalogue.standard().valuesOf(voice, tally).stream()
                .collect(Collectors.toMap(KpiValue::getKpi, Function.identity()));

        assertThat(values.get("voice.asr")).isEqualTo(new KpiValue("voice.asr", 0.75, 4L, null, true));
        assertThat(values.get("voice.drop-rate")).isEqualTo(new KpiValue("voice.drop-rate", 0.0, 3L, null, true));
        assertThat(values.get("voice.time-to-answer-p50"))
                .isEqualTo(new KpiValue("voice.time-to-answer-p50", null, 0L, null, true));
        assertThat(values.get("voice.set-up-time-p99"))
                .satisfies(value -> assertThat(value.getValue()).isCloseTo(2, withinPercentage(1)))
                .returns(1L, KpiValue::getSamples);
        assertThat(values.get("voice.subscribers-affected"))
                .isEqualTo(new KpiValue("voice.subscribers-affected", 1.0, 4L, null, false));
        assertThat(values.get("voice.subscribers")).isEqualTo(new KpiValue("voice.subscribers", 0.0, 4L, null, false));
    }

    private static FakeMeasured measured(MeasurementFamily family) {
        FakeMeasured measured = new FakeMeasured(family);
        return switch (family.id()) {
            case "voice" ->
                measured.with("seizures", 20)
                        .with("answered", 8)
                        .with("userBusy", 3)
                        .with("noAnswer", 3)
                        .with("rejected", 1)
                        .with("alerted", 12)
                        .with("abandoned", 1)
                        .with("failedUser", 7)
                        .with("failedSubscriberUnreachable", 1)
                        .with("failedNetwork", 2)
                        .with("failedUnknown", 1)
                        .with("dropped", 2)
                        .with("holdingTimeMs", 600_000)
                        .with("conversationTimeMs", 480_000)
                        .with("subscribers", 18)
                        .with("failedSubscribers", 5)
                        .values("setupTimeMs", 500, 1_000, 2_000, 9_000)
                        .values("timeToAnswerMs", 5_000, 7_000);
            case "messaging" ->
                measured.with("attempts", 8)
                        .with("succeeded", 2)
                        .with("failedUser", 1)
                        .with("failedSubscriberUnreachable", 2)
                        .with("failedNetwork", 1)
                        .with("failedService", 1)
                        .with("failedUnknown", 1)
                        .with("subscribers", 7)
                        .with("failedSubscribers", 4);
            case "data" ->
                measured.with("records", 50)
                        .with("sessionsEnded", 16)
                        .with("sessionsDropped", 2)
                        .with("uplinkOctets", 1_000_000)
                        .with("downlinkOctets", 9_000_000)
                        .with("totalOctets", 12_000_000)
                        .with("throughputOctets", 10_000_000)
                        .with("throughputDurationMs", 20_000)
                        .with("sessions", 30)
                        .with("subscribers", 25)
                        .with("failedSubscribers", 2)
                        .values("throughputKbps", 100, 2_000, 3_000, 4_000, 10_000);
            case "video" ->
                measured.with("sessions", 40)
                        .with("started", 36)
                        .with("startFailures", 2)
                        .with("exitsBeforeStart", 2)
                        .with("playbackFailures", 9)
                        .with("playingTimeMs", 7_200_000)
                        .with("stallTimeMs", 60_000)
                        .with("observedPlayingTimeMs", 5_940_000)
                        .with("stalls", 10)
                        .with("stalledSessions", 18)
                        .with("bitrateKbpsMs", 12_000_000_000L)
                        .with("bitrateWeightMs", 6_000_000)
                        .with("switches", 60)
                        .with("subscribers", 6)
                        .with("failedSubscribers", 1)
                        .values("startUpTimeMs", 500, 800, 1_000, 4_000)
                        .values("bitrateKbps", 400, 2_500, 3_000);
            default -> measured;
        };
    }
}
