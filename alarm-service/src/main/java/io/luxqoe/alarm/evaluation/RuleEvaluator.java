package io.luxqoe.alarm.evaluation;

import io.luxqoe.alarm.lifecycle.AlarmLifecycle;
import io.luxqoe.alarm.lifecycle.AlarmState;
import io.luxqoe.alarm.lifecycle.Observation;
import io.luxqoe.alarm.lifecycle.Verdict;
import io.luxqoe.alarm.rule.RuleBook;
import io.luxqoe.alarm.rule.RulesInForce;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules in force over each window, and writes the transitions.
 *
 * <p>Rules may change at any time. Before the next window is evaluated, or at the next tick of the clock if none comes,
 * every remembered state is compared with the changed rules, and an alarm that no rule watches any more is cleared.
 */
final class RuleEvaluator implements Processor<KpiKey, KpiWindow, String, Alarm> {

    static final String ALARM_STATES = "alarm-states";
    static final String EVALUATED_WINDOWS = "evaluated-windows";

    private static final long NONE = -1;
    /** Of the time after which something is forgotten: how precisely that is kept. */
    private static final int FORGET_STEPS = 10;

    private final EvaluationSettings settings;
    private final TransitionListener listener;
    private @Nullable Stage stage;
    private long sweptEdition = NONE;
    private Instant latestEnd = Instant.EPOCH;
    private Instant forgotAt = Instant.EPOCH;

    /** What is there between init and close. */
    private record Stage(
            ProcessorContext<String, Alarm> context,
            RulesInForce rules,
            AlarmStates states,
            EvaluatedWindows evaluated) {}

    RuleEvaluator(EvaluationSettings settings, TransitionListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Alarm> context) {
        // A task that was found corrupt is initialised again, its stores as they were before.
        sweptEdition = NONE;
        latestEnd = Instant.EPOCH;
        forgotAt = Instant.EPOCH;
        stage = new Stage(
                context,
                context.getStateStore(AlarmTopology.ALARM_RULES),
                new AlarmStates(context.getStateStore(ALARM_STATES)),
                new EvaluatedWindows(context.getStateStore(EVALUATED_WINDOWS)));
        context.schedule(
                settings.sweepInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> sweepIfChanged(onStage(), Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<KpiKey, KpiWindow> record) {
        Stage on = onStage();
        KpiKey series = record.key();
        KpiWindow window = record.value();
        if (series == null || window == null) {
            throw new InvalidWindowException("a KPI window must have a key and a value", null);
        }
        RuleBook book = sweepIfChanged(on, Instant.ofEpochMilli(on.context().currentSystemTimeMs()));
        boolean isFinal = window.getStatus() == KpiWindowStatus.FINAL;
        List<WatchRule> watching = watching(book, series, isFinal);
        boolean saysSomething = isFinal || (window.getStatus() == KpiWindowStatus.PROVISIONAL && !watching.isEmpty());
        if (!saysSomething || on.evaluated().isPast(series, window)) {
            return;
        }
        for (WatchRule rule : watching) {
            if (rule.isAbout(series.getValue())) {
                evaluate(on, rule, series.getValue(), window, record.timestamp());
            }
        }
        if (isFinal) {
            on.evaluated().remember(series, window);
            forgetWhatIsOld(on, window.getEnd());
        }
    }

    private void evaluate(Stage on, WatchRule rule, String key, KpiWindow window, long timestamp) {
        KpiValue kpi = valueOf(rule.kpi(), window);
        if (kpi == null) {
            return;
        }
        String alarmId = rule.alarmId(key);
        AlarmState before = on.states().get(alarmId);
        Verdict verdict = AlarmLifecycle.observe(rule, key, before, Observation.of(rule, window, kpi));
        if (!verdict.state().equals(before)) {
            on.states().put(alarmId, verdict.state());
        }
        if (verdict.transition() != null) {
            write(on, verdict.transition(), timestamp);
        }
    }

    private static List<WatchRule> watching(RuleBook book, KpiKey series, boolean isFinal) {
        try {
            return book.watching(series.getAxis(), series.getWindowSize(), isFinal);
        } catch (IllegalArgumentException e) {
            throw new InvalidWindowException("the key of a KPI window is invalid: " + e.getMessage(), e);
        }
    }

    private static @Nullable KpiValue valueOf(String kpi, KpiWindow window) {
        for (KpiValue value : window.getValues()) {
            if (value.getKpi().equals(kpi)) {
                return value;
            }
        }
        return null;
    }

    private RuleBook sweepIfChanged(Stage on, Instant now) {
        RuleBook book = on.rules().book();
        if (book.edition() != sweptEdition) {
            on.states().sweep(book, now, alarm -> write(on, alarm, now.toEpochMilli()));
            sweptEdition = book.edition();
        }
        return book;
    }

    /** Event time decides, so that a replay forgets as the live run did; it goes on with FINAL windows alone. */
    private void forgetWhatIsOld(Stage on, Instant end) {
        if (end.isAfter(latestEnd)) {
            latestEnd = end;
        }
        Duration since = Duration.between(forgotAt, latestEnd);
        if (since.compareTo(settings.forgetAfter().dividedBy(FORGET_STEPS)) > 0) {
            on.evaluated().forgetBefore(latestEnd, settings.forgetAfter());
            on.states().forgetBefore(latestEnd, settings.forgetAfter());
            forgotAt = latestEnd;
        }
    }

    private void write(Stage on, Alarm alarm, long timestamp) {
        on.context().forward(new Record<>(alarm.getAlarmId(), alarm, timestamp));
        listener.changed(alarm.getTransition());
    }

    private Stage onStage() {
        return Objects.requireNonNull(stage, "not initialised");
    }
}
