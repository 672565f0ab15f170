package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordOrigin;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.PartitionMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The work of one task. All that is remembered lies in its two stores; what is kept beside them was built from them when
 * the task began, so that a task that died is continued where its last transaction ended.
 */
final class PartitionDecoder {
    private static final byte[] NO_OCTETS = {};

    private final ProcessorContext<String, Outcome> context;
    private final Sources sources;
    private final SeenEvents seen;
    private final Decoders decoders;
    private final DecoderOptions options;
    private final DecoderListener listener;
    private final BlockWriter blocks;
    private final DeadLetterWriter deadLetters;
    private final SilenceWatch silence;
    private final Sequences sequences;
    private final SequenceCheck check;

    PartitionDecoder(
            ProcessorContext<String, Outcome> context,
            Sources sources,
            SeenEvents seen,
            Sequences sequences,
            Decoders decoders,
            DecoderOptions options,
            DecoderListener listener) {
        this.context = context;
        this.sources = sources;
        this.seen = seen;
        this.sequences = sequences;
        this.check = new SequenceCheck(sequences, listener);
        this.decoders = decoders;
        this.options = options;
        this.listener = listener;
        this.blocks = new BlockWriter(context);
        this.deadLetters = new DeadLetterWriter(context);
        this.silence =
                new SilenceWatch(sources, options.idleAfter(), options.statusInterval(), context.currentSystemTimeMs());
    }

    void process(Record<byte[], byte[]> raw) {
        RecordMetadata origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a raw record comes from a topic"));
        sources.heard(raw.timestamp());
        String id = SourceIds.read(raw.key());
        if (id == null) {
            byte[] octets = octetsOf(raw);
            refuse(
                    raw,
                    origin,
                    new Reject(RejectReason.MISSING_SOURCE, null, "its key is no source id", 0, octets.length));
            return;
        }
        Sources.Known source = sources.of(id);
        silence.silentWhile(source)
                .forEach(silent -> markIdle(silent, sources.time() - silent.lastSeen(), raw.timestamp()));
        decode(raw, origin, source);
    }

    private void decode(Record<byte[], byte[]> raw, RecordMetadata origin, Sources.Known source) {
        blocks.begin(
                source.id(),
                new RecordOrigin(
                        origin.topic(), origin.partition(), origin.offset(), Instant.ofEpochMilli(raw.timestamp())),
                raw.timestamp());
        check.begin(source.status(), raw.timestamp(), sources.time());
        Tally tally = new Tally(raw, origin, source);
        String format = decoders.formatOf(origin.topic(), raw.headers());
        RawDecoder decoder = decoders.of(format);
        byte[] octets = octetsOf(raw);
        if (decoder == null) {
            tally.reject(new Reject(
                    RejectReason.UNKNOWN_FORMAT,
                    null,
                    "there is no raw format of that name; there are " + String.join(", ", RawFormats.names()),
                    0,
                    octets.length));
        } else {
            source.status().setFormat(format);
            decoder.decode(new RawInput(options.sources().of(source.id()), octets, raw.timestamp()), tally);
        }
        tally.close();
        seen.save(source.id());
    }

    private static byte[] octetsOf(Record<byte[], byte[]> raw) {
        return Objects.requireNonNullElse(raw.value(), NO_OCTETS);
    }

    private void refuse(Record<byte[], byte[]> raw, RecordMetadata origin, Reject reject) {
        deadLetters.write(raw, origin, reject);
        listener.rejected(reject.reason());
    }

    private void markIdle(Sources.Known source, long silentFor, long time) {
        blocks.markIdle(source.id(), isBeyondHabit(source, silentFor), time);
        sources.marked(source);
    }

    /** Marks what is silent, forgets what was so for too long, publishes what has changed. */
    void punctuate(long now) {
        if (silence.isAllQuiet(now)) {
            if (sources.all().isEmpty()) {
                blocks.markIdle(PartitionMark.keyOf(context.taskId().partition()), false, now);
            }
            sources.all().forEach(source -> markIdle(source, silence.silenceOf(source), now));
        }
        forget();
        reportSilent();
        for (Sources.Known source : sources.all()) {
            SourceStatus status = source.takeUnpublished();
            if (status != null) {
                publish(source.id(), new Outcome.Status(status), now);
            }
        }
    }

    private void reportSilent() {
        for (Sources.Known source : sources.all()) {
            if (isBeyondHabit(source, silence.silenceOf(source))) {
                sources.silent(source);
            }
        }
    }

    /** Whether so many ms of silence are more than the usual interval of the source explains. */
    private boolean isBeyondHabit(Sources.Known source, long silentFor) {
        Long usual = source.status().getUsualIntervalMs();
        long least = options.leastSilence().toMillis();
        return usual != null && silentFor > Math.max(least, (long) (options.silenceFactor() * usual));
    }

    private void forget() {
        if (sources.all().isEmpty()) {
            return;
        }
        sequences.forgetSilentSessions(sources.time());
        long horizon = sources.time() - options.sourceRetention().toMillis();
        List<Sources.Known> forgotten = new ArrayList<>();
        for (Sources.Known source : sources.all()) {
            if (source.lastSeen() < horizon) {
                forgotten.add(source);
            }
        }
        for (Sources.Known source : forgotten) {
            sources.delete(source);
            seen.forget(source.id());
            sequences.forget(source.id());
            publish(source.id(), new Outcome.Status(null), context.currentSystemTimeMs());
        }
    }

    private void publish(String source, Outcome.Status status, long now) {
        context.forward(new Record<>(source, status, now));
    }

    /** What one raw record comes to: events go to the blocks, and the totals of the source are brought up to date. */
    private final class Tally implements EventSink {
        private final Record<byte[], byte[]> raw;
        private final RecordMetadata origin;
        private final Sources.Known source;
        private int events;
        private int duplicates;
        private int rejects;
        private int lostRejects;
        private int passedOver;
        private long highestEventTime = Long.MIN_VALUE;

        Tally(Record<byte[], byte[]> raw, RecordMetadata origin, Sources.Known source) {
            this.raw = raw;
            this.origin = origin;
            this.source = source;
        }

        @Override
        public boolean isDuplicate(long idHigh, long idLow) {
            boolean duplicate = seen.contains(idHigh, idLow);
            if (duplicate) {
                duplicates++;
                check.duplicate();
            }
            return duplicate;
        }

        @Override
        public void event(NetworkEvent event, long idHigh, long idLow, int octets) {
            seen.add(source.id(), idHigh, idLow);
            check.event(event);
            blocks.add(event, octets);
            highestEventTime = Math.max(highestEventTime, event.getEventTime().toEpochMilli());
            events++;
        }

        @Override
        public void reject(Reject reject) {
            if (options.passOver() && reject.reason() == RejectReason.UNSUPPORTED_RECORD_TYPE) {
                passedOver++;
                listener.passedOver();
                return;
            }
            refuse(raw, origin, reject);
            rejects++;
            lostRejects += reject.reason().losesEvents() ? 1 : 0;
        }

        @Override
        public void frame(SequenceKind kind, long number) {
            check.frame(kind, number);
        }

        @Override
        public void lost(long records) {
            check.lost(records);
        }

        void close() {
            check.end();
            blocks.end(check.losses(lostRejects, events == 0 ? null : Instant.ofEpochMilli(highestEventTime)));
            SourceStatus status = source.status();
            status.setRawRecords(status.getRawRecords() + 1);
            status.setEvents(status.getEvents() + events);
            status.setDuplicates(status.getDuplicates() + duplicates);
            status.setRejected(status.getRejected() + rejects);
            status.setPassedOver(status.getPassedOver() + passedOver);
            if (duplicates > 0 && events == 0 && rejects == 0) {
                status.setDuplicateFiles(status.getDuplicateFiles() + 1);
            }
            source.heard(raw.timestamp());
            if (highestEventTime > highestOf(status)) {
                status.setHighestEventTime(Instant.ofEpochMilli(highestEventTime));
            }
            sources.save(source);
            listener.decoded(events, duplicates);
        }

        private static long highestOf(SourceStatus status) {
            Instant highest = status.getHighestEventTime();
            return highest == null ? Long.MIN_VALUE : highest.toEpochMilli();
        }
    }
}
