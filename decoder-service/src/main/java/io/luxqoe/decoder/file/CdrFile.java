package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.schemas.SequenceKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CDR file of TS 32.297: header, then CDRs each with a header of its own that holds its length (clause 6.1.2). The
 * lengths keep a bad CDR from costing more than itself. Where a CDR's length and its record contradict each other, that
 * one holds which leads to the next CDR; where neither does, the file goes on at the next place where both agree. What
 * the file header says of the file's length and count is not needed and not believed.
 */
final class CdrFile {
    private static final int SHORT_HEADER = 4;
    private static final int LONG_HEADER = 5;
    private static final int EXTENDED_RELEASE = 7;
    private static final int BER = 1;
    /** Octets that headers in the field have behind their fixed part, with some to spare. */
    private static final int USUAL_TAIL = 16;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;
    private final int to;
    private int searchedFrom;
    private int frameAt = -1;
    private long declaredEnd;

    CdrFile(byte[] octets, int to, RecordProbe probe, RecordOutput output) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
        this.output = output;
    }

    /** The header of a file that begins at {@code from}, if one does. */
    @Nullable
    CdrFileHeader headerAt(int from) {
        CdrFileHeader header = CdrFileHeader.read(octets, from, to);
        boolean credible = header != null
                && (header.consistent()
                        || header.fileLength() == to - from
                        || (header.firstCdr() < to && isFrame(header.firstCdr())));
        return credible ? header : null;
    }

    /** Decodes the file with that header, which begins at {@code from}. */
    void decode(int from, CdrFileHeader header) {
        int at = begin(from, header);
        while (at < to && !output.isFull()) {
            at = step(at);
        }
        if (at < to) {
            output.reject(RejectReason.TOO_MANY_REJECTS, "the rest of a raw record of many failures", at, to);
        }
    }

    private int begin(int from, CdrFileHeader header) {
        output.frame(SequenceKind.FILE, header.sequenceNumber());
        declaredEnd = from + header.fileLength();
        boolean atCdr = header.consistent() || (header.firstCdr() < to && goesOnAt(header.firstCdr()));
        return atCdr ? header.firstCdr() : searchFirstCdr(from + CdrFileHeader.LEAST_LENGTH);
    }

    /** A header whose length is wrong is as long as such headers usually are; what lies beyond that is given up. */
    private int searchFirstCdr(int least) {
        int first = nextFrame(least);
        if (first - least > USUAL_TAIL) {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no CDR behind the file header", least, first);
        }
        return first;
    }

    /** Takes the CDR at {@code at}; returns where the next one begins. */
    private int step(int at) {
        if (to - at < SHORT_HEADER) {
            return leave(at, to);
        }
        int length = BigEndian.two(octets, at);
        int body = at + headerLength(at);
        int bodyEnd = body + length;
        if (isFrame(at)) {
            return record(body, bodyEnd, bodyEnd);
        }
        CdrFileHeader another = CdrFileHeader.read(octets, at, to);
        if (another != null && another.consistent()) {
            return begin(at, another);
        }
        if (length > 0 && bodyEnd <= to && isFollowedBySameHeader(at, bodyEnd)) {
            // The lengths of the file still chain: it is the record that is damaged.
            return unfitting(body, bodyEnd, format(at));
        }
        if (probe.look(body).isCertain()) {
            int end = probe.end();
            if (isFrame(end)) {
                return record(body, end, end);
            }
        }
        if (length > 0 && bodyEnd <= to && goesOnAt(bodyEnd)) {
            return unfitting(body, bodyEnd, format(at));
        }
        int other = at + SHORT_HEADER + LONG_HEADER - headerLength(at);
        for (int begin : new int[] {body, other}) {
            if (begin < to && probe.look(begin).isCertain()) {
                int end = probe.end();
                if (goesOnAt(end)) {
                    return record(begin, end, end);
                }
            }
        }
        return leave(at, nextFrame(at + 1));
    }

    /** Whether a CDR of the same release, format and TS, with a length that fits, begins where this one's length says. */
    private boolean isFollowedBySameHeader(int at, int next) {
        int header = headerLength(at);
        if (next + header > to || next + header + BigEndian.two(octets, next) > to) {
            return false;
        }
        return Arrays.equals(octets, at + 2, at + header, octets, next + 2, next + header);
    }

    /** Decodes the record in the slice; the next CDR begins at {@code next}. */
    private int record(int from, int recordEnd, int next) {
        DecodeFailure failure = output.decode(from, recordEnd);
        if (failure != null) {
            output.reject(failure, from, next);
        }
        return next;
    }

    /** A CDR whose length is right and whose record does not fill it. */
    private int unfitting(int body, int bodyEnd, int format) {
        probe.look(body);
        boolean filled =
                probe.isWhole() && probe.end() <= bodyEnd && Filler.skip(octets, probe.end(), bodyEnd) == bodyEnd;
        if (filled) {
            return record(body, probe.end(), bodyEnd);
        }
        if (format > BER && !probe.isKnown()) {
            output.reject(RejectReason.UNSUPPORTED_ENCODING, notBer(format), body, bodyEnd);
        } else {
            output.reject(RejectReason.LENGTH_MISMATCH, "the record does not end where its CDR does", body, bodyEnd);
        }
        return bodyEnd;
    }

    /** Gives up what lies between {@code at} and the next CDR. */
    private int leave(int at, int next) {
        boolean ended = next < to || declaredEnd <= to;
        if (ended && Filler.skip(octets, at, next) == next) {
            return next;
        }
        int body = at + SHORT_HEADER < to ? at + headerLength(at) : to;
        boolean cut = next == to && (body >= to || body + BigEndian.two(octets, at) > to);
        if (cut) {
            output.reject(
                    RejectReason.TRUNCATED_RECORD, "the raw record ends within this CDR", body < to ? body : at, to);
        } else if (body < to && format(at) > BER && !probe.look(body).isKnown()) {
            output.reject(RejectReason.UNSUPPORTED_ENCODING, notBer(format(at)), at, next);
        } else {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no CDR", at, next);
        }
        return next;
    }

    private static String notBer(int format) {
        return "the CDR's data record format is " + format + ", only BER (1) is read";
    }

    /** Whether the file plausibly goes on at {@code at}: its end, filler, or a CDR that may itself be cut. */
    private boolean goesOnAt(int at) {
        if (to - at <= LONG_HEADER || Filler.skip(octets, at, to) == to) {
            return true;
        }
        int body = at + headerLength(at);
        int bodyEnd = body + BigEndian.two(octets, at);
        probe.look(body);
        boolean record = probe.isKnown() || probe.isRecordLike();
        if (record && (probe.isWhole() ? probe.end() == bodyEnd : bodyEnd > to)) {
            return true;
        }
        CdrFileHeader another = CdrFileHeader.read(octets, at, to);
        return another != null && another.consistent();
    }

    /** Whether a CDR lies at {@code at} whose length and whose record agree. */
    private boolean isFrame(int at) {
        if (to - at <= LONG_HEADER) {
            return false;
        }
        int body = at + headerLength(at);
        probe.look(body);
        return probe.isWhole() && probe.end() - body == BigEndian.two(octets, at);
    }

    /** Where the next CDR with a certain record begins, from {@code from} on, or the end. */
    private int nextFrame(int from) {
        if (from >= searchedFrom && from <= frameAt) {
            return frameAt;
        }
        int at = from;
        while (at < to && !(isFrame(at) && probe.isCertain())) {
            at++;
        }
        searchedFrom = from;
        frameAt = at;
        return at;
    }

    private int headerLength(int at) {
        return (octets[at + 2] & 0xFF) >> 5 == EXTENDED_RELEASE ? LONG_HEADER : SHORT_HEADER;
    }

    private int format(int at) {
        return (octets[at + 3] & 0xFF) >> 5;
    }
}
