package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.SequenceKind;

/** Hears what is decoded. What a crash makes Kafka Streams process again is heard again. */
public interface DecoderListener {
    /** A raw record was read, and gave that many events and duplicates. */
    void decoded(int events, int duplicates);

    /** A record of a known type that gives no event was passed over. */
    default void passedOver() {}

    /** A dead letter was written. */
    void rejected(RejectReason reason);

    /** So many numbers more are missing in one gap of that kind; -1 if one came after all. */
    default void numbersMissing(SequenceKind kind, long numbers) {}
}
