package io.luxqoe.decoder.inspect;

/**
 * What of a raw record is printed, and how.
 *
 * @param masked whether identities are hidden, and all octets and texts that may hold one
 * @param hexadecimal whether offsets are hexadecimal and each content's octets are shown, too
 * @param record number of the only record to print, from 1; 0 for all
 * @param offset octet that the only record to print lies around; -1 for all
 * @param limit how many records are printed at most
 */
public record TreeOptions(boolean masked, boolean hexadecimal, long record, long offset, long limit) {
    /** Everything, in clear. */
    public static final TreeOptions ALL = new TreeOptions(false, false, 0, -1, Long.MAX_VALUE);

    /** Whether everything is printed: records and what lies between them. */
    boolean isWhole() {
        return record == 0 && offset < 0;
    }
}
