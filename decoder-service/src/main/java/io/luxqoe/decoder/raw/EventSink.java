package io.luxqoe.decoder.raw;

import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceKind;

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

    /** A frame began that its writer numbers: a TS 32.297 file (clause 6.1.1), a GTP' packet (TS 32.295 clause 6.1.1). */
    default void frame(SequenceKind kind, long number) {}

    /** The raw record itself says that so many records are lost. */
    default void lost(long records) {}
}
