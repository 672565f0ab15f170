package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.simulator.truth.Figures;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.local.simulator.truth.UsageFigures;
import io.luxqoe.local.simulator.truth.ViewingFigures;
import io.luxqoe.local.simulator.truth.WindowKey;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.topic.LuxTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;

/** The FINAL windows on {@code lux.kpi.computed.v1} against the truth. */
final class FinalWindows {

    private static final String BASE = "PT1M";
    private static final String QUARTER = "PT15M";
    private static final Duration QUARTER_LENGTH = Duration.ofMinutes(15);

    /** Of a distribution, so far from the true percentile at most. */
    private static final double PERCENTILE_ERROR_PERCENT = 1;
    /** Up to so many a distinct count is exact. */
    private static final long EXACT_DISTINCT = 512;

    private final Map<WindowKey, KpiWindow> minutes = new HashMap<>();
    private final Map<WindowKey, KpiWindow> quarters = new HashMap<>();

    private FinalWindows() {}

    static FinalWindows read(LocalSystem system) {
        FinalWindows read = new FinalWindows();
        CommittedRecords.read(
                system,
                LuxTopic.KPI_COMPUTED.topicName(),
                system.serdes().forKey(KpiKey.class).deserializer(),
                system.serdes().forValue(KpiWindow.class).deserializer(),
                message -> {
                    if (message.value().getStatus() == KpiWindowStatus.FINAL) {
                        read.add(message.key(), message.value());
                    }
                });
        return read;
    }

    private void add(KpiKey key, KpiWindow window) {
        WindowKey named = new WindowKey(key.getFamily(), key.getAxis(), key.getValue(), window.getStart());
        KpiWindow before = null;
        if (key.getWindowSize().equals(BASE)) {
            before = minutes.put(named, window);
        } else if (key.getWindowSize().equals(QUARTER)) {
            before = quarters.put(named, window);
        }
        assertThat(before).as("a window is FINAL once: " + named).isNull();
    }

    /** The minutes are those of the truth, no more and no fewer, and their sums are its sums. */
    void checkMinutes(Truth truth) {
        Map<WindowKey, Figures> expected = truth.windows();
        assertThat(onAxesOf(expected.keySet(), minutes.keySet())).isEqualTo(expected.keySet());
        assertThat(expected.keySet())
                .extracting(WindowKey::family)
                .contains(WindowKey.VOICE, WindowKey.MESSAGING, WindowKey.DATA, WindowKey.VIDEO);
        expected.forEach((key, figures) -> {
            KpiWindow window = Objects.requireNonNull(minutes.get(key));
            assertThat(window.getMeasurements()).as(key.toString()).containsAllEntriesOf(figures.sums());
            checkEstimates(key, window, figures);
        });
    }

    private static void checkEstimates(WindowKey key, KpiWindow window, Figures figures) {
        if (figures instanceof UsageFigures usage) {
            assertThat(usage.sessions()).isLessThan(EXACT_DISTINCT);
            assertThat(value(window, "data.sessions")).as("sessions of " + key).isEqualTo((double) usage.sessions());
            checkMedian(key, usage.throughputsKbps(), value(window, "data.throughput-p50"));
        } else if (figures instanceof ViewingFigures viewings) {
            Double medianSeconds = value(window, "video.start-up-time-p50");
            checkMedian(key, viewings.startUpTimesMs(), medianSeconds == null ? null : medianSeconds * 1000);
        }
    }

    private static void checkMedian(WindowKey key, List<Long> ascending, @Nullable Double median) {
        if (ascending.isEmpty()) {
            assertThat(median).as("median of " + key).isNull();
        } else {
            assertThat(median)
                    .as("median of " + key)
                    .isCloseTo(
                            ascending.get((ascending.size() - 1) / 2),
                            Percentage.withPercentage(PERCENTILE_ERROR_PERCENT));
        }
    }

    private static @Nullable Double value(KpiWindow window, String kpi) {
        return window.getValues().stream()
                .filter(value -> value.getKpi().equals(kpi))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kpi))
                .getValue();
    }

    /**
     * Every quarter of an hour that is FINAL is the sum of its minutes; and each is FINAL that ended, with its grace, before
     * the source was that lagged most. Of an hour these are three at least.
     */
    void checkQuarters(Truth truth, Duration grace) {
        Map<WindowKey, Map<String, Long>> expected = new HashMap<>();
        truth.windows().forEach((key, figures) -> {
            Map<String, Long> sums = expected.computeIfAbsent(
                    new WindowKey(key.family(), key.axis(), key.value(), quarterOf(key.start())),
                    fresh -> new TreeMap<>());
            figures.sums().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
        });
        Set<WindowKey> over = expected.keySet().stream()
                .filter(key -> key.start().plus(QUARTER_LENGTH).plus(grace).isBefore(truth.leastProgress()))
                .collect(Collectors.toSet());
        assertThat(over.stream().map(WindowKey::start).distinct()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(quarters.keySet()).containsAll(over);
        Set<WindowKey> known = onAxesOf(expected.keySet(), quarters.keySet());
        assertThat(expected.keySet()).containsAll(known);
        known.forEach(
                key -> assertThat(Objects.requireNonNull(quarters.get(key)).getMeasurements())
                        .as("quarter " + key)
                        .containsAllEntriesOf(Objects.requireNonNull(expected.get(key))));
    }

    private static Instant quarterOf(Instant minute) {
        long seconds = QUARTER_LENGTH.toSeconds();
        return Instant.ofEpochSecond(minute.getEpochSecond() / seconds * seconds);
    }

    /** Of the windows those on axes that the truth has figures of. */
    private static Set<WindowKey> onAxesOf(Set<WindowKey> truth, Set<WindowKey> windows) {
        Set<String> axes = truth.stream().map(FinalWindows::familyAndAxis).collect(Collectors.toSet());
        return windows.stream().filter(key -> axes.contains(familyAndAxis(key))).collect(Collectors.toSet());
    }

    private static String familyAndAxis(WindowKey key) {
        return key.family() + "/" + key.axis();
    }
}
