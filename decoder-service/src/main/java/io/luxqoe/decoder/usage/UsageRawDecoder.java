package io.luxqoe.decoder.usage;

import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.text.Lines;

/** One event a line; blank lines and a line of column names at the beginning are passed over. */
final class UsageRawDecoder implements RawDecoder {
    private static final int MAX_LINE = 4096;

    private final UsageReader reader;
    private final TimeTolerance tolerance;
    private final EventIds ids = new EventIds();

    UsageRawDecoder(UsageReader reader, TimeTolerance tolerance) {
        this.reader = reader;
        this.tolerance = tolerance;
    }

    @Override
    public void decode(RawInput input, EventSink sink) {
        RecordOutput output = new RecordOutput(reader, tolerance, ids, input, sink);
        byte[] octets = input.octets();
        Lines lines = new Lines(octets);
        boolean first = true;
        boolean more = lines.next();
        while (more && !output.isFull()) {
            if (!lines.isBlank() && !(first && UsageReader.isHeading(octets, lines.from(), lines.to()))) {
                line(output, lines.from(), lines.to());
            }
            first &= lines.isBlank();
            more = lines.next();
        }
        if (more) {
            output.rejectRest(lines.from(), octets.length);
        }
        if (output.isEmpty()) {
            output.reject(RejectReason.EMPTY_RECORD, "no line of usage", 0, octets.length);
        }
    }

    private static void line(RecordOutput output, int from, int to) {
        DecodeFailure failure = to - from > MAX_LINE
                ? new DecodeFailure(RejectReason.BAD_LENGTH, "a line of more than " + MAX_LINE + " octets")
                : output.decode(from, to);
        if (failure != null) {
            output.reject(failure, from, to);
        }
    }
}
