package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.completeness.Incident;
import io.luxqoe.kpi.completeness.LateEvents;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.video.VideoBuffer;
import io.luxqoe.kpi.video.VideoMessage;
import io.luxqoe.kpi.window.Combined.Late;
import io.luxqoe.kpi.window.Combined.Progress;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToVideo;
import io.luxqoe.kpi.window.Combined.Told;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * First phase: adds the events of one input partition to partial sums by series and window, and sends these on before
 * each commit, so that a hot key costs a record for each commit interval and not for each event. What is late goes its own
 * way. At a pace the task promises how far it has come, after the partials that the promise speaks of.
 */
final class CombineProcessor implements Processor<String, EnrichedBlock, SeriesKey, Combined> {

    static final String CLOCKS = "source-clocks";
    static final String BEFORE_COMMIT = "combine-before-commit";
    static final String TASK_PROGRESS = "task-progress";

    private final WindowSpec window;
    private final CombineBuffer buffer;
    private final WindowMeters meters;
    private final LateEvents late = new LateEvents();
    private final VideoBuffer video;

    private ProcessorContext<SeriesKey, Combined> context;
    private CombineTask task;
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<KpiProgress>> allProgress;
    private @Nullable KpiProgress stated;

    @SuppressWarnings("NullAway.Init") // init comes before all else
    CombineProcessor(WindowSpec window, List<Axis> axes, VideoBuffer video, WindowMeters meters) {
        this.window = window;
        this.buffer = new CombineBuffer(axes, window.sizes().base());
        this.video = video;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<SeriesKey, Combined> processorContext) {
        context = processorContext;
        KeyValueStore<String, byte[]> clocks = context.getStateStore(CLOCKS);
        task = new CombineTask(context.taskId().partition(), window, clocks);
        allProgress = context.getStateStore(TASK_PROGRESS);
        BeforeCommit beforeCommit = context.getStateStore(BEFORE_COMMIT);
        beforeCommit.call(context, this::drain);
        context.schedule(window.progressEvery(), PunctuationType.WALL_CLOCK_TIME, now -> stateProgress());
    }

    @Override
    public void process(Record<String, EnrichedBlock> message) {
        EnrichedBlock block = message.value();
        SourceClock clock = task.clockOf(block.getSource());
        task.faultsOf(block.getSource()).take(block, clock.highest()).forEach(this::tell);
        if (block.getSourceIdle()) {
            clock.fallIdle();
            return;
        }
        long rawTime = block.getOrigin() == null
                ? message.timestamp()
                : block.getOrigin().getTimestamp().toEpochMilli();
        for (EnrichedEvent event : block.getEvents()) {
            add(event, clock, rawTime, message);
        }
    }

    private void add(EnrichedEvent event, SourceClock clock, long rawTime, Record<String, EnrichedBlock> message) {
        long eventTime = event.getEvent().getEventTime().toEpochMilli();
        WindowSize base = window.sizes().base();
        long windowStart = base.startOf(eventTime);
        long lateBy =
                task.lateBy(base.endOf(windowStart), clock, event.getEvent().getService() == ServiceType.VIDEO);
        clock.advanceTo(eventTime);
        if (lateBy > 0) {
            task.addLate();
            late.add(message.key(), windowStart, base.endOf(windowStart));
            meters.late();
            context.forward(new Record<>(
                    AccumulateProcessor.NO_SERIES,
                    new Late(message.key(), event),
                    message.timestamp(),
                    lateHeaders(lateBy, windowStart)));
            return;
        }
        task.addCounted();
        meters.counted();
        if (video.add(event, message.value().getSourceContext(), rawTime)) {
            return;
        }
        MeasurementFamily family = MeasurementFamilies.of(event.getEvent());
        if (family != null) {
            buffer.add(family, event, windowStart, rawTime);
        }
    }

    private void toVideo(String session, VideoMessage message, long now) {
        context.forward(new Record<>(AccumulateProcessor.NO_SERIES, new ToVideo(session, message), now));
    }

    private void tell(Incident incident) {
        context.forward(new Record<>(AccumulateProcessor.NO_SERIES, new Told(incident), context.currentSystemTimeMs()));
    }

    /** Runs in the transaction that commits the offsets of what was added: see {@link BeforeCommit}. */
    private void drain() {
        long now = context.currentSystemTimeMs();
        late.drain().forEach(this::tell);
        video.drainTo((session, reports) -> toVideo(session, reports, now));
        buffer.drainTo((key, partial) -> context.forward(new Record<>(key, partial, now)));
        task.save();
    }

    private void stateProgress() {
        drain();
        long now = context.currentSystemTimeMs();
        if (task.raisePromise(progressOfAll(), now)) {
            task.save();
            int partition = context.taskId().partition();
            context.forward(new Record<>(AccumulateProcessor.NO_SERIES, new Promise(partition, task.promise()), now));
            toVideo("", new VideoMessage.Promise(partition, task.videoPromise()), now);
        }
        KpiProgress progress = task.progress();
        if (!progress.equals(stated)) {
            stated = progress;
            context.forward(new Record<>(AccumulateProcessor.NO_SERIES, new Progress(progress), now));
        }
    }

    private List<KpiProgress> progressOfAll() {
        List<KpiProgress> all = new ArrayList<>(window.inputPartitions());
        try (KeyValueIterator<String, ValueAndTimestamp<KpiProgress>> entries = allProgress.all()) {
            while (entries.hasNext()) {
                KeyValue<String, ValueAndTimestamp<KpiProgress>> entry = entries.next();
                if (entry.value.value().getPartition() < window.inputPartitions()) {
                    all.add(entry.value.value());
                }
            }
        }
        return all;
    }

    private Headers lateHeaders(long lateBy, long windowStart) {
        return new RecordHeaders()
                .add(LuxHeaders.LATE_BY_MS, utf8(Long.toString(lateBy)))
                .add(
                        LuxHeaders.WINDOW_START,
                        utf8(Instant.ofEpochMilli(windowStart).toString()))
                .add(LuxHeaders.WINDOW_SIZE, utf8(window.sizes().base().id()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
