package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.SequenceGap;
import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gaps that a status lists and the totals of all: brought up to date with each change of a numbering. */
final class GapLog {
    static final int LISTED = 16;

    private GapLog() {}

    /**
     * Notes a change.
     *
     * @param series name of the series, nothing where the source has one alone
     * @param time timestamp of the raw record that brought it
     */
    static void note(
            SourceStatus status,
            Numbering numbering,
            @Nullable String series,
            SequenceTracker.Change change,
            Instant time) {
        status.setGapsFound(status.getGapsFound() + change.gaps());
        status.setNumbersMissing(status.getNumbersMissing() + change.missing());
        List<SequenceGap> gaps = new ArrayList<>(status.getGaps());
        if (change.missing() > 0) {
            gaps.add(0, new SequenceGap(numbering.kind(), change.first(), change.missing(), time, series));
        } else {
            fill(gaps, numbering, series, change.first());
        }
        status.setGaps(List.copyOf(gaps.subList(0, Math.min(gaps.size(), LISTED))));
    }

    private static void fill(List<SequenceGap> gaps, Numbering numbering, @Nullable String series, long number) {
        for (int i = 0; i < gaps.size(); i++) {
            SequenceGap gap = gaps.get(i);
            long before = numbering.distance(gap.getFirstMissing(), number);
            if (gap.getKind() == numbering.kind()
                    && Objects.equals(gap.getSeries(), series)
                    && before < gap.getMissing()) {
                gaps.remove(i);
                long behind = gap.getMissing() - before - 1;
                if (behind > 0) {
                    gaps.add(i, part(gap, numbering.after(number), behind));
                }
                if (before > 0) {
                    gaps.add(i, part(gap, gap.getFirstMissing(), before));
                }
                return;
            }
        }
    }

    private static SequenceGap part(SequenceGap whole, long first, long missing) {
        return new SequenceGap(whole.getKind(), first, missing, whole.getFoundAt(), whole.getSeries());
    }
}
