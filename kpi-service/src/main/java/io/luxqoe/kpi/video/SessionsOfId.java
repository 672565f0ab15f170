package io.luxqoe.kpi.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The open sessions of one session id, mostly one. Reports within the gap of one another are of one session. Until the
 * start of a session is certain it is kept in parts, one for each slot, so that it can be cut where the longest duration
 * will be reached, wherever it began.
 */
final class SessionsOfId {

    private static final int FORMAT = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final VideoSpec spec;
    private final List<OpenSession> parts;
    private long endedUntil;

    SessionsOfId(VideoSpec spec) {
        this(spec, new ArrayList<>(1), NEVER);
    }

    private SessionsOfId(VideoSpec spec, List<OpenSession> parts, long endedUntil) {
        this.spec = spec;
        this.parts = parts;
        this.endedUntil = endedUntil;
    }

    /** Takes a session that ended. */
    interface Ended {
        /**
         * @param session the session, whole
         * @param continued whether it goes on with one that was cut
         */
        void accept(OpenSession session, boolean continued);
    }

    /** The parts, by their start. */
    List<OpenSession> parts() {
        return parts;
    }

    /** Whether there is nothing left to be known of this id. */
    boolean isEmpty() {
        return parts.isEmpty() && endedUntil == NEVER;
    }

    /** Adds reports of one slot that are within the gap of one another. */
    void add(OpenSession reports) {
        OpenSession whole = reports;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (belongTogether(parts.get(i), whole)) {
                OpenSession part = parts.remove(i);
                part.merge(whole);
                whole = part;
                i = parts.size(); // it reaches further now
            }
        }
        parts.add(whole);
        parts.sort(Comparator.comparingLong(OpenSession::start));
    }

    private boolean belongTogether(OpenSession one, OpenSession other) {
        return isWithinGap(one, other) && (spans(one, other) || spans(other, one));
    }

    private boolean isWithinGap(OpenSession one, OpenSession other) {
        return one.start() <= other.end() + spec.gapMs() && other.start() <= one.end() + spec.gapMs();
    }

    /** Whether all slots of the inner one are among those of the outer one. */
    private boolean spans(OpenSession outer, OpenSession inner) {
        return inner.limit() <= outer.limit() && inner.start() >= spec.slotStart(outer.start());
    }

    /** Ends what is over at a bound, earliest first, and reads what is certain. */
    void advanceTo(long bound, Ended ended) {
        while (!parts.isEmpty() && parts.get(0).start() < bound) {
            OpenSession first = parts.get(0);
            makeWhole(first);
            if (first.end() + spec.gapMs() >= bound && first.limit() > bound) {
                first.readTo(bound);
                return;
            }
            parts.remove(0);
            ended.accept(first, first.start() <= endedUntil);
            endedUntil = first.end() + spec.gapMs();
        }
        if (parts.isEmpty() && endedUntil < bound) {
            endedUntil = NEVER;
        }
    }

    /** The first part's start is certain, and so is where it will be cut: what follows it up to there is part of it. */
    private void makeWhole(OpenSession first) {
        first.extendTo(spec.cut(first.start()));
        while (parts.size() > 1 && belongTogether(first, parts.get(1))) {
            first.merge(parts.remove(1));
        }
    }

    /** The least bound at which something may end or be forgotten. */
    long due() {
        if (parts.isEmpty()) {
            return endedUntil + 1;
        }
        OpenSession first = parts.get(0);
        return Math.min(first.end() + spec.gapMs() + 1, spec.cut(first.start()));
    }

    byte[] toBytes() {
        OctetWriter writer = new OctetWriter().octet(FORMAT).signed(endedUntil).unsigned(parts.size());
        parts.forEach(part -> part.writeTo(writer));
        return writer.toBytes();
    }

    static SessionsOfId fromBytes(VideoSpec spec, byte[] octets) {
        OctetReader reader = new OctetReader(octets);
        int format = reader.octet();
        if (format != FORMAT) {
            throw new SerializationException("format " + format + " of the sessions of an id is unknown");
        }
        long endedUntil = reader.signed();
        List<OpenSession> parts = new ArrayList<>();
        for (long left = reader.unsigned(); left > 0; left--) {
            parts.add(OpenSession.readFrom(reader));
        }
        return new SessionsOfId(spec, parts, endedUntil);
    }
}
