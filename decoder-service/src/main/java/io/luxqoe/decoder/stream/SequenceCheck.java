package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that one raw record after another brings, followed in the {@link Sequences} of their source, told in its
 * status and summed up as the losses of the raw record. A frame whose records were all seen before has mostly come before itself: its number is no gap and closes none
 * that is far away, and what it lacks does not count again.
 */
final class SequenceCheck {
    private final Sequences sequences;
    private final DecoderListener listener;
    private final Map<Numbering, Frame> frames = new EnumMap<>(Numbering.class);
    private final Map<SeriesName, Long> missing = new HashMap<>();
    private SourceStatus status = new SourceStatus();
    private long time;
    private Instant timestamp = Instant.EPOCH;
    private long lost;
    private int events;
    private int duplicates;

    /** A numbered part of a raw record, and how much was in the raw record before it. */
    private record Frame(long number, int events, int duplicates) {}

    /** A numbering of the source. */
    private record SeriesName(Numbering numbering, String name) {}

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
        missing.clear();
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
        String name = Objects.requireNonNullElse(series, "");
        SequenceTracker.Change change = sequences.see(status.getSource(), numbering, name, number, again, time);
        if (change.missing() != 0) {
            missing.merge(new SeriesName(numbering, name), change.missing(), Long::sum);
            GapLog.note(status, numbering, series, change, timestamp);
            listener.numbersMissing(numbering.kind(), change.missing());
        }
    }

    /** Ends the raw record: what changed is in the store and in the status. */
    void end() {
        frames.forEach(this::end);
        if (!cameBefore()) {
            status.setLostRecords(status.getLostRecords() + lost);
        }
        sequences.save();
    }

    /**
     * What the raw record, which has ended, showed to be lost; nothing if it lost nothing.
     *
     * @param rejected records of it that could not be read
     * @param highestEventTime the highest event time in it, if there is one
     */
    @Nullable
    BlockLosses losses(long rejected, @Nullable Instant highestEventTime) {
        long gone = missing.values().stream().mapToLong(net -> Math.max(net, 0)).sum();
        long back =
                missing.values().stream().mapToLong(net -> Math.max(-net, 0)).sum();
        long lostNow = cameBefore() ? 0 : lost;
        long rejectedNow = cameBefore() ? 0 : rejected;
        return gone + back + lostNow + rejectedNow == 0
                ? null
                : new BlockLosses(gone, back, lostNow, rejectedNow, highestEventTime);
    }

    /** A raw record of which all was there before lacks what it lacked then. */
    private boolean cameBefore() {
        return events == 0 && duplicates > 0;
    }
}
