package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.window.Accumulated.Statement;
import io.luxqoe.kpi.window.Accumulated.ToOthers;
import io.luxqoe.kpi.window.Combined.Partial;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import io.luxqoe.kpi.window.Combined.Told;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Second phase: merges the partials of all combine tasks into the windows of its keys. A window is stated PROVISIONAL at
 * a pace while it changes, and FINAL once, when the least of the tasks' promises has passed its end plus grace. A base
 * window that is FINAL is merged into the coarser ones that it is part of. What the bound of an axis folds goes on, with a
 * promise, to the tasks of {@code other}.
 */
final class AccumulateProcessor implements Processor<SeriesKey, ToAccumulate, SeriesKey, Accumulated>, Closing.Outcome {

    /** Stands for the key of what is no series; promises go to every partition. */
    static final SeriesKey NO_SERIES = new SeriesKey("", "", "");

    private static final Duration TURN = Duration.ofMillis(100);

    private final WindowSpec spec;
    private final List<Axis> axes;
    private final KpiCatalogue catalogue;
    private final Statements statements;
    private final FinalListener listener;
    private final WindowMeters meters;

    private ProcessorContext<SeriesKey, Accumulated> context;
    private OpenWindows open;
    private FinalWindows finals;
    private LaneWatermarks watermarks;
    private Folding folding;
    private Closing closing;
    private TaskMeters gauges;

    /** How many windows may still be stated before the next turn. */
    private int left;

    private long nextRound;

    private Baselines baselines;
    private Completeness completeness;

    @SuppressWarnings("NullAway.Init") // init comes before all else
    AccumulateProcessor(
            WindowSpec spec, List<Axis> axes, KpiCatalogue catalogue, FinalListener listener, WindowMeters meters) {
        this.spec = spec;
        this.axes = axes;
        this.catalogue = catalogue;
        this.statements = new Statements(catalogue);
        this.listener = listener;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<SeriesKey, Accumulated> processorContext) {
        context = processorContext;
        finals = new FinalWindows(context, Stage.KEYS, spec.sizes());
        KeyValueStore<Integer, Long> promises = context.getStateStore(Stage.KEYS.promises());
        watermarks = new LaneWatermarks(promises, spec.inputPartitions(), spec.partitions());
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(Stage.KEYS.openWindows());
        open = new OpenWindows(store, spec.sizes());
        left = spec.windowsAtOnce();
        folding = new Folding(axes, spec.partitions());
        open.forEach(this::countIfCoarsest);
        baselines = new Baselines(context, spec.baseline(), catalogue, finals);
        listener.left(context.taskId().partition());
        BeforeCommit beforeCommit = context.getStateStore(Stage.KEYS.beforeCommit());
        completeness = new Completeness(context, open, spec);
        closing = new Closing(open, folding, watermarks, spec, this);
        gauges = meters.of(context.taskId().partition());
        for (Lane lane : Lane.values()) {
            gauges.closedTo(lane, watermarks.closedTo(lane));
        }
        beforeCommit.call(context, this::save);
        context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, this::turn);
    }

    @Override
    public void close() {
        listener.left(context.taskId().partition());
        meters.left(context.taskId().partition(), gauges);
    }

    @Override
    public void process(Record<SeriesKey, ToAccumulate> message) {
        if (message.value() instanceof Partial partial) {
            merge(message.key(), partial);
        } else if (message.value() instanceof Told told) {
            completeness.hear(told.incident());
        } else if (message.value() instanceof Promise promise) {
            if (watermarks.hear(promise)) {
                closeSome();
            }
        }
    }

    private void merge(SeriesKey series, Partial partial) {
        WindowSize base = spec.sizes().base();
        long start = partial.windowStart();
        long watermark = watermarks.of(Lane.of(series.family()));
        if (Watermarks.closed(base.endOf(start), spec.graceMs(), watermark)) {
            // A combine task broke its promise. The record goes to the dead letter; it must not vanish.
            throw new IllegalStateException("partial for a window that is final: start " + Instant.ofEpochMilli(start)
                    + ", watermark " + Instant.ofEpochMilli(watermark));
        }
        SeriesKey admitted = admit(series, start);
        OpenWindow window = open.open(admitted, base, start);
        if (window.state().events() == 0) {
            openCoarser(window);
        }
        window.state().merge(partial);
    }

    /** The series, as the object that all its windows share, or {@code other} if its axis is full. */
    private SeriesKey admit(SeriesKey series, long time) {
        WindowSize coarsest = spec.sizes().coarsest();
        long start = coarsest.startOf(time);
        OpenWindow known = open.find(series, coarsest, start);
        if (known != null) {
            return known.series();
        }
        return folding.admits(series, start) ? series : Folding.otherOf(series);
    }

    /** A coarser window is there from its first event on, though it gets that event when the finer one is final. */
    private void openCoarser(OpenWindow finer) {
        for (WindowSize size : spec.sizes().builtFrom(finer.size())) {
            size.forEachHolding(finer.start(), start -> {
                if (open.find(finer.series(), size, start) == null) {
                    OpenWindow coarser = open.open(finer.series(), size, start);
                    countIfCoarsest(coarser);
                    openCoarser(coarser);
                }
            });
        }
    }

    private void countIfCoarsest(OpenWindow window) {
        if (window.size().equals(spec.sizes().coarsest())) {
            folding.opened(window.series(), window.start());
        }
    }

    private void closeSome() {
        left -= closing.some(left);
    }

    @Override
    public void keep(OpenWindow window) {
        buildCoarser(window);
        completeness.judge(window);
        stateFinal(window);
    }

    @Override
    public void fold(SeriesKey other, List<OpenWindow> windows) {
        windows.forEach(this::buildCoarser);
        windows.forEach(completeness::judge);
        Partial sum = Folding.sum(windows);
        meters.folded(other.axis(), sum.folded().keys());
        forward(other, new ToOthers(sum));
    }

    @Override
    public void closedTo(Lane lane, long watermark) {
        gauges.closedTo(lane, watermark);
        completeness.forgetBefore(Math.min(watermarks.closedTo(Lane.EVENTS), watermarks.closedTo(Lane.VIDEO_SESSIONS)));
        int task = LaneWatermarks.taskNumber(lane, context.taskId().partition(), spec.partitions());
        forward(NO_SERIES, new ToOthers(new Promise(task, watermark)));
    }

    private void buildCoarser(OpenWindow finer) {
        for (WindowSize size : spec.sizes().builtFrom(finer.size())) {
            size.forEachHolding(
                    finer.start(),
                    start -> open.open(finer.series(), size, start).state().merge(finer.state()));
        }
    }

    private void stateFinal(OpenWindow window) {
        window.state().stated(watermarks.of(Lane.of(window.series().family())));
        finals.put(window);
        List<KpiValue> values = statements.values(window);
        baselines.compare(window, values);
        state(window, KpiWindowStatus.FINAL, values);
        listener.onFinal(
                context.taskId().partition(),
                new FinalWindow(
                        window.series(),
                        window.size(),
                        window.start(),
                        window.state().revision(),
                        window.state().reasons(),
                        values));
    }

    private void save() {
        open.save();
        completeness.save();
    }

    /** What is final comes first; what is not said this time is said the next. */
    private void turn(long now) {
        left = spec.windowsAtOnce();
        closeSome();
        if (now >= nextRound) {
            nextRound = now + spec.publishEvery().toMillis();
            open.beginRound();
            baselines.teachSome(watermarks::closedTo);
            baselines.forgetSome(watermarks.closedTo(Lane.EVENTS));
        }
        left -= open.someUnstated(left, this::stateProvisional);
        gauges.open(open.count());
        if (left == 0) {
            context.commit();
        }
    }

    private void stateProvisional(OpenWindow window) {
        if (window.state().events() > 0 && !window.series().value().equals(Axis.OTHER)) {
            completeness.judge(window);
            window.state().stated(watermarks.of(Lane.of(window.series().family())));
            state(window, KpiWindowStatus.PROVISIONAL, statements.values(window));
        }
    }

    private void state(OpenWindow window, KpiWindowStatus status, List<KpiValue> values) {
        meters.stated(status == KpiWindowStatus.FINAL);
        forward(window.series(), new Statement(window.size(), statements.about(window, status, values)));
    }

    private void forward(SeriesKey series, Accumulated message) {
        context.forward(new Record<>(series, message, context.currentSystemTimeMs()));
    }
}
