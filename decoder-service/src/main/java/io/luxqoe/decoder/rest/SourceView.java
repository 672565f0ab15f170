package io.luxqoe.decoder.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.luxqoe.decoder.source.SourceStatement;
import io.luxqoe.schemas.SequenceGap;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as JSON, in the names of {@link SourceStatus}; what is absent has no member. Times are ISO 8601 instants.
 *
 * @param asOf when this was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        String source,
        Instant asOf,
        @Nullable String format,
        long rawRecords,
        long events,
        long duplicates,
        long duplicateFiles,
        long rejected,
        long passedOver,
        long lostRecords,
        @Nullable Instant lastSeen,
        @Nullable Instant highestEventTime,
        boolean idle,
        @Nullable Instant silentSince,
        @Nullable Long usualIntervalMs,
        @Nullable Long lastFileSequence,
        @Nullable Long lastRecordSequence,
        long gapsFound,
        long numbersMissing,
        List<GapView> gaps) {

    /** A gap as JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GapView(SequenceKind kind, @Nullable String series, long firstMissing, long missing, Instant foundAt) {

        static GapView of(SequenceGap gap) {
            return new GapView(
                    gap.getKind(), gap.getSeries(), gap.getFirstMissing(), gap.getMissing(), gap.getFoundAt());
        }
    }

    static SourceView of(SourceStatement statement) {
        SourceStatus status = statement.status();
        return new SourceView(
                status.getSource(),
                statement.asOf(),
                status.getFormat(),
                status.getRawRecords(),
                status.getEvents(),
                status.getDuplicates(),
                status.getDuplicateFiles(),
                status.getRejected(),
                status.getPassedOver(),
                status.getLostRecords(),
                status.getLastSeen(),
                status.getHighestEventTime(),
                status.getIdle(),
                status.getSilentSince(),
                status.getUsualIntervalMs(),
                status.getLastFileSequence(),
                status.getLastRecordSequence(),
                status.getGapsFound(),
                status.getNumbersMissing(),
                status.getGaps().stream().map(GapView::of).toList());
    }
}
