package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Dialled;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes calls, backwards from the instant at which their first record is complete. */
final class CallFactory {

    private static final int TRUNK_GROUPS = 60;
    private static final int LONG_CALLS_PER_THOUSAND = 4;
    private static final int PART_SECONDS = 300;
    private static final int EMERGENCIES_ANSWERED_PERCENT = 93;
    private static final int HANDOVER_PERCENT = 3;

    private final NetworkModel network;
    private final Troubles troubles;
    private final RandomGenerator random;
    private long callReference;
    private long networkReference;

    CallFactory(NetworkModel network, IncidentPlan plan, RandomGenerator random) {
        this.network = network;
        this.troubles = new Troubles(plan, random);
        this.random = random;
    }

    /** A call and all its legs, the first of which is complete at that instant. */
    List<Completed> call(Instant at) {
        int draw = random.nextInt(100);
        if (draw < 35) {
            Party caller = Party.some(Direction.ORIGINATING, network, random);
            Party callee = Party.some(Direction.TERMINATING, network, random);
            Dialled dialled = network.numberPlan().line(random, callee.line());
            return call(
                    at,
                    new Sides(
                            caller,
                            callee,
                            dialled,
                            Address.of(Address.INTERNATIONAL, caller.line().msisdn())));
        } else if (draw < 75) {
            Party caller = Party.some(Direction.ORIGINATING, network, random);
            Dialled dialled = network.numberPlan().called(random);
            return call(
                    at,
                    new Sides(
                            caller,
                            null,
                            dialled,
                            Address.of(Address.INTERNATIONAL, caller.line().msisdn())));
        }
        Party callee = Party.some(Direction.TERMINATING, network, random);
        Dialled dialled = Dialled.of(
                Address.INTERNATIONAL, callee.line().msisdn(), callee.line().numberKind());
        return call(at, new Sides(null, callee, dialled, network.numberPlan().outsideCaller(random)));
    }

    /** Who takes part; a side outside the network is absent, not both. */
    private record Sides(@Nullable Party caller, @Nullable Party callee, Dialled dialled, Address callerAddress) {}

    private List<Completed> call(Instant at, Sides sides) {
        networkReference++;
        @Nullable CallFate atCaller = troubles.refusal(sides.caller(), at);
        @Nullable CallFate atCallee = atCaller == null ? troubles.refusal(sides.callee(), at) : null;
        CallFate fate = atCaller != null ? atCaller : atCallee != null ? atCallee : usualFate(sides.dialled());
        boolean calleeTakesPart = fate.reachesCallee() || atCallee != null || sides.caller() == null;
        List<Party> parties = new ArrayList<>(2);
        if (sides.caller() != null) {
            parties.add(sides.caller());
        }
        if (sides.callee() != null && calleeTakesPart) {
            parties.add(sides.callee());
        }
        return fate == CallFate.ANSWERED ? answered(at, sides, parties) : attempt(at, sides, parties, fate);
    }

    private CallFate usualFate(Dialled dialled) {
        if (dialled.kind() == NumberKind.EMERGENCY && random.nextInt(100) < EMERGENCIES_ANSWERED_PERCENT) {
            return CallFate.ANSWERED;
        }
        return CallFate.usual(random);
    }

    private List<Completed> attempt(Instant at, Sides sides, List<Party> parties, CallFate fate) {
        Instant release = at.truncatedTo(ChronoUnit.SECONDS);
        int holding = fate.seconds(random);
        List<Completed> legs = new ArrayList<>(2);
        for (Party party : parties) {
            int held = party.originating() ? holding : Math.max(1, holding - 1);
            CallTimes times = RecordingHabits.attempt(party.exchange().vendor(), release.minusSeconds(held), release);
            legs.add(completed(at, leg(sides, party, times, fate.endingOfAttempt(), identity(0), null)));
        }
        return legs;
    }

    private List<Completed> answered(Instant at, Sides sides, List<Party> parties) {
        @Nullable Party dropped = troubles.dropped(parties, at);
        if (dropped == null && random.nextInt(1000) < LONG_CALLS_PER_THOUSAND) {
            return inParts(at, sides, parties);
        }
        Instant release = at.truncatedTo(ChronoUnit.SECONDS);
        Instant answer = release.minusSeconds(conversationSeconds());
        int setup = CallFate.ANSWERED.seconds(random);
        List<Completed> legs = new ArrayList<>(2);
        for (Party party : parties) {
            // The callee's exchange comes in a little later.
            Instant seizure = answer.minusSeconds(party.originating() ? setup : setup - 2);
            CallTimes times = RecordingHabits.answered(random, party.exchange().vendor(), seizure, answer, release);
            CallEnding ending = dropped == null ? troubles.normalEnd() : troubles.drop(party.equals(dropped));
            legs.add(completed(at, leg(sides, party, times, ending, identity(0), handover(party))));
        }
        return legs;
    }

    /** A long call: a partial record every five minutes, and the last at its end. */
    private List<Completed> inParts(Instant at, Sides sides, List<Party> parties) {
        int seconds = 2 * PART_SECONDS + random.nextInt(4 * PART_SECONDS) + 1;
        Instant answer = at.truncatedTo(ChronoUnit.SECONDS).minusSeconds(PART_SECONDS);
        Instant release = answer.plusSeconds(seconds);
        Instant seizure = answer.minusSeconds(CallFate.ANSWERED.seconds(random));
        List<Completed> legs = new ArrayList<>();
        for (Party party : parties) {
            long reference = identity(0).callReference();
            int part = 1;
            Instant from = answer;
            for (; from.plusSeconds(PART_SECONDS).isBefore(release); from = from.plusSeconds(PART_SECONDS)) {
                CallTimes times = new CallTimes(part == 1 ? seizure : from, from, null, PART_SECONDS);
                CallEnding goesOn = new CallEnding(CallEnding.PARTIAL_RECORD, null);
                CallIdentity identity = new CallIdentity(reference, networkReference, part++);
                legs.add(completed(
                        later(at, answer, from.plusSeconds(PART_SECONDS)),
                        leg(sides, party, times, goesOn, identity, null)));
            }
            int rest = Math.toIntExact(from.until(release, ChronoUnit.SECONDS));
            CallTimes times = new CallTimes(null, from, release, rest);
            CallIdentity identity = new CallIdentity(reference, networkReference, part);
            legs.add(completed(
                    later(at, answer, release), leg(sides, party, times, troubles.normalEnd(), identity, null)));
        }
        return legs;
    }

    /** When the part that ends at {@code end} is written, if the first one is written {@code at}. */
    private static Instant later(Instant at, Instant answer, Instant end) {
        return at.plusSeconds(answer.until(end, ChronoUnit.SECONDS) - PART_SECONDS);
    }

    private CallLeg leg(
            Sides sides,
            Party party,
            CallTimes times,
            CallEnding ending,
            CallIdentity identity,
            @Nullable RadioCell movedTo) {
        boolean originating = party.originating();
        Line served = party.line();
        return new CallLeg(
                party.direction(),
                party.exchange(),
                served,
                party.recordedCell(random),
                movedTo,
                originating ? sides.dialled().address() : sides.callerAddress(),
                originating ? sides.dialled().kind() : served.numberKind(),
                originating && sides.dialled().emergencyTeleservice(),
                sides.caller() == null || sides.callee() == null ? 1 + random.nextInt(TRUNK_GROUPS) : 0,
                times,
                ending,
                identity);
    }

    private CallIdentity identity(int part) {
        return new CallIdentity(++callReference, networkReference, part);
    }

    private @Nullable RadioCell handover(Party party) {
        return random.nextInt(100) < HANDOVER_PERCENT ? network.neighbour(random, party.cell()) : null;
    }

    /** The second exchange writes its record within the same second, or just after. */
    private Completed completed(Instant at, CallLeg leg) {
        boolean terminating = leg.direction() == Direction.TERMINATING;
        return new Completed(leg, terminating ? at.plusMillis(random.nextInt(900)) : at);
    }

    /** Mostly short talks, some long: mean about 95 seconds, at most 50 minutes. */
    private int conversationSeconds() {
        double mean = random.nextInt(4) == 0 ? 20 : 120;
        double seconds = -mean * StrictMath.log(1 - random.nextDouble());
        return (int) Math.min(3000, 1 + seconds);
    }
}
