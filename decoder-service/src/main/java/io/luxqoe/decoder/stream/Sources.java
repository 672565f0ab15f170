package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a partition: their totals, which the store keeps, and what is only of use while the task lives. One
 * entry a source, deleted when the source is forgotten.
 */
final class Sources {
    private final KeyValueStore<String, SourceStatus> store;
    private final Map<String, Known> known = new HashMap<>();
    private long time = Long.MIN_VALUE;

    /** A source, and how far the outside knows of it. */
    static final class Known {
        private final SourceStatus status;
        private boolean unpublished = true;
        private long markedAt = Long.MIN_VALUE;
        private final UsualInterval usualInterval = new UsualInterval();

        Known(SourceStatus status) {
            this.status = status;
        }

        SourceStatus status() {
            return status;
        }

        String id() {
            return status.getSource();
        }

        /** Time of the partition at which the source spoke last or was marked idle last. */
        long heardOfAt() {
            return Math.max(lastSeen(), markedAt);
        }

        long lastSeen() {
            Instant lastSeen = status.getLastSeen();
            return lastSeen == null ? Long.MIN_VALUE : lastSeen.toEpochMilli();
        }

        /** Notes that a raw record with that timestamp came. */
        void heard(long timestamp) {
            if (status.getLastSeen() != null) {
                usualInterval.add(status, timestamp - lastSeen());
            }
            status.setLastSeen(Instant.ofEpochMilli(timestamp));
            status.setSilentSince(null);
            status.setIdle(false);
        }

        /** Takes the status to publish, if it has changed since the last time. */
        @Nullable
        SourceStatus takeUnpublished() {
            boolean changed = unpublished;
            unpublished = false;
            return changed ? status : null;
        }
    }

    /** Reads what the store holds. All of it counts as unpublished: who knows what the outside has heard of it. */
    Sources(KeyValueStore<String, SourceStatus> store) {
        this.store = store;
        try (KeyValueIterator<String, SourceStatus> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, SourceStatus> entry = entries.next();
                Known source = new Known(entry.value);
                known.put(entry.key, source);
                time = Math.max(time, source.lastSeen());
            }
        }
        known.values().stream().filter(source -> source.status.getIdle()).forEach(source -> source.markedAt = time);
    }

    /** Time of the partition: the highest timestamp of its raw records, UTC, ms. */
    long time() {
        return time;
    }

    /** A raw record with that timestamp came, from whatever source. */
    void heard(long timestamp) {
        time = Math.max(time, timestamp);
    }

    /** The source of that id, known from now on. */
    Known of(String id) {
        return known.computeIfAbsent(
                id,
                source -> new Known(SourceStatus.newBuilder()
                        .setSource(source)
                        .setRawRecords(0)
                        .setEvents(0)
                        .setDuplicates(0)
                        .setRejected(0)
                        .build()));
    }

    Collection<Known> all() {
        return known.values();
    }

    /** Keeps what has changed of a source. */
    void save(Known source) {
        source.unpublished = true;
        store.put(source.id(), source.status);
    }

    /** Notes that a source was marked idle now. */
    void marked(Known source) {
        source.markedAt = time;
        if (!source.status.getIdle()) {
            source.status.setIdle(true);
            save(source);
        }
    }

    /** Notes that a source is silent for longer than its usual interval explains. */
    void silent(Known source) {
        if (source.status.getSilentSince() == null) {
            source.status.setSilentSince(source.status.getLastSeen());
            save(source);
        }
    }

    /** Forgets a source. */
    void delete(Known source) {
        known.remove(source.id());
        store.delete(source.id());
    }
}
