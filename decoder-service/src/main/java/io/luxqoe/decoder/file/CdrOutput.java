package io.luxqoe.decoder.file;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.schemas.NetworkEvent;
import org.jspecify.annotations.Nullable;

/** What the framings find, decoded and handed on. */
final class CdrOutput {
    /** Beyond that many rejects the rest of a raw record is refused as one. */
    static final int MAX_REJECTS = 10_000;

    private final CdrDecoder decoder;
    private final TimeTolerance tolerance;
    private final EventIds ids;
    private final BerCursor cursor = new BerCursor();
    private final RawInput input;
    private final EventSink sink;
    private int accepted;
    private int rejected;

    CdrOutput(CdrDecoder decoder, TimeTolerance tolerance, EventIds ids, RawInput input, EventSink sink) {
        this.decoder = decoder;
        this.tolerance = tolerance;
        this.ids = ids;
        this.input = input;
        this.sink = sink;
    }

    /**
     * Decodes the record in the slice, its whole outer element, unless it was seen before.
     *
     * @return why it gave no event, or nothing
     */
    @Nullable
    DecodeFailure decode(int from, int to) {
        byte[] octets = input.octets();
        ids.compute(input.source().source(), octets, from, to);
        long high = ids.high();
        long low = ids.low();
        if (sink.isDuplicate(high, low)) {
            accepted++;
            return null;
        }
        NetworkEvent event;
        try {
            if (!cursor.over(octets, from, to).next()) {
                throw new DecodeFailure(RejectReason.MALFORMED_BER, "no element");
            }
            event = decoder.decode(cursor, input.source());
            tolerance.check(event.getEventTime().toEpochMilli(), input.receivedAt());
        } catch (DecodeFailure failure) {
            return failure;
        }
        event.setEventId(ids.text());
        event.setRawOffset(from);
        sink.event(event, high, low, to - from);
        accepted++;
        return null;
    }

    void reject(DecodeFailure failure, int from, int to) {
        reject(new Reject(failure.reason(), failure.field(), failure.getMessage(), from, to - from));
    }

    void reject(RejectReason reason, String message, int from, int to) {
        reject(new Reject(reason, null, message, from, to - from));
    }

    private void reject(Reject reject) {
        rejected++;
        sink.reject(reject);
    }

    void file(long sequenceNumber) {
        accepted++;
        sink.file(sequenceNumber);
    }

    /** Whether so much was refused that the rest is not worth a dead letter each. */
    boolean isFull() {
        return rejected >= MAX_REJECTS;
    }

    /** Whether anything was found at all. */
    boolean isEmpty() {
        return accepted == 0 && rejected == 0;
    }
}
