package io.luxqoe.kpi.video;

/**
 * What the points say, read in their order. Mutable. A state and a bitrate hold until another one is told.
 *
 * <p>sta r is rebuffering and neither start-up nor seeking, which are s and k (CTA-5004-B).
 */
final class Scan {

    private static final long NONE = -1;

    private long points;
    private long time = NONE;
    private long state = NONE;
    private long bitrate = NONE;
    private long playingMs;
    private long stallMs;
    private long stalls;
    private long weightMs;
    private long bits;
    private final Switches video = new Switches();
    private final Switches audio = new Switches();

    Scan copy() {
        OctetWriter writer = new OctetWriter();
        writeTo(writer);
        return readFrom(new OctetReader(writer.toBytes()));
    }

    long points() {
        return points;
    }

    /** Time in sta p, ms. */
    long playingMs() {
        return playingMs;
    }

    /** Time in sta r, ms. */
    long stallMs() {
        return stallMs;
    }

    long stalls() {
        return stalls;
    }

    /** Playing time with a bitrate that is known, ms. */
    long weightMs() {
        return weightMs;
    }

    /** Sum of the bitrates times how long they played, bit/s times ms. */
    long bits() {
        return bits;
    }

    long videoSwitches() {
        return video.count;
    }

    long audioSwitches() {
        return audio.count;
    }

    /** Takes the next point. */
    void take(Point point) {
        advanceTo(point.time());
        points++;
        switch (point.kind()) {
            case STATE -> enter(point.value());
            case PLAYED_BITRATE -> bitrate = point.value();
            case VIDEO_BITRATE -> video.take(point.value());
            case AUDIO_BITRATE -> audio.take(point.value());
        }
    }

    /** Lets the state hold until a time, epoch ms. */
    void advanceTo(long reached) {
        long passed = time == NONE ? 0 : Math.max(0, reached - time);
        time = reached;
        if (state == 'p') {
            playingMs += passed;
            if (bitrate != NONE) {
                weightMs += passed;
                bits += bitrate * passed;
            }
        } else if (state == 'r') {
            stallMs += passed;
        }
    }

    private void enter(long entered) {
        if (entered == 'r' && state != 'r') {
            stalls++;
        }
        state = entered;
    }

    void writeTo(OctetWriter writer) {
        writer.unsigned(points);
        if (points > 0) {
            writer.signed(time).signed(state).signed(bitrate).signed(playingMs).signed(stallMs);
            writer.signed(stalls).signed(weightMs).signed(bits);
            video.writeTo(writer);
            audio.writeTo(writer);
        }
    }

    static Scan readFrom(OctetReader reader) {
        long points = reader.unsigned();
        if (points == 0) {
            return new Scan();
        }
        Scan scan = new Scan();
        scan.points = points;
        scan.time = reader.signed();
        scan.state = reader.signed();
        scan.bitrate = reader.signed();
        scan.playingMs = reader.signed();
        scan.stallMs = reader.signed();
        scan.stalls = reader.signed();
        scan.weightMs = reader.signed();
        scan.bits = reader.signed();
        scan.video.readFrom(reader);
        scan.audio.readFrom(reader);
        return scan;
    }

    /** Changes from one value to another. */
    private static final class Switches {
        private long last = NONE;
        private long count;

        void take(long value) {
            if (last != NONE && value != last) {
                count++;
            }
            last = value;
        }

        void writeTo(OctetWriter writer) {
            writer.signed(last).signed(count);
        }

        void readFrom(OctetReader reader) {
            last = reader.signed();
            count = reader.signed();
        }
    }
}
