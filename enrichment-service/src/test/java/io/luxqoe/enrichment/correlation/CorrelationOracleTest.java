package io.luxqoe.enrichment.correlation;

import static io.luxqoe.enrichment.TestRecords.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CallLegBlock;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.CallLegs;
import io.luxqoe.schemas.CorrelatedCall;
import io.luxqoe.schemas.OpenCall;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.ReleasingParty;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random legs of few calls, in any order and at any time, some of them twice, with restarts, against a list that is searched
 * from end to end. {@code -Dlux.oracle.seeds=3000} for more of them, {@code -Dlux.oracle.first=1234} to begin elsewhere.
 */
class CorrelationOracleTest {
    private static final int STEPS = 600;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final AvroSerdes serdes = AvroSerdes.mock("correlation-oracle");
    private Random random = new Random(0);
    private final List<CallLegSummary> made = new ArrayList<>();

    static Stream<Long> seeds() {
        return Stream.iterate(Long.getLong("lux.oracle.first", 1), seed -> seed + 1)
                .limit(Long.getLong("lux.oracle.seeds", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCallIsWhatANaiveSearchFinds(long seed) {
        random = new Random(seed);
        // Few may wait, or many: legs of one message came at the same time, and which of them is the oldest nobody
        // knows.
        boolean few = seed % 2 == 0;
        CorrelationOptions options = new CorrelationOptions(true, WAIT, WINDOW, 1, few ? 8 : 1_000);
        MockProcessorContext<String, CorrelatedCall> context = new MockProcessorContext<>();
        KeyValueStore<String, OpenCall> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CorrelationTopology.OPEN_CALLS),
                        Serdes.String(),
                        serdes.forValue(OpenCall.class))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        List<CallLegs> heard = new ArrayList<>();
        Naive naive = new Naive(options);
        CallCorrelator correlator = new CallCorrelator(options, heard::add);
        correlator.init(context);
        long now = NOON.toEpochMilli();
        for (int step = 0; step < STEPS; step++) {
            now += 1 + random.nextInt(300);
            context.setCurrentSystemTimeMs(now);
            int what = random.nextInt(100);
            if (what == 0) {
                correlator = new CallCorrelator(options, heard::add);
                correlator.init(context);
            } else if (what < 20) {
                int last = context.scheduledPunctuators().size() - 1;
                context.scheduledPunctuators().get(last).getPunctuator().punctuate(now);
                naive.tick(now);
            } else {
                List<CallLegSummary> legs = legs(few ? 1 : 1 + random.nextInt(4));
                correlator.process(new Record<>("~0", new CallLegBlock(legs), now));
                naive.meet(legs, now);
            }
            List<String> calls = context.forwarded().stream()
                    .map(forward -> text((CorrelatedCall) forward.record().value()))
                    .sorted()
                    .toList();
            context.resetForwards();

            assertThat(calls).as("seed %d, step %d", seed, step).isEqualTo(naive.take());
        }
        assertThat(heard).hasSize(naive.concluded);
    }

    private List<CallLegSummary> legs(int count) {
        List<CallLegSummary> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean again = !made.isEmpty() && random.nextInt(8) == 0;
            legs.add(
                    again
                            ? made.get(Math.max(0, made.size() - 1 - random.nextInt(40)) % made.size())
                            : leg("e-" + made.size(), "n-" + (random.nextInt(3) == 0 ? 0 : random.nextInt(12))));
            made.add(legs.get(i));
        }
        return legs;
    }

    private CallLegSummary leg(String id, String reference) {
        return CallLegSummary.newBuilder()
                .setCallReference(reference)
                .setEventId(id)
                .setEventTime(NOON.plusSeconds(random.nextInt(40)))
                .setSource("msc-" + random.nextInt(3))
                // Mostly of one kind, so that many of one reference wait.
                .setDirection(random.nextInt(3) == 0 ? CallDirection.TERMINATING : CallDirection.ORIGINATING)
                .setOutcome(Outcome.UNKNOWN)
                .setReleasingParty(ReleasingParty.UNKNOWN)
                .build();
    }

    private static String text(CorrelatedCall call) {
        return call.getLegs() + " " + id(call.getOriginating()) + " " + id(call.getTerminating());
    }

    private static String id(@Nullable CallLegSummary leg) {
        return leg == null ? "-" : leg.getEventId();
    }

    private static final class Naive {
        private final CorrelationOptions options;
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<String> out = new ArrayList<>();
        private int concluded;

        private record Waiting(CallLegSummary leg, long since) {}

        Naive(CorrelationOptions options) {
            this.options = options;
        }

        void meet(List<CallLegSummary> legs, long now) {
            legs.forEach(leg -> meet(leg, now));
            while (waiting.size() > options.maxOpen()) {
                conclude(waiting.remove(0).leg, null);
            }
        }

        private void meet(CallLegSummary leg, long now) {
            List<Waiting> same = waiting.stream()
                    .filter(other -> other.leg.getCallReference().equals(leg.getCallReference()))
                    .toList();
            if (same.stream().anyMatch(other -> other.leg.getEventId().equals(leg.getEventId()))) {
                return;
            }
            Waiting partner = same.stream()
                    .filter(other -> other.leg.getDirection() != leg.getDirection())
                    .filter(other -> apart(other.leg, leg).compareTo(options.window()) <= 0)
                    .min(Comparator.comparing(other -> apart(other.leg, leg)))
                    .orElse(null);
            if (partner != null) {
                waiting.remove(partner);
                conclude(leg, partner.leg);
            } else if (same.size() >= OpenCalls.MOST_OF_ONE) {
                conclude(leg, null);
            } else {
                waiting.add(new Waiting(leg, now));
            }
        }

        private static Duration apart(CallLegSummary one, CallLegSummary other) {
            return Duration.between(one.getEventTime(), other.getEventTime()).abs();
        }

        void tick(long now) {
            List<Waiting> over = waiting.stream()
                    .filter(leg -> now - leg.since >= options.maxWait().toMillis())
                    .toList();
            waiting.removeAll(over);
            over.forEach(leg -> conclude(leg.leg, null));
        }

        private void conclude(CallLegSummary one, @Nullable CallLegSummary other) {
            concluded++;
            boolean originating = one.getDirection() == CallDirection.ORIGINATING;
            String legs = other != null ? "BOTH" : originating ? "ORIGINATING_ONLY" : "TERMINATING_ONLY";
            out.add(legs + " " + id(originating ? one : other) + " " + id(originating ? other : one));
        }

        List<String> take() {
            List<String> taken = out.stream().sorted().toList();
            out.clear();
            return taken;
        }
    }
}
