package io.luxqoe.kpi.completeness;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of one source and kind: a count for each span. The {@value #KEPT} that end last are kept one by one, all
 * earlier ones as a single one from the first of them to the last, so that what is kept does not depend on the order in
 * which they came. That costs no accuracy where it is looked at: the open windows are the latest.
 *
 * <p>Octets: 1 and first, from and to of the last, count of those that are one, or 0; how many others, and from, to and
 * count of each. Numbers are big-endian: two octets how many, eight octets the rest.
 */
final class Spans {

    /** So many are kept one by one. */
    static final int KEPT = 64;

    private final TreeMap<Span, Long> kept = new TreeMap<>();
    private @Nullable Span lastFolded;
    private long firstFolded;
    private long folded;

    void add(Span span, long count) {
        if (lastFolded != null && span.compareTo(lastFolded) <= 0) {
            fold(lastFolded, span, count);
            return;
        }
        kept.merge(span, count, Spans::sumOrNothing);
        if (kept.size() > KEPT) {
            Map.Entry<Span, Long> earliest = kept.pollFirstEntry();
            fold(earliest.getKey(), earliest.getKey(), earliest.getValue());
        }
    }

    @SuppressWarnings("NullAway") // null takes the entry out of the map
    private static Long sumOrNothing(Long one, Long other) {
        return one + other == 0 ? null : (Long) (one + other);
    }

    private void fold(Span last, Span span, long count) {
        firstFolded = lastFolded == null ? span.from() : Math.min(firstFolded, span.from());
        folded += count;
        lastFolded = folded == 0 ? null : last;
    }

    /** How much was lost in a window, at most. */
    long countIn(long windowStart, long windowEnd) {
        long sum = foldedReach(windowStart, windowEnd) ? folded : 0;
        for (Map.Entry<Span, Long> each :
                kept.tailMap(Span.leastReaching(windowStart)).entrySet()) {
            sum += each.getKey().overlaps(windowStart, windowEnd) ? each.getValue() : 0;
        }
        return sum;
    }

    /** When the first incident of a window began, epoch ms; {@link Long#MAX_VALUE} if there is none. */
    long firstIn(long windowStart, long windowEnd) {
        long first = foldedReach(windowStart, windowEnd) ? firstFolded : Long.MAX_VALUE;
        for (Map.Entry<Span, Long> each :
                kept.tailMap(Span.leastReaching(windowStart)).entrySet()) {
            if (each.getValue() > 0 && each.getKey().overlaps(windowStart, windowEnd)) {
                first = Math.min(first, each.getKey().from());
            }
        }
        return first;
    }

    private boolean foldedReach(long windowStart, long windowEnd) {
        return lastFolded != null && new Span(firstFolded, lastFolded.to()).overlaps(windowStart, windowEnd);
    }

    /** Forgets what ended before a time; returns whether there was anything. */
    boolean dropBefore(long time) {
        Map<Span, Long> gone = kept.headMap(Span.leastReaching(time));
        boolean foldedGone = lastFolded != null && lastFolded.to() < time;
        if (gone.isEmpty() && !foldedGone) {
            return false;
        }
        gone.clear();
        if (foldedGone) {
            lastFolded = null;
            folded = 0;
        }
        return true;
    }

    boolean isEmpty() {
        return kept.isEmpty() && lastFolded == null;
    }

    /** Octets that {@link #write} puts. */
    int octets() {
        return 1 + (lastFolded == null ? 0 : 4 * Long.BYTES) + Short.BYTES + kept.size() * 3 * Long.BYTES;
    }

    void write(ByteBuffer out) {
        out.put((byte) (lastFolded == null ? 0 : 1));
        if (lastFolded != null) {
            out.putLong(firstFolded)
                    .putLong(lastFolded.from())
                    .putLong(lastFolded.to())
                    .putLong(folded);
        }
        out.putShort((short) kept.size());
        kept.forEach(
                (span, count) -> out.putLong(span.from()).putLong(span.to()).putLong(count));
    }

    static Spans read(ByteBuffer in) {
        Spans spans = new Spans();
        if (in.get() != 0) {
            spans.firstFolded = in.getLong();
            spans.lastFolded = new Span(in.getLong(), in.getLong());
            spans.folded = in.getLong();
        }
        for (int left = in.getShort(); left > 0; left--) {
            spans.kept.put(new Span(in.getLong(), in.getLong()), in.getLong());
        }
        return spans;
    }
}
