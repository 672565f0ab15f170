package io.luxqoe.kpi.window;

import java.nio.ByteBuffer;

/**
 * State of one window of one series.
 *
 * @param revision how many statements were published about the window
 * @param newestRawTime timestamp of the newest raw record that contributed, epoch ms
 * @param watermark watermark at the last statement, epoch ms; {@link Watermarks#NONE} before the first
 * @param sums vector of the family's measurements
 */
public record WindowSums(int revision, long newestRawTime, long watermark, long[] sums) {

    private static final byte FORMAT = 1;

    static WindowSums empty(int measurements) {
        return new WindowSums(0, Long.MIN_VALUE, Watermarks.NONE, new long[measurements]);
    }

    /** These sums and the partial's. The longer vector wins, so that a family can gain measurements. */
    WindowSums plus(Combined.Partial partial) {
        long[] total = new long[Math.max(sums.length, partial.sums().length)];
        System.arraycopy(sums, 0, total, 0, sums.length);
        for (int i = 0; i < partial.sums().length; i++) {
            total[i] += partial.sums()[i];
        }
        return new WindowSums(revision, Math.max(newestRawTime, partial.newestRawTime()), watermark, total);
    }

    WindowSums stated(long atWatermark) {
        return new WindowSums(revision + 1, newestRawTime, atWatermark, sums);
    }

    byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES * (2 + sums.length))
                .put(FORMAT)
                .putInt(revision)
                .putLong(newestRawTime)
                .putLong(watermark);
        for (long sum : sums) {
            buffer.putLong(sum);
        }
        return buffer.array();
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static WindowSums fromBytes(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        byte format = buffer.get();
        if (format != FORMAT) {
            throw new IllegalStateException("unknown format " + format + " of window sums");
        }
        return new WindowSums(buffer.getInt(), buffer.getLong(), buffer.getLong(), readSums(buffer));
    }

    /** The rest of the buffer as longs. */
    static long[] readSums(ByteBuffer buffer) {
        long[] sums = new long[buffer.remaining() / Long.BYTES];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = buffer.getLong();
        }
        return sums;
    }
}
