package io.luxqoe.local.simulator.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What incidents, and the usual mishaps, do to calls and messages. */
final class Troubles {

    /** For so long after a cell has failed its records are those of the calls that were in progress. */
    private static final Duration IN_PROGRESS = Duration.ofSeconds(20);

    private static final int REFUSED_IN_CONGESTION_PERCENT = 50;
    private static final int DROPPED_IN_FAULT_PERCENT = 40;
    private static final int DROPPED_PER_THOUSAND = 8;
    private static final int RELEASED_BY_NETWORK_PER_THOUSAND = 3;
    private static final int NORMAL_END_WITHOUT_DIAGNOSTICS_PERCENT = 20;

    private final IncidentPlan plan;
    private final RandomGenerator random;

    Troubles(IncidentPlan plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
    }

    /** How the network refuses a call of that party, if it does. */
    @Nullable
    CallFate refusal(@Nullable Party party, Instant at) {
        if (party == null) {
            return null;
        }
        @Nullable Incident failure = plan.failure(party.cell(), at);
        if (failure != null && !justBegan(failure, at)) {
            return CallFate.inFailedCell(random);
        }
        if (plan.congested(party.cell(), at) && random.nextInt(100) < REFUSED_IN_CONGESTION_PERCENT) {
            return CallFate.inCongestion(random);
        }
        return null;
    }

    /** Whether the network refuses a message of that party. */
    boolean refusesMessage(Party party, Instant at) {
        return plan.failure(party.cell(), at) != null;
    }

    /** The party at whose side an answered call drops, if it does. */
    @Nullable
    Party dropped(List<Party> parties, Instant at) {
        for (Party party : parties) {
            boolean cellGone = plan.failure(party.cell(), at) != null;
            boolean fault = plan.faulty(party.cell(), at) && random.nextInt(100) < DROPPED_IN_FAULT_PERCENT;
            if (cellGone || fault || random.nextInt(1000) < DROPPED_PER_THOUSAND) {
                return party;
            }
        }
        return null;
    }

    /** How a dropped call's record says it ended, at the side where it dropped and at the other. */
    CallEnding drop(boolean here) {
        if (!here) {
            // The far side sees a release by the network, normal in form.
            return new CallEnding(CallEnding.NORMAL_RELEASE, 41);
        }
        @Nullable
        Integer cause =
                switch (random.nextInt(10)) {
                    case 0 -> null;
                    case 1, 2 -> 31;
                    case 3 -> 102;
                    case 4 -> 38;
                    default -> 41;
                };
        return new CallEnding(CallEnding.ABNORMAL_RELEASE, cause);
    }

    /** How the record of a call that came to its end says so; now and then it was the network after all. */
    CallEnding normalEnd() {
        if (random.nextInt(1000) < RELEASED_BY_NETWORK_PER_THOUSAND) {
            return new CallEnding(CallEnding.NORMAL_RELEASE, random.nextBoolean() ? 47 : 38);
        }
        int draw = random.nextInt(100);
        @Nullable Integer cause = draw < NORMAL_END_WITHOUT_DIAGNOSTICS_PERCENT ? null : draw < 98 ? 16 : 31;
        return new CallEnding(CallEnding.NORMAL_RELEASE, cause);
    }

    private boolean justBegan(Incident failure, Instant at) {
        return plan.intoFirstPeriod(at).isBefore(failure.begin().plus(IN_PROGRESS));
    }
}
