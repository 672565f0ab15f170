package io.luxqoe.decoder.file;

import org.jspecify.annotations.Nullable;

/**
 * Header of a CDR file (TS 32.297 clause 6.1.1). Writers differ in what they leave out behind the routeing filter: the
 * private extension may lack its length, and there are none, one or two release extensions. The header length is what
 * counts; the rest says whether these octets are such a header at all.
 *
 * @param firstCdr where the header says it ends
 * @param consistent whether header length and contents agree
 * @param fileLength length of the file as the header says, octets
 * @param sequenceNumber file sequence number, 0 to 2^32 - 1
 */
record CdrFileHeader(int firstCdr, boolean consistent, long fileLength, long sequenceNumber) {
    /** Octets before the routeing filter: the shortest header there is. */
    static final int LEAST_LENGTH = 50;

    private static final int HEADER_LENGTH = 4;
    private static final int HIGH_RELEASE = 8;
    private static final int LOW_RELEASE = 9;
    private static final int SEQUENCE_NUMBER = 22;
    private static final int FILTER_LENGTH = 48;
    private static final int EXTENDED = 7;
    /** A header is not longer than that unless it is none: its two variable parts are meant to be small. */
    private static final long LONGEST_CREDIBLE = 4096;

    /** The header at {@code from}, if these octets may be one. */
    static @Nullable CdrFileHeader read(byte[] octets, int from, int to) {
        if (to - from < LEAST_LENGTH) {
            return null;
        }
        long fileLength = BigEndian.four(octets, from);
        long length = BigEndian.four(octets, from + HEADER_LENGTH);
        int filter = BigEndian.two(octets, from + FILTER_LENGTH);
        boolean inside = length <= to - from;
        boolean consistent = inside && isConsistent(octets, from, (int) length - LEAST_LENGTH - filter, filter);
        int firstCdr = inside && length >= LEAST_LENGTH ? from + (int) length : to;
        return new CdrFileHeader(firstCdr, consistent, fileLength, BigEndian.four(octets, from + SEQUENCE_NUMBER));
    }

    private static boolean isConsistent(byte[] octets, int from, int rest, int filter) {
        int extensions = extension(octets[from + HIGH_RELEASE]) + extension(octets[from + LOW_RELEASE]);
        if (rest < 0) {
            return false;
        }
        if (rest == extensions) {
            return true;
        }
        return rest >= 2 && rest == 2 + BigEndian.two(octets, from + LEAST_LENGTH + filter) + extensions;
    }

    private static int extension(byte release) {
        return (release & 0xFF) >> 5 == EXTENDED ? 1 : 0;
    }

    /** Whether the octets are the beginning of a file that ends within its header. */
    static boolean isCut(byte[] octets, int from, int to) {
        if (to - from < HEADER_LENGTH + 4) {
            return false;
        }
        long fileLength = BigEndian.four(octets, from);
        long length = BigEndian.four(octets, from + HEADER_LENGTH);
        return length >= LEAST_LENGTH && length <= LONGEST_CREDIBLE && length > to - from && fileLength >= length;
    }
}
