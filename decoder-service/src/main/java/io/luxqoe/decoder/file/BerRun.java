package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;
import org.jspecify.annotations.Nullable;

/**
 * A run of BER records, one after the other, with filler between them. Where there is no record, the run goes on at the
 * next certain one: what lies between costs one reject, however much it is.
 */
final class BerRun {
    private static final int NONE = -1;

    private final byte[] octets;
    private final RecordProbe probe;
    private final RecordOutput output;
    private final int to;

    private int runFrom;
    private int junkFrom = NONE;
    private int junkTo;
    private int junkParts;
    private @Nullable DecodeFailure junkFailure;

    BerRun(byte[] octets, int to, RecordProbe probe, RecordOutput output) {
        this.octets = octets;
        this.to = to;
        this.probe = probe;
        this.output = output;
    }

    /** Decodes the run that begins at {@code from}. */
    void decode(int from) {
        runFrom = from;
        int at = Filler.skip(octets, from, to);
        while (at < to && !output.isFull()) {
            at = Filler.skip(octets, step(at), to);
        }
        flushJunk();
        if (at < to) {
            output.rejectRest(at, to);
        }
    }

    /** Takes what lies at {@code at}; returns where to go on. */
    private int step(int at) {
        probe.look(at);
        boolean known = probe.isKnown();
        boolean like = probe.isRecordLike();
        if (!probe.isWhole()) {
            return known && like ? beyondData(at) : junkUntilRecord(at);
        }
        int end = probe.end();
        if (!goesOnAt(end)) {
            int next = probe.nextCertain(at + 1);
            if (!known && !like) {
                return junk(at, next, null);
            }
            if (next < end) {
                return runsIntoNext(at, next);
            }
        }
        return like ? record(at, end) : perhapsRecord(at, end);
    }

    /** Something that has the shape of a record: it stands or falls alone. */
    private int record(int at, int end) {
        flushJunk();
        DecodeFailure failure = output.decode(at, end);
        if (failure == null) {
            return end;
        }
        boolean lengthInDoubt = isStructural(failure) && !surelyGoesOnAt(end);
        int next = lengthInDoubt ? Math.min(end, probe.nextCertain(at + 1)) : end;
        output.reject(failure, at, next);
        return next;
    }

    /** An element that does not begin as records do: unless it decodes it is junk, as its neighbours may be. */
    private int perhapsRecord(int at, int end) {
        DecodeFailure failure = output.decode(at, end);
        if (failure == null) {
            flushJunk();
            return end;
        }
        return junk(at, Math.min(end, probe.nextCertain(at + 1)), failure);
    }

    private int beyondData(int at) {
        flushJunk();
        int next = probe.nextCertain(at + 1);
        if (next < to) {
            return runsIntoNext(at, next);
        }
        output.reject(RejectReason.TRUNCATED_RECORD, "the raw record ends within this record", at, to);
        return to;
    }

    private int runsIntoNext(int at, int next) {
        flushJunk();
        output.reject(RejectReason.LENGTH_MISMATCH, "the record's length runs into the next record", at, next);
        return next;
    }

    private int junkUntilRecord(int at) {
        return junk(at, probe.nextCertain(at + 1), null);
    }

    private int junk(int at, int end, @Nullable DecodeFailure failure) {
        if (junkFrom == NONE) {
            junkFrom = at;
            junkFailure = failure;
            junkParts = 0;
        }
        junkTo = end;
        junkParts++;
        return end;
    }

    private void flushJunk() {
        if (junkFrom == NONE) {
            return;
        }
        if (junkFailure != null && junkParts == 1) {
            output.reject(junkFailure, junkFrom, junkTo);
        } else if (runFrom == 0 && output.isEmpty() && junkTo == to) {
            output.reject(
                    RejectReason.UNRECOGNISED_FRAMING,
                    "neither a TS 32.297 file nor GTP' nor a run of BER records of TS 32.298",
                    0,
                    to);
        } else {
            output.reject(RejectReason.UNRECOGNISED_OCTETS, "no record", junkFrom, junkTo);
        }
        junkFrom = NONE;
        junkFailure = null;
    }

    /** Whether the run plausibly goes on at {@code at}: data's end, or something that begins as a record does. */
    private boolean goesOnAt(int at) {
        int next = Filler.skip(octets, at, to);
        return next >= to || probe.look(next).isKnown() || probe.isRecordLike();
    }

    private boolean surelyGoesOnAt(int at) {
        int next = Filler.skip(octets, at, to);
        return next >= to || probe.look(next).isCertain();
    }

    private static boolean isStructural(DecodeFailure failure) {
        return switch (failure.reason()) {
            case MALFORMED_BER, NESTED_TOO_DEEP, WRONG_FORM, BAD_LENGTH -> true;
            default -> false;
        };
    }
}
