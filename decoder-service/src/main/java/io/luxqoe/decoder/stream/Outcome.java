package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.SourceStatus;
import org.jspecify.annotations.Nullable;

/** What comes out of decoding, each to a topic of its own. */
sealed interface Outcome {
    /** Events of a source and what was lost of it, or its idle mark. */
    record Block(EventBlock block) implements Outcome {}

    /** Octets that could not be decoded, under the key of their raw record. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DeadLetter(byte @Nullable [] key, byte @Nullable [] octets) implements Outcome {}

    /** What is known of a source; nothing once it is forgotten. */
    record Status(@Nullable SourceStatus status) implements Outcome {}
}
