package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Dialled;
import io.luxqoe.local.simulator.network.NetworkModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes short messages. */
final class MessageFactory {

    /** RP causes (TS 24.011 clause 8.2.5.4) of messages that cannot be sent. */
    private static final int[] RP_CAUSES = {21, 27, 30, 38, 41, 47, 50};
    /** MAP errors (TS 29.002 clause 17.6.6) of messages that cannot be delivered. */
    private static final int[] MAP_ERRORS = {6, 27, 31, 32, 34};

    private static final int ABSENT_SUBSCRIBER_SM = 6;
    private static final int NETWORK_OUT_OF_ORDER = 38;
    private static final int NOT_SENT_PERCENT = 3;
    private static final int NOT_DELIVERED_PERCENT = 5;

    private final NetworkModel network;
    private final Troubles troubles;
    private final RandomGenerator random;
    private long number;

    MessageFactory(NetworkModel network, IncidentPlan plan, RandomGenerator random) {
        this.network = network;
        this.troubles = new Troubles(plan, random);
        this.random = random;
    }

    /** A short message and its legs, the first of which is complete at that instant. */
    List<Completed> message(Instant at) {
        int draw = random.nextInt(100);
        List<Completed> legs = new ArrayList<>(2);
        if (draw >= 60) {
            // From an application or from another network.
            legs.add(delivered(Party.some(Direction.TERMINATING, network, random), at));
            return legs;
        }
        Party sender = Party.some(Direction.ORIGINATING, network, random);
        @Nullable Party receiver = draw < 30 ? Party.some(Direction.TERMINATING, network, random) : null;
        Dialled destination = receiver == null
                ? network.numberPlan().texted(random)
                : network.numberPlan().line(random, receiver.line());
        MessageLeg sent = sent(sender, destination, at);
        legs.add(new Completed(sent, at));
        if (receiver != null && sent.failure() == null) {
            legs.add(delivered(receiver, at.plusMillis(800 + random.nextInt(5_000))));
        }
        return legs;
    }

    private MessageLeg sent(Party sender, Dialled destination, Instant at) {
        @Nullable MessageFailure failure = null;
        if (troubles.refusesMessage(sender, at)) {
            failure = new MessageFailure(false, NETWORK_OUT_OF_ORDER);
        } else if (random.nextInt(100) < NOT_SENT_PERCENT) {
            failure = new MessageFailure(false, RP_CAUSES[random.nextInt(RP_CAUSES.length)]);
        }
        return leg(sender, destination, at, failure);
    }

    private Completed delivered(Party receiver, Instant at) {
        @Nullable MessageFailure failure = null;
        if (troubles.refusesMessage(receiver, at)) {
            failure = new MessageFailure(true, ABSENT_SUBSCRIBER_SM);
        } else if (random.nextInt(100) < NOT_DELIVERED_PERCENT) {
            failure = new MessageFailure(true, MAP_ERRORS[random.nextInt(MAP_ERRORS.length)]);
        }
        return new Completed(leg(receiver, null, at, failure), at);
    }

    private MessageLeg leg(Party party, @Nullable Dialled destination, Instant at, @Nullable MessageFailure failure) {
        return new MessageLeg(
                party.direction(),
                party.exchange(),
                party.line(),
                party.recordedCell(random),
                destination,
                at.truncatedTo(ChronoUnit.SECONDS),
                failure,
                ++number);
    }
}
