package io.luxqoe.decoder.record;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.schemas.NetworkEvent;

/** Reads the event of one record: a CDR, a line. */
@FunctionalInterface
public interface RecordReader {
    /** The event of the record in the slice; its id and its offset are the caller's to set. */
    NetworkEvent read(RawInput input, int from, int to) throws DecodeFailure;
}
