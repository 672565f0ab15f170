package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.NetworkModel;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Calls, messages, packet sessions and viewings in the order of what is recorded of them first. Calls and messages are made
 * backwards from completion, so that the records come at the asked rate from the first second on, and an incident holds for
 * exactly the event times of its interval.
 */
public final class TrafficGenerator implements Iterator<Activity> {

    private static final int CALLS_PERCENT = 62;
    private static final double NANOS = 1e9;

    private final TrafficSettings settings;
    private final RandomGenerator random;
    private final CallFactory calls;
    private final MessageFactory messages;
    private final UsageFactory usage;
    private final ViewingFactory viewings;
    /** Seconds of event time from the begin to the next activity. */
    private double elapsed;

    private Instant next;

    public TrafficGenerator(NetworkModel network, IncidentPlan plan, TrafficSettings settings) {
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        this.settings = settings;
        this.random = seeds.split();
        this.calls = new CallFactory(network, plan, seeds.split());
        this.messages = new MessageFactory(network, plan, seeds.split());
        this.usage = new UsageFactory(network, plan, seeds.split());
        this.viewings = new ViewingFactory(network, seeds.split());
        this.next = settings.begin();
        advance(1);
    }

    /** When the next activity's first record is complete. */
    public Instant nextAt() {
        return next;
    }

    @Override
    public boolean hasNext() {
        return next.isBefore(settings.end());
    }

    @Override
    public Activity next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The span of traffic is over");
        }
        Instant at = next;
        List<Completed> completions = completions(at);
        advance(completions.size());
        return new Activity(at, completions);
    }

    private List<Completed> completions(Instant at) {
        int draw = random.nextInt(1000);
        Mix mix = settings.mix();
        if (draw < mix.viewingsPerMille()) {
            return viewings.viewing(at);
        } else if (draw < mix.viewingsPerMille() + mix.sessionsPerMille()) {
            return usage.session(at);
        }
        return random.nextInt(100) < CALLS_PERCENT ? calls.call(at) : messages.message(at);
    }

    /** To the next activity: as far on as the records of this one are worth at the present rate. */
    private void advance(int records) {
        double rate = settings.intensity().recordsPerSecond(next);
        elapsed += -StrictMath.log(1 - random.nextDouble()) * records / rate;
        next = settings.begin().plusNanos((long) (elapsed * NANOS));
    }
}
