package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.simulator.truth.Figures;
import io.luxqoe.local.simulator.truth.MessagingFigures;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.local.simulator.truth.VoiceFigures;
import io.luxqoe.local.simulator.truth.WindowKey;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.topic.LuxTopic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The FINAL windows on {@code lux.kpi.computed.v1}, measurements by name. */
final class FinalWindows {

    private static final String BASE = "PT1M";
    private static final String COARSE = "PT15M";

    private final Map<WindowKey, Map<String, Long>> windows = new HashMap<>();
    private final Map<WindowKey, Map<String, Long>> coarse = new HashMap<>();

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
        Map<String, Long> before = null;
        if (key.getWindowSize().equals(BASE)) {
            before = windows.put(named, new TreeMap<>(window.getMeasurements()));
        } else if (key.getWindowSize().equals(COARSE)) {
            before = coarse.put(named, new TreeMap<>(window.getMeasurements()));
        }
        assertThat(before).as("a window is FINAL once: " + named).isNull();
    }

    /** Every coarse window that is final is the sum of its final base windows. */
    void checkCoarse() {
        Map<WindowKey, Map<String, Long>> sums = new HashMap<>();
        windows.forEach((key, measurements) -> {
            Instant start = Instant.ofEpochSecond(key.start().getEpochSecond() / 900 * 900);
            Map<String, Long> sum = sums.computeIfAbsent(
                    new WindowKey(key.family(), key.axis(), key.value(), start), fresh -> new TreeMap<>());
            measurements.forEach((name, amount) -> sum.merge(name, amount, Long::sum));
        });
        coarse.forEach((key, measurements) ->
                assertThat(measurements).as(key.toString()).isEqualTo(sums.get(key)));
    }

    void checkAgainst(Truth truth) {
        Map<WindowKey, Map<String, Long>> expected = new HashMap<>();
        truth.windows().forEach((key, figures) -> expected.put(key, named(figures)));
        Set<String> axes = expected.keySet().stream().map(WindowKey::axis).collect(Collectors.toSet());
        Set<WindowKey> onTheseAxes = windows.keySet().stream()
                .filter(key -> axes.contains(key.axis()))
                .collect(Collectors.toSet());
        assertThat(onTheseAxes).isEqualTo(expected.keySet());
        expected.forEach((key, figures) ->
                assertThat(windows.get(key)).as(key.toString()).containsAllEntriesOf(figures));
    }

    private static Map<String, Long> named(Figures figures) {
        if (figures instanceof VoiceFigures voice) {
            return new TreeMap<>(Map.of(
                    "seizures", voice.seizures(),
                    "answered", voice.answered(),
                    "userBusy", voice.userBusy(),
                    "noAnswer", voice.noAnswer(),
                    "rejected", voice.rejected(),
                    "dropped", voice.dropped(),
                    "holdingTimeMs", voice.holdingTimeMs(),
                    "conversationTimeMs", voice.conversationMs()));
        }
        MessagingFigures messaging = (MessagingFigures) figures;
        return new TreeMap<>(Map.of("attempts", messaging.attempts(), "succeeded", messaging.successes()));
    }
}
