package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.schemas.SequenceKind;
import org.jspecify.annotations.Nullable;

/**
 * CDR files of TS 32.297, one or several: header, then CDRs each with a header of its own that holds its length. The
 * lengths keep a bad CDR from costing more than itself. Where a CDR's length and its record contradict each other, that
 * one holds which leads to the next CDR; where neither does, the file goes on at the next place where both agree. What
 * the file header says of the file's length and count is not needed to read it, and is believed only where both say that
 * CDRs are missing.
 */
final class CdrFile {
    /** Octets that headers in the field have behind their fixed part, with some to spare. */
    private static final int USUAL_TAIL = 16;
    /** The shortest CDR that gives an event, header included. */
    private static final int LEAST_CDR = 12;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;
    private final CdrFrames frames;
    private final FramedRecords records;
    private final int to;

    private @Nullable CdrFileHeader file;
    private int headerEnd;
    private int recordsBefore;
    private boolean cut;

    CdrFile(byte[] octets, int to, RecordProbe probe, RecordOutput output) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
        this.output = output;
        this.frames = new CdrFrames(octets, to, probe);
        this.records = new FramedRecords(octets, probe, output);
    }

    /** The header of a file that begins at {@code from}, if one does. */
    @Nullable
    CdrFileHeader headerAt(int from) {
        CdrFileHeader header = CdrFileHeader.read(octets, from, to);
        boolean file =
                header != null && (header.consistent() || header.fileLength() == to - from || isFollowedByCdr(header));
        return file ? header : null;
    }

    private boolean isFollowedByCdr(CdrFileHeader header) {
        return header.inside() && (frames.isExact(header.end()) || frames.isFilled(header.end()));
    }

    /** The header of a file that begins behind another one. */
    private @Nullable CdrFileHeader anotherAt(int at) {
        CdrFileHeader header = CdrFileHeader.read(octets, at, to);
        boolean another = header != null && (header.consistent() || (header.isCredible() && isFollowedByCdr(header)));
        return another ? header : null;
    }

    /** Decodes the file with that header and those that follow it. */
    void decode(CdrFileHeader header) {
        int at = begin(header);
        while (at < to && !output.isFull()) {
            at = step(at);
        }
        if (at < to) {
            output.rejectRest(at, to);
        } else {
            finish(to);
        }
    }

    private int begin(CdrFileHeader header) {
        output.frame(SequenceKind.FILE, header.sequenceNumber());
        if (header.lostCdrs() > 0) {
            output.lost(header.lostCdrs());
        }
        file = header;
        recordsBefore = output.records();
        cut = false;
        int from = header.from() + CdrFileHeader.LENGTHS;
        boolean whole = header.inside()
                && (header.consistent() || isCdrOrEnd(header))
                && probe.nextCertain(from) >= header.end();
        if (whole) {
            headerEnd = header.end();
            return headerEnd;
        }
        return searchFirstCdr(from, header.from() + CdrFileHeader.LEAST_LENGTH);
    }

    private boolean isCdrOrEnd(CdrFileHeader header) {
        return header.end() < to ? goesOnAt(header.end()) : header.isCredible();
    }

    /**
     * A header whose length is wrong is as long as such headers usually are; what lies beyond that is given up. It may
     * have lost octets, its first CDR too.
     */
    private int searchFirstCdr(int from, int usualEnd) {
        int cdr = frames.next(from);
        int record = probe.nextCertain(from);
        int first = Math.min(cdr, record);
        headerEnd = Math.min(usualEnd, first);
        if (first - headerEnd > USUAL_TAIL) {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no CDR behind the file header", headerEnd, first);
        }
        if (cdr <= record) {
            return first;
        }
        int end = probe.look(record).end();
        return records.decode(record, end, end);
    }

    /** Says what is missing of the file that ends at {@code end}. */
    private void finish(int end) {
        if (file == null || !file.announcesMoreThan(end - file.from())) {
            return;
        }
        int came = output.records() - recordsBefore;
        long missing = file.cdrs() - came;
        if (missing == 0) {
            return;
        }
        if (!cut) {
            output.reject(
                    RejectReason.MISSING_RECORDS,
                    "the file header announces " + file.cdrs() + " CDRs in " + file.fileLength() + " octets, " + came
                            + " came",
                    file.from(),
                    headerEnd);
        }
        if (missing > 0 && missing * LEAST_CDR <= file.fileLength() - (end - file.from())) {
            output.lost(missing);
        }
    }

    /** Takes the CDR at {@code at}; returns where the next one begins. */
    private int step(int at) {
        if (to - at < CdrFrames.SHORT_HEADER) {
            return leave(at, to);
        }
        int length = frames.length(at);
        int body = at + frames.headerLength(at);
        int bodyEnd = body + length;
        if (frames.isExact(at)) {
            return records.decode(body, bodyEnd, bodyEnd);
        }
        CdrFileHeader another = anotherAt(at);
        if (another != null) {
            finish(at);
            return begin(another);
        }
        boolean inside = length > 0 && bodyEnd <= to;
        if (inside && frames.isFollowedByAlike(at, bodyEnd)) {
            // The lengths of the file still chain: it is the record that is damaged.
            return records.decodeWithin(body, bodyEnd, frames.format(at));
        }
        if (probe.look(body).isCertain()) {
            int end = probe.end();
            if (frames.isExact(end)) {
                return records.decode(body, end, end);
            }
        }
        if (inside && goesOnAt(bodyEnd)) {
            return records.decodeWithin(body, bodyEnd, frames.format(at));
        }
        for (int begin : new int[] {body, at + frames.otherHeaderLength(at)}) {
            if (begin < to && probe.look(begin).isCertain()) {
                int end = probe.end();
                if (goesOnAt(end)) {
                    return records.decode(begin, end, end);
                }
            }
        }
        return leave(at, frames.next(at + 1));
    }

    /** Whether the file plausibly goes on at {@code at}: its end, filler, a CDR that may itself be cut, another file. */
    private boolean goesOnAt(int at) {
        return to - at <= CdrFrames.SHORT_HEADER + 1
                || Filler.skip(octets, at, to) == to
                || frames.isPlausible(at)
                || anotherAt(at) != null;
    }

    /** Gives up what lies between {@code at} and the next CDR. */
    private int leave(int at, int next) {
        boolean ended = next < to || file == null || file.from() + file.fileLength() <= to;
        if (ended && Filler.skip(octets, at, next) == next) {
            return next;
        }
        int body = at + CdrFrames.SHORT_HEADER < to ? at + frames.headerLength(at) : to;
        if (next == to && (body >= to || body + frames.length(at) > to)) {
            cut = true;
            output.reject(
                    RejectReason.TRUNCATED_RECORD, "the raw record ends within this CDR", body < to ? body : at, to);
        } else if (body < to && records.isForeign(body, frames.format(at))) {
            records.rejectForeign(frames.format(at), at, next);
        } else {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no CDR", at, next);
        }
        return next;
    }
}
