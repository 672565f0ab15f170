package io.luxqoe.kpi.video;

import java.util.Comparator;

/**
 * Something of which the order matters.
 *
 * @param time time of the report, epoch ms
 * @param number its sn, or -1
 * @param kind what it tells
 * @param value a state's letter, or a bitrate in bit/s
 */
record Point(long time, long number, Kind kind, long value) implements Comparable<Point> {

    /** What a point tells. Their order is that of the octets: append only. */
    enum Kind {
        /** sta of a play state event. */
        STATE,
        /** The bitrate that plays, by an event. */
        PLAYED_BITRATE,
        /** br of the video object requested. */
        VIDEO_BITRATE,
        /** br of the audio object requested. */
        AUDIO_BITRATE
    }

    private static final Kind[] KINDS = Kind.values();

    private static final Comparator<Point> ORDER = Comparator.comparingLong(Point::time)
            .thenComparingLong(Point::number)
            .thenComparing(Point::kind)
            .thenComparingLong(Point::value);

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }

    /** Writes the point as it differs from the one before. */
    void writeTo(OctetWriter writer, long timeBefore, long numberBefore) {
        writer.octet(kind.ordinal())
                .signed(time - timeBefore)
                .signed(number - numberBefore)
                .signed(value);
    }

    static Point readFrom(OctetReader reader, long timeBefore, long numberBefore) {
        Kind kind = KINDS[reader.octet()];
        long time = timeBefore + reader.signed();
        long number = numberBefore + reader.signed();
        return new Point(time, number, kind, reader.signed());
    }
}
