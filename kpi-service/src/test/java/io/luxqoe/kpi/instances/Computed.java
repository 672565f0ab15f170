package io.luxqoe.kpi.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What {@code lux.kpi.computed.v1} says, which is what queries are held against. */
final class Computed implements AutoCloseable {

    /** A series of windows. */
    record Series(String axis, String key, String size) {}

    private final KafkaConsumer<KpiKey, KpiWindow> consumer;
    private final Map<Series, TreeMap<Long, KpiWindow>> finals = new HashMap<>();
    private final Map<Series, TreeMap<Long, KpiWindow>> newest = new HashMap<>();

    Computed(KafkaConsumer<KpiKey, KpiWindow> consumer) {
        this.consumer = consumer;
    }

    /** Reads what is there now. */
    Computed read() {
        Map<org.apache.kafka.common.TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(said -> hear(said.key(), said.value()));
        }
        return this;
    }

    private void hear(KpiKey key, KpiWindow window) {
        Series series = new Series(key.getAxis(), key.getValue(), key.getWindowSize());
        long start = window.getStart().toEpochMilli();
        newest.computeIfAbsent(series, fresh -> new TreeMap<>()).put(start, window);
        if (window.getStatus() == KpiWindowStatus.FINAL) {
            assertThat(finals.computeIfAbsent(series, fresh -> new TreeMap<>()).put(start, window))
                    .as("FINAL is said once of %s at %s", series, window.getStart())
                    .isNull();
        }
    }

    /** FINAL windows of a series by their start, epoch ms. */
    TreeMap<Long, KpiWindow> finals(Series series) {
        return finals.getOrDefault(series, new TreeMap<>());
    }

    /** What was last said of the windows of a series. */
    TreeMap<Long, KpiWindow> newest(Series series) {
        return newest.getOrDefault(series, new TreeMap<>());
    }

    /** Keys of an axis. */
    Set<String> keys(String axis) {
        Set<String> keys = new TreeSet<>();
        newest.keySet().stream().filter(series -> series.axis.equals(axis)).forEach(series -> keys.add(series.key));
        return keys;
    }

    static KpiValue value(KpiWindow window, String kpi) {
        return window.getValues().stream()
                .filter(value -> Objects.equals(value.getKpi(), kpi))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
