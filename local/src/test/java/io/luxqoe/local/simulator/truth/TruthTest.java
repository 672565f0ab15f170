package io.luxqoe.local.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.traffic.CallEnding;
import io.luxqoe.local.simulator.traffic.CallIdentity;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.CallTimes;
import io.luxqoe.local.simulator.traffic.Direction;
import io.luxqoe.local.simulator.traffic.Fact;
import io.luxqoe.local.simulator.traffic.MessageFailure;
import io.luxqoe.local.simulator.traffic.MessageLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final NetworkModel NETWORK = NetworkModel.of(1);
    private static final RadioCell CELL = NETWORK.hotCell();
    private static final Exchange EXCHANGE = CELL.site().exchange();
    private static final Instant WINDOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final Instant WINDOW_END = WINDOW.plusSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Truth truth = Truth.withGrace(GRACE);

    @Test
    void anEventIsLateOnlyOnceItsSourceIsBeyondWindowEndAndGrace() {
        deliver("a", message(WINDOW_END.plus(GRACE), null));
        deliver("a", message(WINDOW, null));
        assertThat(truth.totals()).isEqualTo(new Outcomes(2, 2, 0, 0, 0));

        deliver("a", message(WINDOW_END.plus(GRACE).plusSeconds(1), null));
        deliver("a", message(WINDOW.plusSeconds(59), null));
        assertThat(truth.totals()).isEqualTo(new Outcomes(4, 3, 1, 0, 0));
    }

    @Test
    void oneSourceDoesNotMakeAnothersEventsLate() {
        deliver("a", message(WINDOW_END.plusSeconds(3600), null));
        deliver("b", message(WINDOW, null));
        assertThat(truth.totals().late()).isZero();
    }

    @Test
    void brokenAndRepeatedRecordsAdvanceNothing() {
        MessageLeg ahead = message(WINDOW_END.plusSeconds(3600), null);
        truth.accept(
                "a",
                List.of(
                        new DeliveredRecord(ahead, Condition.BROKEN),
                        new DeliveredRecord(ahead, Condition.REPEATED),
                        new DeliveredRecord(message(WINDOW, null), Condition.INTACT)));
        assertThat(truth.bySource()).containsEntry("a", new Outcomes(1, 1, 0, 1, 1));
    }

    @Test
    void aWindowIsFoundOnEveryAxis() {
        deliver("a", call(new CallTimes(WINDOW, WINDOW.plusSeconds(5), WINDOW.plusSeconds(25), 20), ending(0, 16)));
        deliver("a", call(new CallTimes(WINDOW, null, WINDOW.plusSeconds(10), 10), ending(3, 17)));
        deliver("a", message(WINDOW, new MessageFailure(false, 38)));
        assertThat(truth.windows().keySet())
                .containsExactlyInAnyOrder(
                        new WindowKey("voice", "cell", CELL.key(), WINDOW),
                        new WindowKey("voice", "region", "Ile-de-France", WINDOW),
                        new WindowKey("voice", "numberClass", "fixed", WINDOW),
                        new WindowKey("messaging", "cell", CELL.key(), WINDOW),
                        new WindowKey("messaging", "region", "Ile-de-France", WINDOW),
                        new WindowKey("messaging", "numberClass", "unknown", WINDOW));
        VoiceFigures voice = voice();
        assertThat(voice.seizures()).isEqualTo(2);
        assertThat(voice.answered()).isEqualTo(1);
        assertThat(voice.userBusy()).isEqualTo(1);
        assertThat(voice.holdingTimeMs()).isEqualTo(35_000);
        assertThat(voice.conversationMs()).isEqualTo(20_000);
        assertThat(voice.kpis())
                .containsEntry("voice.asr", new KpiFigure(OptionalDouble.of(0.5), 2))
                .containsEntry("voice.ner", new KpiFigure(OptionalDouble.of(1), 2))
                .containsEntry("voice.drop-rate", new KpiFigure(OptionalDouble.of(0), 1))
                .containsEntry("voice.mean-holding-time", new KpiFigure(OptionalDouble.of(17.5), 2))
                .containsEntry("voice.attempts", new KpiFigure(OptionalDouble.of(2), 2));
    }

    @Test
    void anIntermediatePartialRecordIsNoAttempt() {
        deliver(
                "a",
                call(new CallTimes(WINDOW.minusSeconds(300), WINDOW.minusSeconds(290), null, 300), ending(1, null)));
        VoiceFigures voice = voice();
        assertThat(voice.seizures()).isZero();
        assertThat(voice.answered()).isZero();
        assertThat(voice.holdingTimeMs()).isEqualTo(300_000);
        assertThat(voice.conversationMs()).isEqualTo(300_000);
        assertThat(voice.kpis()).containsEntry("voice.asr", new KpiFigure(OptionalDouble.empty(), 0));
    }

    @Test
    void aCallDropsByItsTerminationOrByANetworkCause() {
        CallTimes answered = new CallTimes(WINDOW, WINDOW.plusSeconds(5), WINDOW.plusSeconds(25), 20);
        deliver("a", call(answered, ending(4, 31)));
        deliver("a", call(answered, ending(4, null)));
        deliver("a", call(answered, ending(0, 41)));
        deliver("a", call(answered, ending(0, 31)));
        deliver("a", call(new CallTimes(WINDOW, null, WINDOW.plusSeconds(3), 3), ending(3, 41)));
        assertThat(voice().dropped()).isEqualTo(3);
        assertThat(voice().answered()).isEqualTo(4);
    }

    @Test
    void noAnswerAndRejectionCountForTheNetwork() {
        CallTimes attempt = new CallTimes(WINDOW, null, null, 20);
        for (int cause : new int[] {18, 19, 21, 16, 34}) {
            deliver("a", call(attempt, ending(3, cause)));
        }
        assertThat(voice().noAnswer()).isEqualTo(2);
        assertThat(voice().rejected()).isEqualTo(1);
        assertThat(voice().kpis()).containsEntry("voice.ner", new KpiFigure(OptionalDouble.of(0.6), 5));
    }

    @Test
    void aTruthWithRetentionForgetsOldWindows() {
        Truth forgetful = Truth.withGrace(GRACE, Duration.ofMinutes(5));
        for (int minute = 0; minute < 60; minute++) {
            forgetful.accept(
                    "a",
                    List.of(new DeliveredRecord(message(WINDOW.plusSeconds(60L * minute), null), Condition.INTACT)));
        }
        assertThat(forgetful.windows()).hasSize(6 * 3);
        assertThat(forgetful.totals().counted()).isEqualTo(60);
    }

    private VoiceFigures voice() {
        Figures figures = truth.windows().get(new WindowKey("voice", "cell", CELL.key(), WINDOW));
        if (figures instanceof VoiceFigures voice) {
            return voice;
        }
        throw new AssertionError("No voice window: " + truth.windows().keySet());
    }

    private void deliver(String source, Fact fact) {
        truth.accept(source, List.of(new DeliveredRecord(fact, Condition.INTACT)));
    }

    private static MessageLeg message(Instant time, @Nullable MessageFailure failure) {
        return new MessageLeg(Direction.TERMINATING, EXCHANGE, NETWORK.lines().get(0), CELL, null, time, failure, 1);
    }

    private static CallLeg call(CallTimes times, CallEnding ending) {
        return new CallLeg(
                Direction.ORIGINATING,
                EXCHANGE,
                NETWORK.lines().get(0),
                CELL,
                null,
                Address.of(Address.UNKNOWN, "0145678901"),
                NumberKind.FIXED,
                false,
                0,
                times,
                ending,
                new CallIdentity(1, 1, 0));
    }

    private static CallEnding ending(int causeForTerm, @Nullable Integer cause) {
        return new CallEnding(causeForTerm, cause);
    }
}
