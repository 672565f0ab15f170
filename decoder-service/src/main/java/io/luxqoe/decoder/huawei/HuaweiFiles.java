package io.luxqoe.decoder.huawei;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;

/**
 * Files of Huawei's MSC, one or several in a row: a SEQUENCE of headerRecord [0], callEventRecords [1], trailerRecord [2]
 * and extensions [3], with definite lengths or indefinite ones. Only the records count, and the number of them that the
 * trailer announces; nothing else in a header, a trailer or an extension is looked at, so nothing there costs a record.
 * Where lengths contradict each other all that is left is taken for records, and the run of records finds them.
 */
public final class HuaweiFiles {
    private static final int UNIVERSAL = 0;
    private static final int SEQUENCE = 16;
    private static final int HEADER = 0;
    private static final int RECORDS = 1;
    private static final int TRAILER = 2;
    private static final int EXTENSIONS = 3;
    private static final int NUMBER_OF_RECORDS = 4;
    private static final long MAX_RECORDS = 0xFFFF_FFFFL;
    private static final int NONE = -1;

    private final byte[] octets;
    private final int to;
    private final RecordOutput output;
    private final RecordRun run;
    private final BerCursor outer = new BerCursor();
    private final BerCursor cursor = new BerCursor();

    /** The files in these octets, up to {@code to}; {@code run} decodes their records. */
    public HuaweiFiles(byte[] octets, int to, RecordOutput output, RecordRun run) {
        this.octets = octets;
        this.to = to;
        this.output = output;
        this.run = run;
    }

    /** Whether such a file begins at {@code from}: a SEQUENCE whose first element is a header, or the records. */
    public boolean beginAt(int from) {
        return contentOf(from) != NONE;
    }

    /** Where the content of the file at {@code at} begins, or {@link #NONE}; the outer cursor then is at its header. */
    private int contentOf(int at) {
        if (!outer.over(octets, at, to).peek()
                || outer.tagClass() != UNIVERSAL
                || outer.tagNumber() != SEQUENCE
                || !outer.isConstructed()) {
            return NONE;
        }
        int content = outer.valueStart();
        boolean begins = cursor.over(octets, content, to).peek()
                && cursor.isConstructed()
                && (cursor.isContext(HEADER) || cursor.isContext(RECORDS));
        return begins ? content : NONE;
    }

    /** Decodes the files, the first of which begins at {@code from}. */
    public void decode(int from) {
        int at = from;
        while (at < to && !output.isFull()) {
            int content = contentOf(at);
            if (content == NONE) {
                run.decode(at, to);
                return;
            }
            at = skipFiller(decodeFile(at, content), to);
        }
        if (at < to) {
            output.rejectRest(at, to);
        }
    }

    /** Decodes the file at {@code at}; returns where it ends. */
    private int decodeFile(int at, int content) {
        boolean indefinite = outer.isIndefinite();
        int fileEnd = outer.step() && !indefinite ? outer.end() : to;
        cursor.over(octets, content, fileEnd);
        boolean records = cursor.step() && (cursor.isContext(RECORDS) || stepTo(RECORDS));
        if (!records) {
            return decodeDamaged(at, content, fileEnd);
        }
        int recordsEnd = cursor.end();
        int before = output.records();
        run.decode(cursor.valueStart(), cursor.valueEnd());
        return decodeTail(recordsEnd, fileEnd, indefinite, output.records() - before);
    }

    private boolean stepTo(int tag) {
        return cursor.step() && cursor.isConstructed() && cursor.isContext(tag);
    }

    /** Trailer and extensions, behind so many records; returns where the file ends. */
    private int decodeTail(int from, int fileEnd, boolean indefinite, int found) {
        int at = from;
        while (at < fileEnd) {
            if (indefinite && fileEnd - at >= 2 && octets[at] == 0 && octets[at + 1] == 0) {
                return at + 2;
            }
            boolean whole = outer.over(octets, at, fileEnd).step();
            if (!whole || !(outer.isContext(TRAILER) || outer.isContext(EXTENSIONS))) {
                run.decode(at, fileEnd);
                return fileEnd;
            }
            if (outer.isContext(TRAILER)) {
                compare(announced(), found);
            }
            at = outer.end();
        }
        return at;
    }

    /** A length of the file's own is wrong, or the file is cut: its records are whatever there is of them. */
    private int decodeDamaged(int at, int content, int fileEnd) {
        int records = content;
        cursor.over(octets, content, fileEnd);
        boolean atRecords = cursor.peek() && (cursor.isContext(RECORDS) || (cursor.step() && cursor.peek()));
        if (atRecords && cursor.isConstructed() && cursor.isContext(RECORDS)) {
            records = cursor.valueStart();
        }
        output.reject(RejectReason.MISSING_RECORDS, "the file has not all that its lengths announce", at, records);
        run.decode(records, fileEnd);
        return fileEnd;
    }

    /** How many records the trailer at the outer cursor announces, or {@link #NONE} where it does not say so. */
    private long announced() {
        try {
            cursor.over(octets, outer.valueStart(), outer.valueEnd());
            while (cursor.next()) {
                if (cursor.isContext(NUMBER_OF_RECORDS)) {
                    return BerInteger.read(
                            octets, cursor.valueStart(), cursor.valueEnd(), "noOfRecords", 0, MAX_RECORDS);
                }
            }
        } catch (DecodeFailure notSaid) {
            return NONE;
        }
        return NONE;
    }

    private void compare(long announced, int found) {
        if (announced > found && !output.isFull()) {
            output.lost(announced - found);
            output.reject(
                    RejectReason.MISSING_RECORDS,
                    "the trailer announces more records than the file has",
                    outer.start(),
                    outer.end());
        }
    }

    private int skipFiller(int from, int end) {
        int at = from;
        while (at < end && (octets[at] == 0 || octets[at] == (byte) 0xFF)) {
            at++;
        }
        return at;
    }
}
