package io.luxqoe.decoder.file;

import org.jspecify.annotations.Nullable;

/**
 * Header of a CDR file (TS 32.297 clause 6.1.1). Writers differ in what they leave out behind the routeing filter: the
 * private extension may lack its length, and there are none, one or two release extensions. The header length is what
 * counts; the rest says whether these octets are such a header at all.
 *
 * @param from where it begins
 * @param length its length as it says, octets
 * @param inside whether that length lies within the raw record
 * @param consistent whether header length and contents agree
 * @param fileLength length of the file as the header says, octets
 * @param cdrs how many CDRs the header announces
 * @param sequenceNumber file sequence number, 0 to 2^32 - 1
 * @param lostCdrs how many CDRs the header says are lost, at least; 0 where it does not know the number
 */
record CdrFileHeader(
        int from,
        long length,
        boolean inside,
        boolean consistent,
        long fileLength,
        long cdrs,
        long sequenceNumber,
        int lostCdrs) {
    /** Octets before the routeing filter: the shortest header there is. */
    static final int LEAST_LENGTH = 50;
    /** Octets of file length and header length, which come first. */
    static final int LENGTHS = 8;

    private static final int HEADER_LENGTH = 4;
    private static final int HIGH_RELEASE = 8;
    private static final int LOW_RELEASE = 9;
    private static final int CDR_COUNT = 18;
    private static final int SEQUENCE_NUMBER = 22;
    private static final int LOST_CDRS = 47;
    private static final int FILTER_LENGTH = 48;
    private static final int EXTENDED = 7;
    private static final long UNKNOWN = 0xFFFF_FFFFL;
    /** A header is not longer than that unless it is none: its two variable parts are meant to be small. */
    private static final long LONGEST_CREDIBLE = 4096;

    /** The header at {@code from}, if these octets may be one. */
    static @Nullable CdrFileHeader read(byte[] octets, int from, int to) {
        if (to - from < LEAST_LENGTH) {
            return null;
        }
        long length = BigEndian.four(octets, from + HEADER_LENGTH);
        int filter = BigEndian.two(octets, from + FILTER_LENGTH);
        boolean inside = length >= LEAST_LENGTH && length <= to - from;
        return new CdrFileHeader(
                from,
                length,
                inside,
                inside && isConsistent(octets, from, (int) length - LEAST_LENGTH - filter, filter),
                BigEndian.four(octets, from),
                BigEndian.four(octets, from + CDR_COUNT),
                BigEndian.four(octets, from + SEQUENCE_NUMBER),
                octets[from + LOST_CDRS] & 0x7F);
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

    /** Where the header says it ends, if that is {@link #inside}. */
    int end() {
        return from + (int) length;
    }

    /** Whether length and file length are such as headers have, whatever else it holds. */
    boolean isCredible() {
        return inside && length <= LONGEST_CREDIBLE && fileLength >= length;
    }

    /** Whether the file is to be longer than {@code octets}. */
    boolean announcesMoreThan(long octets) {
        return fileLength > octets && fileLength != UNKNOWN;
    }

    /** Whether the octets are the beginning of a file that ends within its header. */
    static boolean isCut(byte[] octets, int from, int to) {
        if (to - from < LENGTHS) {
            return false;
        }
        long fileLength = BigEndian.four(octets, from);
        long length = BigEndian.four(octets, from + HEADER_LENGTH);
        return length >= LEAST_LENGTH && length <= LONGEST_CREDIBLE && length > to - from && fileLength >= length;
    }
}
