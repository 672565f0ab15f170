package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.stream.StreamFilter.Kind;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.streams.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads records as far as someone wants them. Safe for several threads. */
final class WindowRecords {

    private final Topic<KpiKey, KpiWindow> topic;
    private final Events events;
    private final StreamMeters meters;

    WindowRecords(Topic<KpiKey, KpiWindow> topic, Events events, StreamMeters meters) {
        this.topic = topic;
        this.events = events;
        this.meters = meters;
    }

    /**
     * A record of which the key was read; nothing if it cannot be, which is counted.
     *
     * @param behind where one stands who has read it
     */
    Optional<WindowRecord> of(ConsumerRecord<byte[], byte[]> octets, Supplier<Position> behind) {
        KpiKey key = readable(() -> topic.keySerde().deserializer().deserialize(topic.name(), octets.key()));
        return key == null ? Optional.empty() : Optional.of(new WindowRecord(key, octets.value(), behind));
    }

    /** A broken record is left out, as it is in the topology; a registry that does not answer is no reason for that. */
    private <T> @Nullable T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SerializationException e) {
            meters.unreadable();
            return null;
        }
    }

    private interface Reading<T> {
        @Nullable
        T read();
    }

    /** A record: its value is read once, and made an event once for each KPI. For one thread. */
    final class WindowRecord {

        private final KpiKey key;
        private final byte @Nullable [] octets;
        private final Supplier<Position> behind;
        private final Map<String, Optional<byte[]>> eventsByKpi = new HashMap<>();
        private @Nullable Optional<KpiWindow> window;

        private WindowRecord(KpiKey key, byte @Nullable [] octets, Supplier<Position> behind) {
            this.key = key;
            this.octets = octets;
            this.behind = behind;
        }

        Kind kind() {
            return Kind.of(key);
        }

        /** The event for a filter of this kind; nothing if it does not want it. */
        Optional<byte[]> eventFor(StreamFilter filter) {
            if (!filter.wants(key)) {
                return Optional.empty();
            }
            return window().filter(filter::wants)
                    .flatMap(
                            read -> eventsByKpi.computeIfAbsent(filter.subject().kpi(), kpi -> event(kpi, read)));
        }

        private Optional<byte[]> event(String kpi, KpiWindow read) {
            return StreamFilter.point(kpi, key, read).map(point -> events.window(behind.get(), point));
        }

        private Optional<KpiWindow> window() {
            Optional<KpiWindow> read = window;
            if (read == null) {
                read = Optional.ofNullable(
                        readable(() -> topic.valueSerde().deserializer().deserialize(topic.name(), octets)));
                window = read;
            }
            return read;
        }
    }
}
