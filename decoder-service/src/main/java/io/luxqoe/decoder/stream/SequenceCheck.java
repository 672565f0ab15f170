package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that one raw record after another brings, followed in the {@link Sequences} of their source and told in its
 * status. A frame whose records were all seen before has mostly come before itself: its number is no gap and closes none
 * that is far away, and what it lacks does not count again.
 */
final class SequenceCheck {
    private final Sequences sequences;
    private final DecoderListener listener;
    private final Map<Numbering, Frame> frames = new EnumMap<>(Numbering.class);
    private SourceStatus status = new SourceStatus();
    private long time;
    private Instant timestamp = Instant.EPOCH;
    private long lost;
    private int events;
    private int duplicates;

    /** A numbered part of a raw record, and how much was in the raw record before it. */
    private record Frame(long number, int events, int duplicates) {}

    SequenceCheck(Sequences sequences, DecoderListener listener) {
        this.sequences = sequences;
        this.listener = listener;
    }

    /**
     * Begins a raw record.
     *
     * @param rawTimestamp its timestamp, UTC, ms
     * @param partitionTime time of the partition, UTC, ms
     */
    void begin(SourceStatus sourceStatus, long rawTimestamp, long partitionTime) {
        status = sourceStatus;
        timestamp = Instant.ofEpochMilli(rawTimestamp);
        time = partitionTime;
        lost = 0;
        events = 0;
        duplicates = 0;
        frames.clear();
    }

    void frame(SequenceKind kind, long number) {
        Numbering numbering = Numbering.of(kind);
        Frame before = frames.put(numbering, new Frame(number, events, duplicates));
        if (before != null) {
            end(numbering, before);
        }
    }

    private void end(Numbering numbering, Frame frame) {
        boolean again = events == frame.events && duplicates > frame.duplicates;
        if (numbering == Numbering.FILE && !again) {
            status.setLastFileSequence(frame.number);
        }
        see(numbering, null, frame.number, again);
    }

    void lost(long records) {
        lost += Math.max(records, 0);
    }

    void duplicate() {
        duplicates++;
    }

    void event(NetworkEvent event) {
        events++;
        Object details = event.getDetails();
        if (details instanceof VoiceCall call) {
            record(call.getRecordingEntity(), call.getLocalSequenceNumber());
        } else if (details instanceof DataSession session) {
            record(session.getNodeId(), session.getLocalSequenceNumber());
        } else if (details instanceof VideoReport report && report.getSessionId() != null) {
            Long number = report.getSequenceNumber();
            if (number != null) {
                // A report of an event goes to a collector, whatever host it is about.
                String host =
                        report.getEvent() != null ? "" : Objects.requireNonNullElse(report.getRequestedHost(), "");
                see(Numbering.CMCD, report.getSessionId() + ' ' + report.getMode() + ' ' + host, number, false);
            }
        }
    }

    private void record(@Nullable String node, @Nullable Long number) {
        if (number != null) {
            status.setLastRecordSequence(number);
            see(Numbering.LOCAL_RECORD, node, number, false);
        }
    }

    private void see(Numbering numbering, @Nullable String series, long number, boolean again) {
        SequenceTracker.Change change = sequences.see(
                status.getSource(), numbering, Objects.requireNonNullElse(series, ""), number, again, time);
        if (change.missing() != 0) {
            GapLog.note(status, numbering, series, change, timestamp);
            listener.numbersMissing(numbering.kind(), change.missing());
        }
    }

    /** Ends the raw record: what changed is in the store and in the status. */
    void end() {
        frames.forEach(this::end);
        if (events > 0 || duplicates == 0) {
            status.setLostRecords(status.getLostRecords() + lost);
        }
        sequences.save();
    }
}
