package io.luxqoe.decoder.raw;

/**
 * A raw format: octets and source settings in, events and rejects out. No input makes it throw: what cannot be decoded
 * is a {@link Reject}, and the rest of the raw record is decoded. A decoder keeps buffers and caches and belongs to one
 * thread.
 */
@FunctionalInterface
public interface RawDecoder {
    /** Decodes one raw record into the sink. */
    void decode(RawInput input, EventSink sink);
}
