package io.luxqoe.kpi.completeness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Something that a source may have lost within a time. Incidents of the same source, kind and time add up, in whatever
 * order they come: one that turns out to be none, or to be shorter, is taken back by its {@link #negated negative}.
 *
 * <p>Octets: version (1), kind, from, to, count (8 octets each, big-endian), then the source's UTF-8.
 *
 * @param source source id
 * @param fromEventTime since when, inclusive, epoch ms
 * @param toEventTime until when, inclusive, epoch ms; {@link #OPEN} if that is not known yet
 * @param kind what happened
 * @param count how many numbers, records or events, 1 for a silence; less than 0 takes back
 */
public record Incident(String source, long fromEventTime, long toEventTime, IncidentKind kind, long count) {

    /** The end of what has not ended. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final byte VERSION = 1;
    private static final int FIXED = 2 + 3 * Long.BYTES;

    /** An end before the beginning would be found in no window. */
    public Incident {
        if (toEventTime < fromEventTime) {
            throw new IllegalArgumentException("an incident from " + fromEventTime + " does not end at " + toEventTime);
        }
    }

    /** What takes this one back. */
    public Incident negated() {
        return new Incident(source, fromEventTime, toEventTime, kind, -count);
    }

    Span span() {
        return new Span(fromEventTime, toEventTime);
    }

    /** The octets, see {@link Incident}. */
    public byte[] toBytes() {
        byte[] name = source.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED + name.length)
                .put(VERSION)
                .put(kind.code())
                .putLong(fromEventTime)
                .putLong(toEventTime)
                .putLong(count)
                .put(name)
                .array();
    }

    /**
     * The incident of these octets.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static Incident fromBytes(byte[] octets) {
        if (octets.length < FIXED || octets[0] != VERSION) {
            throw new IllegalArgumentException("not an incident of version " + VERSION);
        }
        ByteBuffer in = ByteBuffer.wrap(octets, 1, octets.length - 1);
        IncidentKind kind = IncidentKind.of(in.get());
        long from = in.getLong();
        long to = in.getLong();
        long count = in.getLong();
        return new Incident(StandardCharsets.UTF_8.decode(in).toString(), from, to, kind, count);
    }
}
