package io.luxqoe.decoder.raw;

import io.luxqoe.schemas.NetworkEvent;

/** Where a decoder puts what it finds, in the order of the raw record. */
public interface EventSink {
    /**
     * Asked before a record is decoded: true if it was seen before, and is to be passed over. The two halves are the
     * 128 bits of the event id.
     */
    boolean isDuplicate(long idHigh, long idLow);

    /**
     * A decoded event. Its event id is these 128 bits.
     *
     * @param octets length of the CDR or line it was decoded from
     */
    void event(NetworkEvent event, long idHigh, long idLow, int octets);

    /** Octets that gave no event. */
    void reject(Reject reject);

    /** A TS 32.297 file began, with this file sequence number (clause 6.1.1). */
    default void file(long sequenceNumber) {}
}
