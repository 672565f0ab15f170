package io.luxqoe.decoder.record;

import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceKind;
import org.jspecify.annotations.Nullable;

/**
 * The records of one raw record, each decoded unless it was seen before, checked against the time it was received, and
 * handed on with its identity.
 */
public final class RecordOutput {
    /** Beyond that many rejects the rest of a raw record is refused as one. */
    public static final int MAX_REJECTS = 10_000;
    /** Beyond that many records the rest of a raw record is refused: no file of a network element has as many. */
    public static final int MAX_RECORDS = 1_000_000;

    private final RecordReader reader;
    private final TimeTolerance tolerance;
    private final EventIds ids;
    private final RawInput input;
    private final EventSink sink;
    private int accepted;
    private int rejected;
    private int frames;

    /**
     * @param reader reads the records
     * @param tolerance how far event times may lie from the receiving time
     * @param ids used again for each raw record
     */
    public RecordOutput(RecordReader reader, TimeTolerance tolerance, EventIds ids, RawInput input, EventSink sink) {
        this.reader = reader;
        this.tolerance = tolerance;
        this.ids = ids;
        this.input = input;
        this.sink = sink;
    }

    /**
     * Decodes the record in the slice, unless it was seen before.
     *
     * @return why it gave no event, or nothing
     */
    public @Nullable DecodeFailure decode(int from, int to) {
        return decode(from, to, 0);
    }

    /**
     * Decodes the record in the slice, unless it was seen before.
     *
     * @param occurrence how many records of the same octets the raw record held before this one, where these are records
     *     of their own and no duplicates; else 0
     * @return why it gave no event, or nothing
     */
    public @Nullable DecodeFailure decode(int from, int to, int occurrence) {
        byte[] octets = input.octets();
        ids.compute(input.source().source(), octets, from, to, occurrence);
        long high = ids.high();
        long low = ids.low();
        if (sink.isDuplicate(high, low)) {
            accepted++;
            return null;
        }
        NetworkEvent event;
        try {
            event = reader.read(input, from, to);
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

    /** Refuses the slice for that failure. */
    public void reject(DecodeFailure failure, int from, int to) {
        reject(new Reject(failure.reason(), failure.field(), failure.getMessage(), from, to - from));
    }

    /** Refuses the slice for that reason. */
    public void reject(RejectReason reason, String message, int from, int to) {
        reject(new Reject(reason, null, message, from, to - from));
    }

    private void reject(Reject reject) {
        rejected++;
        sink.reject(reject);
    }

    /** A numbered frame began. */
    public void frame(SequenceKind kind, long number) {
        frames++;
        sink.frame(kind, number);
    }

    /** The raw record says that so many records are lost. */
    public void lost(long records) {
        sink.lost(records);
    }

    /** How many records were taken or refused. */
    public int records() {
        return accepted + rejected;
    }

    /** Whether a limit is reached: so much was refused that the rest is not worth a dead letter each. */
    public boolean isFull() {
        return rejected >= MAX_REJECTS || accepted >= MAX_RECORDS;
    }

    /** Refuses the slice as the rest of a raw record that {@link #isFull is full}. */
    public void rejectRest(int from, int to) {
        if (rejected >= MAX_REJECTS) {
            reject(RejectReason.TOO_MANY_REJECTS, "the rest of a raw record of many failures", from, to);
        } else {
            reject(RejectReason.TOO_MANY_RECORDS, "the rest of a raw record of " + MAX_RECORDS + " records", from, to);
        }
    }

    /** Whether anything was found at all. */
    public boolean isEmpty() {
        return accepted + rejected + frames == 0;
    }
}
