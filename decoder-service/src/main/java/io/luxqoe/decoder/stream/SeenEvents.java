package io.luxqoe.decoder.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ids of the last events of each source, so that an event that comes again is known, in the same file or another.
 *
 * <p>The store holds them in slots of {@value #SLOT_IDS} ids, keyed by source and running number, in the order they came;
 * the index over all of them is plain memory, built from the store when the task begins. Of each source at least the
 * configured number of ids is kept and at most {@value #SLOT_IDS} times two more; older slots are deleted. A raw record
 * of n events writes 1 + n / {@value #SLOT_IDS} slots at most, none if it brought nothing new.
 */
final class SeenEvents {
    static final int SLOT_IDS = 64;

    private static final int ID_OCTETS = 16;

    private final KeyValueStore<Bytes, byte[]> store;
    private final long slots;
    private final IdSet index = new IdSet();
    private final Map<String, History> histories = new HashMap<>();

    /** The slots of one source that are in the store, and the last of them, which is still filled. */
    private static final class History {
        private final byte[] source;
        private final byte[] ids = new byte[SLOT_IDS * ID_OCTETS];
        private long oldest;
        private long newest;
        private int filled;
        private boolean changed;

        History(String source, long slot) {
            this.source = source.getBytes(StandardCharsets.UTF_8);
            this.oldest = slot;
            this.newest = slot;
        }

        Bytes key(long slot) {
            return Bytes.wrap(ByteBuffer.allocate(source.length + 1 + Long.BYTES)
                    .put(source)
                    .put((byte) 0)
                    .putLong(slot)
                    .array());
        }
    }

    /** Reads what the store holds; {@code kept} is how many ids of each source are to be kept. */
    SeenEvents(KeyValueStore<Bytes, byte[]> store, int kept) {
        this.store = store;
        this.slots = (kept + SLOT_IDS - 1) / SLOT_IDS + 1L;
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                restore(entries.next());
            }
        }
    }

    private void restore(KeyValue<Bytes, byte[]> entry) {
        byte[] key = entry.key.get();
        int sourceLength = key.length - 1 - Long.BYTES;
        String source = new String(key, 0, sourceLength, StandardCharsets.UTF_8);
        long slot = ByteBuffer.wrap(key, sourceLength + 1, Long.BYTES).getLong();
        History history = histories.computeIfAbsent(source, name -> new History(name, slot));
        history.oldest = Math.min(history.oldest, slot);
        if (slot >= history.newest) {
            history.newest = slot;
            history.filled = entry.value.length / ID_OCTETS;
            System.arraycopy(entry.value, 0, history.ids, 0, entry.value.length);
        }
        ByteBuffer ids = ByteBuffer.wrap(entry.value);
        while (ids.hasRemaining()) {
            index.add(ids.getLong(), ids.getLong());
        }
    }

    /** How many ids are kept, of all sources. */
    int size() {
        return index.size();
    }

    boolean contains(long idHigh, long idLow) {
        return index.contains(idHigh, idLow);
    }

    /** Remembers an id that is not there yet. It is in the store after {@link #save}, if not before. */
    void add(String source, long idHigh, long idLow) {
        History history = histories.computeIfAbsent(source, name -> new History(name, 0));
        if (history.filled == SLOT_IDS) {
            beginSlot(history);
        }
        ByteBuffer.wrap(history.ids, history.filled * ID_OCTETS, ID_OCTETS)
                .putLong(idHigh)
                .putLong(idLow);
        history.filled++;
        history.changed = true;
        index.add(idHigh, idLow);
    }

    private void beginSlot(History history) {
        save(history);
        history.newest++;
        history.filled = 0;
        while (history.newest - history.oldest >= slots) {
            drop(history, history.oldest++);
        }
    }

    private void drop(History history, long slot) {
        byte[] dropped = store.delete(history.key(slot));
        if (dropped != null) {
            ByteBuffer ids = ByteBuffer.wrap(dropped);
            while (ids.hasRemaining()) {
                index.remove(ids.getLong(), ids.getLong());
            }
        }
    }

    /** Writes what was added of a source. */
    void save(String source) {
        History history = histories.get(source);
        if (history != null) {
            save(history);
        }
    }

    private void save(History history) {
        if (history.changed) {
            store.put(history.key(history.newest), Arrays.copyOf(history.ids, history.filled * ID_OCTETS));
            history.changed = false;
        }
    }

    /** Forgets a source. */
    void forget(String source) {
        History history = histories.remove(source);
        if (history != null) {
            for (long slot = history.oldest; slot <= history.newest; slot++) {
                drop(history, slot);
            }
        }
    }
}
