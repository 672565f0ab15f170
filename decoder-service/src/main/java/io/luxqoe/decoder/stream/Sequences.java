package io.luxqoe.decoder.stream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The numberings of the sources of a partition. The store holds one entry a series, keyed by source, numbering and
 * series; the same lies in plain memory, built from the store when the task begins. Of each source and numbering at most
 * {@link Numbering#mostSeries} are kept; a player's session is forgotten once silent for {@link #SESSION_SILENCE} of the
 * partition's time.
 */
final class Sequences {
    static final Duration SESSION_SILENCE = Duration.ofMinutes(30);

    private static final char SEPARATOR = '\0'; // no source id holds a control character
    private static final int LARGE = 16;

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Map<Numbering, LinkedHashMap<String, Series>>> bySource = new HashMap<>();
    private final ArrayDeque<Series> changed = new ArrayDeque<>();

    private static final class Series {
        private final String key;
        private final SequenceTracker tracker;
        private long heardAt;
        private boolean isChanged;

        Series(String key, Numbering numbering) {
            this.key = key;
            this.tracker = numbering.newTracker();
        }
    }

    /** Reads what the store holds. */
    Sequences(KeyValueStore<String, byte[]> store) {
        this.store = store;
        List<Series> restored = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> restored.add(restored(entry.key, entry.value)));
        }
        restored.sort(Comparator.comparingLong(series -> series.heardAt));
        for (Series series : restored) {
            String[] names = names(series.key);
            seriesOf(names[0], Numbering.valueOf(names[1])).put(names[2], series);
        }
    }

    private static Series restored(String key, byte[] value) {
        Series series = new Series(key, Numbering.valueOf(names(key)[1]));
        ByteBuffer octets = ByteBuffer.wrap(value);
        series.heardAt = octets.getLong();
        series.tracker.read(octets);
        return series;
    }

    private static String[] names(String key) {
        int first = key.indexOf(SEPARATOR);
        int second = key.indexOf(SEPARATOR, first + 1);
        return new String[] {key.substring(0, first), key.substring(first + 1, second), key.substring(second + 1)};
    }

    private LinkedHashMap<String, Series> seriesOf(String source, Numbering numbering) {
        return bySource.computeIfAbsent(source, id -> new EnumMap<>(Numbering.class))
                .computeIfAbsent(numbering, kind -> new LinkedHashMap<>(LARGE, 0.75f, true));
    }

    /**
     * A number came.
     *
     * @param name which series of the numbering it is of
     * @param again whether what it numbers had all come before
     * @param time time of the partition, UTC, ms
     */
    SequenceTracker.Change see(String source, Numbering numbering, String name, long number, boolean again, long time) {
        LinkedHashMap<String, Series> known = seriesOf(source, numbering);
        Series series = known.get(name);
        if (series == null) {
            series = new Series(source + SEPARATOR + numbering.name() + SEPARATOR + name, numbering);
            known.put(name, series);
            if (known.size() > numbering.mostSeries()) {
                forgetEldest(known);
            }
        }
        series.heardAt = time;
        if (!series.isChanged) {
            series.isChanged = true;
            changed.add(series);
        }
        return again ? series.tracker.seeAgain(number) : series.tracker.see(number);
    }

    private void forgetEldest(LinkedHashMap<String, Series> known) {
        Iterator<Series> eldest = known.values().iterator();
        forget(eldest.next());
        eldest.remove();
    }

    private void forget(Series series) {
        series.isChanged = false;
        store.delete(series.key);
    }

    /** Writes what has changed. */
    void save() {
        for (Series series = changed.poll(); series != null; series = changed.poll()) {
            if (series.isChanged) {
                series.isChanged = false;
                ByteBuffer octets = ByteBuffer.allocate(Long.BYTES + series.tracker.maxOctets());
                octets.putLong(series.heardAt);
                series.tracker.write(octets);
                store.put(series.key, Arrays.copyOf(octets.array(), octets.position()));
            }
        }
    }

    /** Forgets the sessions that were silent for too long at that time of the partition. */
    void forgetSilentSessions(long time) {
        long horizon = time - SESSION_SILENCE.toMillis();
        for (Map<Numbering, LinkedHashMap<String, Series>> numberings : bySource.values()) {
            LinkedHashMap<String, Series> sessions = numberings.get(Numbering.CMCD);
            Iterator<Series> eldest = sessions == null
                    ? Collections.emptyIterator()
                    : sessions.values().iterator();
            while (eldest.hasNext()) {
                Series series = eldest.next();
                if (series.heardAt >= horizon) {
                    break;
                }
                forget(series);
                eldest.remove();
            }
        }
    }

    /** Forgets a source. */
    void forget(String source) {
        Map<Numbering, LinkedHashMap<String, Series>> numberings = bySource.remove(source);
        if (numberings != null) {
            numberings.values().forEach(series -> series.values().forEach(this::forget));
        }
    }
}
