package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;

/** Records whose lengths a frame gives: what comes of one record is no other's loss. */
final class FramedRecords {
    private static final int BER = 1;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;

    FramedRecords(byte[] octets, RecordProbe probe, RecordOutput output) {
        this.octets = octets;
        this.probe = probe;
        this.output = output;
    }

    /** Decodes the record in the slice; the next one begins at {@code next}. */
    int decode(int from, int recordEnd, int next) {
        DecodeFailure failure = output.decode(from, recordEnd);
        if (failure != null) {
            output.reject(failure, from, next);
        }
        return next;
    }

    /** Decodes the record in a frame whose length is right, whether or not the record fills it. */
    int decodeWithin(int body, int bodyEnd, int format) {
        probe.look(body);
        boolean filled =
                probe.isWhole() && probe.end() <= bodyEnd && Filler.skip(octets, probe.end(), bodyEnd) == bodyEnd;
        if (filled) {
            return decode(body, probe.end(), bodyEnd);
        }
        if (isForeign(body, format)) {
            rejectForeign(format, body, bodyEnd);
        } else {
            output.reject(RejectReason.LENGTH_MISMATCH, "the record does not end where its frame does", body, bodyEnd);
        }
        return bodyEnd;
    }

    /** Whether what is at {@code body} is to be in another encoding and does not look like BER all the same. */
    boolean isForeign(int body, int format) {
        return format != BER && format != 0 && !probe.look(body).isKnown();
    }

    void rejectForeign(int format, int from, int to) {
        output.reject(
                RejectReason.UNSUPPORTED_ENCODING,
                "the data record format is " + format + ", only BER (1) is read",
                from,
                to);
    }
}
