package io.luxqoe.kpi.completeness;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The gaps in the numberings of a source that still stand: when its numbers may have been lost, and how many. Of more than
 * {@value #MOST} the earliest are forgotten: what fills them later takes nothing back.
 *
 * <p>Octets: how many (one octet), then from, to and count of each (8 octets, big-endian), in the order they were found.
 */
final class Gaps {

    static final int MOST = 64;

    private static final int GAP_OCTETS = 3 * Long.BYTES;

    private final List<Gap> gaps = new ArrayList<>(0);

    /** Numbers that were lost within a time. */
    record Gap(Span span, long count) {}

    void add(Span span, long count) {
        gaps.add(new Gap(span, count));
        if (gaps.size() > MOST) {
            gaps.remove(0);
        }
    }

    /** Takes out so many numbers that came after all with events of those times, of the latest gaps first. */
    List<Gap> fill(long numbers, BlockTimes times) {
        List<Gap> filled = new ArrayList<>();
        long left = numbers;
        for (int i = gaps.size() - 1; i >= 0 && left > 0; i--) {
            Gap gap = gaps.get(i);
            if (gap.span.from() > times.highest() || gap.span.to() < times.least()) {
                continue;
            }
            long taken = Math.min(left, gap.count);
            left -= taken;
            filled.add(new Gap(gap.span, taken));
            if (taken == gap.count) {
                gaps.remove(i);
            } else {
                gaps.set(i, new Gap(gap.span, gap.count - taken));
            }
        }
        return filled;
    }

    boolean isEmpty() {
        return gaps.isEmpty();
    }

    int octets() {
        return 1 + gaps.size() * GAP_OCTETS;
    }

    void write(ByteBuffer out) {
        out.put((byte) gaps.size());
        for (Gap gap : gaps) {
            out.putLong(gap.span.from()).putLong(gap.span.to()).putLong(gap.count);
        }
    }

    void read(ByteBuffer in) {
        for (int left = in.get(); left > 0; left--) {
            gaps.add(new Gap(new Span(in.getLong(), in.getLong()), in.getLong()));
        }
    }
}
