package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;

/**
 * Data Record Packet of GTP' (TS 32.295 clause 6.2.4.5.3): number of records, data record format, its version, then
 * records each behind its length of two octets. As long as the lengths lead to the end of the packet each record stands
 * or falls alone; where they do not, records are found by what they are.
 */
final class DataRecordPacket {
    private static final int COUNT = GtpPrimeElement.HEADER;
    private static final int FORMAT = COUNT + 1;
    /** Type, length, number of records, format and version. */
    private static final int HEADER = COUNT + 4;

    private static final int LENGTH = RecordSearch.LENGTH;
    private static final int LAST_FORMAT = 4;
    /** The shortest record that gives an event, length included. */
    private static final int LEAST_RECORD = 10;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;
    private final FramedRecords records;
    private final RecordSearch search;
    private final int to;

    DataRecordPacket(
            byte[] octets, int to, RecordProbe probe, RecordOutput output, FramedRecords records, RecordSearch search) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
        this.output = output;
        this.records = records;
        this.search = search;
    }

    /** Whether what has the type of a packet at {@code at} is one, with no message around it to say so. */
    boolean isCredible(int at) {
        if (to - at < GtpPrimeElement.HEADER) {
            return false;
        }
        int declared = declaredEnd(at);
        if (isEmpty(at)) {
            return declared == to;
        }
        if (to - at <= HEADER + LENGTH) {
            return false;
        }
        int format = octets[at + FORMAT] & 0xFF;
        boolean holdsRecord = probe.look(at + HEADER + LENGTH).isCertain() || leadsTo(at + HEADER, declared);
        return holdsRecord && format >= 1 && format <= LAST_FORMAT;
    }

    /**
     * Decodes the packet at {@code at}; returns where it ends.
     *
     * @param limit where the message ends that carries it
     */
    int decode(int at, int limit) {
        if (limit - at >= GtpPrimeElement.HEADER && isEmpty(at)) {
            return declaredEnd(at);
        }
        int first = at + HEADER;
        if (limit < first) {
            return tooShort(at, limit);
        }
        int declared = declaredEnd(at);
        int format = octets[at + FORMAT] & 0xFF;
        if (declared <= limit && leadsTo(first, declared)) {
            each(first, declared, format);
            return declared;
        }
        int end = endOf(first, declared, limit);
        int before = output.records();
        boolean cut = declared > to && end == to;
        boolean foreign =
                first + LENGTH < end && records.isForeign(first + LENGTH, format) && !search.holdsRecord(first, end);
        if (foreign) {
            records.rejectForeign(format, first, end);
            return end;
        }
        boolean cutWithin = search.decode(first, end, cut);
        if (cut) {
            int missing = (octets[at + COUNT] & 0xFF) - (output.records() - before);
            missing(at, missing, (declared - to) / LEAST_RECORD, cutWithin);
        }
        return end;
    }

    private boolean isEmpty(int at) {
        return BigEndian.two(octets, at + 1) == 0;
    }

    private int declaredEnd(int at) {
        return at + GtpPrimeElement.HEADER + BigEndian.two(octets, at + 1);
    }

    private int tooShort(int at, int limit) {
        if (limit == to) {
            output.reject(RejectReason.TRUNCATED_RECORD, "the raw record ends within this packet", at, to);
        } else {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no Data Record Packet", at, limit);
        }
        return limit;
    }

    /** The packet's end as it says, if something plausible follows; else that of its message. */
    private int endOf(int first, int declared, int limit) {
        boolean followed = declared >= first
                && declared < limit
                && GtpPrimeElement.end(octets, declared, limit) != GtpPrimeElement.NONE;
        return followed ? declared : limit;
    }

    private void missing(int at, int missing, int most, boolean cutWithin) {
        if (missing <= 0) {
            return;
        }
        if (!cutWithin) {
            output.reject(
                    RejectReason.MISSING_RECORDS,
                    "the Data Record Packet announces " + (octets[at + COUNT] & 0xFF) + " records, " + missing
                            + " did not come",
                    at,
                    at + HEADER);
        }
        if (missing <= most) {
            output.lost(missing);
        }
    }

    /** Whether the lengths of the records lead from {@code from} to {@code end}. */
    private boolean leadsTo(int from, int end) {
        int at = from;
        while (at < end && to - at >= LENGTH) {
            at += LENGTH + BigEndian.two(octets, at);
        }
        return at == end && at > from;
    }

    private void each(int from, int end, int format) {
        int at = from;
        while (at < end && !output.isFull()) {
            int body = at + LENGTH;
            at = body + BigEndian.two(octets, at);
            if (body < at) {
                records.decodeWithin(body, at, format);
            }
        }
        if (at < end) {
            output.rejectRest(at, end);
        }
    }
}
