package io.luxqoe.kpi.query.read;

/**
 * How far partitions are, and how fresh what was read of them is. All times are epoch ms.
 *
 * @param watermark event time that they have come to; {@link #NONE} while one has none
 * @param finalUntil each window that ends here or before is FINAL, or has no events; {@link #NONE} while none is
 * @param ageMs how long ago the stores were read
 */
public record Standing(long watermark, long finalUntil, long ageMs) {

    /** No watermark yet: no window is FINAL. */
    public static final long NONE = Long.MIN_VALUE;

    /** What holds for both. */
    public Standing and(Standing other) {
        return new Standing(
                Math.min(watermark, other.watermark),
                Math.min(finalUntil, other.finalUntil),
                Math.max(ageMs, other.ageMs));
    }
}
