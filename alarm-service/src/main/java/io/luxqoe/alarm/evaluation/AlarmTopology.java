package io.luxqoe.alarm.evaluation;

import io.luxqoe.alarm.board.AlarmBoard;
import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.rule.RuleStore;
import io.luxqoe.alarm.rule.RulesInForce;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.store.MemoryStore;
import io.luxqoe.streams.store.MemoryStoreBuilder;
import io.luxqoe.streams.store.MemoryStoreKeeper;
import io.luxqoe.streams.store.QueryableStore;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Alarms from KPI windows by rules that change at run time.
 *
 * <pre>
 * rules   ─ read-rules ─ check-rules ─ accept-rules ═ accepted rules ⇒ [alarm-rules] on every instance
 *                                                                           │
 * windows ─ read-windows ─ evaluate-rules [alarm-states, evaluated-windows] ┘
 *                                └─ change-alarms ═ changed alarms ⇒ [alarm-board] on every instance
 * </pre>
 *
 * <p>A rule reaches the evaluation by way of a second compacted topic, which only ever holds valid rules: so the last good
 * version of a rule outlives a broken one, a lost disk and a new instance alike. No step needs a repartition.
 */
public final class AlarmTopology {

    /** Name of the global store of the rules in force. */
    static final String ALARM_RULES = "alarm-rules";

    private static final String ALARM_BOARD = "alarm-board";
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);

    private final AlarmTopics topics;
    private final EvaluationSettings settings;
    private final TransitionListener listener;

    public AlarmTopology(AlarmTopics topics, EvaluationSettings settings, TransitionListener listener) {
        this.topics = topics;
        this.settings = settings;
        this.listener = listener;
    }

    /** Where a running instance answers which rules are in force. */
    public static StoreQueryParameters<RulesInForce> rulesInForce() {
        return StoreQueryParameters.fromNameAndType(ALARM_RULES, new QueryableStore<>(RulesInForce.class));
    }

    /** Where a running instance answers the alarms of all instances. */
    public static StoreQueryParameters<Alarms> alarms() {
        return StoreQueryParameters.fromNameAndType(ALARM_BOARD, new QueryableStore<>(Alarms.class));
    }

    /** Adds the whole topology. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        addGlobal(builder, topics.acceptedRules(), ALARM_RULES, RuleStore::new);
        addGlobal(builder, topics.changes(), ALARM_BOARD, name -> new AlarmBoard(name, settings.clearedKept()));

        builder.stream(topics.rules().name(), topics.rules().consumedAs("read-rules"))
                .process(RuleGate::new, Named.as("check-rules"))
                .to(topics.acceptedRules().name(), topics.acceptedRules().producedAs("accept-rules"));

        builder.stream(topics.windows().name(), topics.windows().consumedAs("read-windows"))
                .process(evaluator(), Named.as("evaluate-rules"))
                .to(topics.changes().name(), topics.changes().producedAs("change-alarms"));
        return builder;
    }

    private static <V, S extends MemoryStore<V>> void addGlobal(
            StreamsBuilder builder, Topic<String, V> topic, String storeName, Function<String, S> store) {
        builder.addGlobalStore(
                new MemoryStoreBuilder<>(storeName, store),
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName("keep-" + storeName),
                () -> new MemoryStoreKeeper<>(topic, storeName, REGISTRY_PAUSE));
    }

    private ProcessorSupplier<KpiKey, KpiWindow, String, Alarm> evaluator() {
        StoreBuilder<?> states = Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(RuleEvaluator.ALARM_STATES),
                Serdes.String(),
                new AlarmStateSerde(topics.changes()));
        StoreBuilder<?> evaluated = Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(RuleEvaluator.EVALUATED_WINDOWS), Serdes.String(), Serdes.Long());
        return new ProcessorSupplier<>() {
            @Override
            public Processor<KpiKey, KpiWindow, String, Alarm> get() {
                return new RuleEvaluator(settings, listener);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(List.of(states, evaluated));
            }
        };
    }
}
