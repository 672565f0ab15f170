package io.luxqoe.enrichment.reference;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a reference and, behind it, the earlier ones. A chain is immutable and shared by all threads.
 *
 * <p>What holds at an instant is the newest revision whose interval covers it. So a change that takes effect in the
 * future does not show early, a revision that has ended uncovers the one it overlaid, and between revisions that do not
 * meet nothing holds.
 *
 * @param from first instant at which it holds, epoch milliseconds; {@link Long#MIN_VALUE} for always
 * @param until first instant at which it holds no more, epoch milliseconds; {@link Long#MAX_VALUE} for open end
 * @param context what the reference says
 * @param earlier the revision before, absent for the oldest
 */
record Revision<C>(long from, long until, C context, @Nullable Revision<C> earlier) {

    /** Revisions kept of a key: the one in force and the 16 before it that the schemas allow. */
    static final int MOST = 17;

    /** Whether nothing but this revision ever holds, whatever came before it. */
    boolean isAlways() {
        return from == Long.MIN_VALUE && until == Long.MAX_VALUE;
    }

    /** What held at that instant, epoch milliseconds; null where nothing did. */
    static <C> @Nullable C asOf(@Nullable Revision<C> newest, long instant) {
        for (Revision<C> revision = newest; revision != null; revision = revision.earlier) {
            if (revision.from <= instant && instant < revision.until) {
                return revision.context;
            }
        }
        return null;
    }

    /** What held at the instant of the span, which is narrowed to where that is so. */
    static <C> @Nullable C asOf(@Nullable Revision<C> newest, Span span) {
        for (Revision<C> revision = newest; revision != null; revision = revision.earlier) {
            if (span.meets(revision.from, revision.until)) {
                return revision.context;
            }
        }
        return null;
    }

    /**
     * The chain of a reference record.
     *
     * @param newest the record, whose own revision comes first
     * @param previous its earlier revisions, newest first; beyond the sixteenth they are left out
     * @param shape where the parts of a record are
     */
    static <R extends SpecificRecord, C> Revision<C> chain(R newest, List<R> previous, Shape<R, C> shape) {
        Revision<C> chain = null;
        for (int i = Math.min(previous.size(), MOST - 1) - 1; i >= 0; i--) {
            chain = shape.revision(previous.get(i), chain);
        }
        return shape.revision(newest, chain);
    }

    /** Where a reference record keeps its validity, and what of it events are given. */
    record Shape<R, C>(
            Function<R, Instant> validFrom, Function<R, @Nullable Instant> validUntil, Function<R, C> context) {

        Revision<C> revision(R record, @Nullable Revision<C> earlier) {
            long from = validFrom.apply(record).toEpochMilli();
            Instant until = validUntil.apply(record);
            return new Revision<>(
                    // Zero is the schemas' word for always.
                    from == 0 ? Long.MIN_VALUE : from,
                    until == null ? Long.MAX_VALUE : until.toEpochMilli(),
                    context.apply(record),
                    earlier);
        }
    }
}
