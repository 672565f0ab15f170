package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.NetworkEvent;

/** Decodes the CDRs of one domain, each chosen by its outer tag. Keeps buffers and belongs to one thread. */
public interface CdrDecoder {
    /** Whether it reads the records of that outer tag, context-specific. */
    boolean reads(int outerTag);

    /**
     * Decodes the element at the cursor. Event id and offset are the caller's to set.
     *
     * @param record the whole record, its outer tag at the cursor
     */
    NetworkEvent decode(BerCursor record, SourceSettings source) throws DecodeFailure;
}
