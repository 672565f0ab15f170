package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;

/** Records behind lengths of two octets that cannot be trusted to lead from one to the next: each is found by itself. */
final class RecordSearch {
    /** Octets of a length. */
    static final int LENGTH = 2;

    private static final int BER = 1;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;
    private final FramedRecords records;
    private final int to;

    RecordSearch(byte[] octets, int to, RecordProbe probe, RecordOutput output, FramedRecords records) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
        this.output = output;
        this.records = records;
    }

    /**
     * Decodes the records between {@code from} and {@code end}.
     *
     * @param cut whether there was to be more than the raw record holds
     * @return whether the raw record ends within the last one
     */
    boolean decode(int from, int end, boolean cut) {
        int at = from;
        while (at < end && !output.isFull()) {
            int next = step(at, end);
            if (next > at) {
                at = next;
            } else {
                next = Math.min(end, next(at + 1));
                if (leave(at, next, cut)) {
                    return true;
                }
                at = next;
            }
        }
        if (at < end) {
            output.rejectRest(at, end);
        }
        return false;
    }

    /** Takes the record at {@code at}; returns where to go on, or {@code at} if there is none. */
    private int step(int at, int end) {
        if (probe.look(at).isCertain() && probe.end() <= end) {
            return records.decode(at, probe.end(), probe.end());
        }
        int body = at + LENGTH;
        if (body >= end) {
            return at;
        }
        int bodyEnd = body + BigEndian.two(octets, at);
        probe.look(body);
        if (probe.isWhole() && probe.end() <= end) {
            int recordEnd = probe.end();
            if (recordEnd == bodyEnd && (probe.isKnown() || probe.isRecordLike())) {
                return records.decode(body, recordEnd, recordEnd);
            }
            if (probe.isCertain()) {
                boolean filled = bodyEnd > recordEnd
                        && bodyEnd <= end
                        && Filler.skip(octets, recordEnd, bodyEnd) == bodyEnd
                        && (bodyEnd == end || next(recordEnd) == bodyEnd);
                return records.decode(body, recordEnd, filled ? bodyEnd : recordEnd);
            }
        }
        boolean leadsOn = bodyEnd > body && bodyEnd < end && next(at + 1) == bodyEnd;
        return leadsOn ? records.decodeWithin(body, bodyEnd, BER) : at;
    }

    /** Gives up what lies before {@code next}; returns whether the raw record ends within it. */
    private boolean leave(int at, int next, boolean cut) {
        if (!cut && Filler.skip(octets, at, next) == next) {
            return false;
        }
        int body = at + LENGTH;
        if (cut && next == to && (body >= to || body + BigEndian.two(octets, at) > to)) {
            output.reject(RejectReason.TRUNCATED_RECORD, "the raw record ends within this record", at, to);
            return true;
        }
        output.reject(RejectReason.UNRECOGNISED_OCTETS, "no record", at, next);
        return false;
    }

    /** Where a certain record begins with its length before it, from {@code from} on, or the end of all. */
    private int next(int from) {
        int record = probe.nextCertain(from);
        return record >= to ? to : Math.max(from, record - LENGTH);
    }

    /** Whether a certain record lies between. */
    boolean holdsRecord(int from, int end) {
        return probe.nextCertain(from) < end;
    }
}
