package io.luxqoe.decoder.file;

import java.util.Arrays;

/** Where CDRs lie in a file, each behind a header of its own (TS 32.297 clause 6.1.2) that holds its length. */
final class CdrFrames {
    /** Octets of a header without release extension, the least there is. */
    static final int SHORT_HEADER = 4;

    private static final int LONG_HEADER = 5;
    private static final int EXTENDED_RELEASE = 7;

    private final byte[] octets;
    private final RecordProbe probe;
    private final int to;
    private int searchedFrom;
    private int foundAt = -1;

    CdrFrames(byte[] octets, int to, RecordProbe probe) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
    }

    int headerLength(int at) {
        return (octets[at + 2] & 0xFF) >> 5 == EXTENDED_RELEASE ? LONG_HEADER : SHORT_HEADER;
    }

    /** The header length that it would be if its release were another one. */
    int otherHeaderLength(int at) {
        return SHORT_HEADER + LONG_HEADER - headerLength(at);
    }

    /** Data record format: 1 is BER. */
    int format(int at) {
        return (octets[at + 3] & 0xFF) >> 5;
    }

    /** Length of the CDR without its header. */
    int length(int at) {
        return BigEndian.two(octets, at);
    }

    /** Whether a CDR lies at {@code at} whose length and whose record agree. */
    boolean isExact(int at) {
        if (to - at <= LONG_HEADER) {
            return false;
        }
        int body = at + headerLength(at);
        probe.look(body);
        return probe.isWhole() && probe.end() - body == length(at);
    }

    /** Whether a CDR lies at {@code at} whose record is whole and is followed by nothing but filler. */
    boolean isFilled(int at) {
        if (to - at <= LONG_HEADER) {
            return false;
        }
        int body = at + headerLength(at);
        int bodyEnd = body + length(at);
        probe.look(body);
        return bodyEnd <= to
                && probe.isCertain()
                && probe.end() < bodyEnd
                && Filler.skip(octets, probe.end(), bodyEnd) == bodyEnd;
    }

    /** Whether a CDR of the same release, format and TS, with a length that fits, begins at {@code next}. */
    boolean isFollowedByAlike(int at, int next) {
        int header = headerLength(at);
        if (next + header > to || next + header + length(next) > to) {
            return false;
        }
        return Arrays.equals(octets, at + 2, at + header, octets, next + 2, next + header);
    }

    /** Whether something that is a record, whole or cut by the end of all, lies at {@code at} as its length says. */
    boolean isPlausible(int at) {
        if (to - at <= LONG_HEADER) {
            return false;
        }
        int body = at + headerLength(at);
        int bodyEnd = body + length(at);
        probe.look(body);
        boolean record = probe.isKnown() || probe.isRecordLike();
        return record && (probe.isWhole() ? probe.end() == bodyEnd || isFilled(at) : bodyEnd > to);
    }

    /** Where the next CDR with a certain record begins, from {@code from} on, or the end. */
    int next(int from) {
        if (from >= searchedFrom && from <= foundAt) {
            return foundAt;
        }
        int at = from;
        while (at < to && !((isExact(at) && probe.isCertain()) || isFilled(at))) {
            at++;
        }
        searchedFrom = from;
        foundAt = at;
        return at;
    }
}
