package io.luxqoe.decoder.raw;

/**
 * One raw record. The octets are read and never written or kept.
 *
 * @param source settings of the source it came from
 * @param octets its value
 * @param receivedAt when the broker took it, UTC, ms; {@link #NO_TIME} where it came from no broker, and event times are
 *     then not compared with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of a file's octets would be waste
public record RawInput(SourceSettings source, byte[] octets, long receivedAt) {
    /** The receiving time of what no broker received. */
    public static final long NO_TIME = Long.MIN_VALUE;
}
