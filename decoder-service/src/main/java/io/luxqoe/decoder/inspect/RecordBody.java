package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.raw.Reject;
import org.jspecify.annotations.Nullable;

/** Prints the parts of a raw record, in their order. */
interface RecordBody {
    /** What lies between records. */
    void between(int from, int to);

    /** A record, or octets that were refused. */
    void record(int from, int to, String heading, @Nullable Reject reject);
}
