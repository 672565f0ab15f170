package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;

/**
 * The outer tags of the CDRs of TS 32.298, all domains, and the recordType (clause 5.1.1) that each must hold: what tells
 * a record from octets that only look like one.
 */
public final class RecordTags {
    /** No CDR has that outer tag. */
    public static final int NONE = -1;

    private RecordTags() {}

    /** The recordType within the record whose outer tag is at the cursor, or {@link #NONE}. */
    public static int recordType(BerCursor cursor) {
        return cursor.tagClass() == BerCursor.CONTEXT && cursor.isConstructed() ? recordType(cursor.tagNumber()) : NONE;
    }

    private static int recordType(int outerTag) {
        return switch (outerTag) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17 -> outerTag;
            case 20 -> 18; // sgsnPDPRecord
            case 21 -> 19; // ggsnPDPRecord
            case 22 -> 20; // sgsnMMRecord
            case 78 -> 84; // sGWRecord
            case 79 -> 85; // pGWRecord
            case 63, 64, 65, 66, 67, 68, 69, 70, 82, 83, 89, 90, 91, 92, 95, 96, 97, 200 -> outerTag;
            case 100 -> 100; // Huawei's forwardCallRecord
            default -> NONE;
        };
    }
}
