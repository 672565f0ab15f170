package io.luxqoe.kpi.window;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The windows that still take events, in the order of their starts: key is the start (big-endian, sign flipped, so that
 * octets sort as numbers) and the octets of the series key. Bounded by what is open: a window leaves when it is final.
 */
public final class OpenWindows {

    private OpenWindows() {}

    /** Key of a window in the store. */
    public static Bytes key(long windowStart, byte[] seriesKey) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + seriesKey.length)
                .putLong(windowStart ^ Long.MIN_VALUE)
                .put(seriesKey)
                .array());
    }

    /** Start of the window of a key, epoch ms. */
    public static long windowStart(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong() ^ Long.MIN_VALUE;
    }

    static byte[] seriesKey(Bytes key) {
        return Arrays.copyOfRange(key.get(), Long.BYTES, key.get().length);
    }

    /** Start of the oldest open window, or null if none is open. */
    public static @Nullable Long oldest(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        try (KeyValueIterator<Bytes, byte[]> windows = store.all()) {
            return windows.hasNext() ? windowStart(windows.peekNextKey()) : null;
        }
    }

    /** Start of the newest open window, or null if none is open. */
    public static @Nullable Long newest(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        try (KeyValueIterator<Bytes, byte[]> windows = store.reverseAll()) {
            return windows.hasNext() ? windowStart(windows.peekNextKey()) : null;
        }
    }

    /** Takes a closed window at a sweep. */
    interface Closing {
        void accept(Bytes key, WindowSums sums);
    }

    /** Hands out the windows that are closed at a watermark, oldest first, and removes them. */
    static void close(KeyValueStore<Bytes, byte[]> store, WindowSpec window, long watermark, Closing closing) {
        try (KeyValueIterator<Bytes, byte[]> windows = store.all()) {
            while (windows.hasNext()) {
                KeyValue<Bytes, byte[]> entry = windows.next();
                long end = windowStart(entry.key) + window.sizeMs();
                if (!Watermarks.closed(end, window.graceMs(), watermark)) {
                    return;
                }
                closing.accept(entry.key, WindowSums.fromBytes(entry.value));
                store.delete(entry.key);
            }
        }
    }
}
