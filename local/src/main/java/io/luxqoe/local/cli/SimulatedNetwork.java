package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.RawSender;
import io.luxqoe.local.runtime.ReferenceData;
import io.luxqoe.local.simulator.feed.FeedSettings;
import io.luxqoe.local.simulator.feed.LiveFeed;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.reference.PseudonymKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simulated operator: what it consists of, and its traffic. */
final class SimulatedNetwork implements ReferenceData {

    /** Highest rate that is taken, records a second. */
    static final int HIGHEST_RATE = 100_000;

    /** Grace of the windows, which what comes late comes after: the service's own default. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final long SEED = 42;

    private final NetworkModel network = NetworkModel.of(SEED);
    private final int rate;
    private final InstantSource clock;

    /** @param rate records a second */
    SimulatedNetwork(int rate, InstantSource clock) {
        this.rate = rate;
        this.clock = clock;
    }

    @Override
    public Stream<Entry> entries(String pseudonymKey) {
        return new io.luxqoe.local.simulator.reference.ReferenceData(network)
                .records(PseudonymKey.parse(pseudonymKey), clock.instant())
                .map(known -> new Entry(known.topic(), known.key(), known.value()));
    }

    /**
     * Starts the traffic.
     *
     * @param sender takes it, and is closed with it
     * @param time how long it lasts; null for ever
     */
    Traffic start(RawSender sender, @Nullable Duration time) {
        FeedSettings settings = FeedSettings.atRate(rate).withGrace(GRACE);
        LiveFeed feed = time == null
                ? LiveFeed.unbounded(network, settings, clock)
                : LiveFeed.bounded(network, settings, clock, time);
        return FeedTraffic.start(feed, sender, clock);
    }
}
