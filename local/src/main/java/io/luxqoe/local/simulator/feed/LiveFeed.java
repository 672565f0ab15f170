package io.luxqoe.local.simulator.feed;

import io.luxqoe.local.simulator.delivery.DeliverySettings;
import io.luxqoe.local.simulator.delivery.RawRecord;
import io.luxqoe.local.simulator.delivery.RawTraffic;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.Incident;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.Intensity;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import io.luxqoe.local.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;

/**
 * The simulated network as a feed: raw records in the order in which they are due on the wall clock.
 *
 * <p>A bounded feed covers up to an hour of event time that ends at the present of its end, with the incidents from
 * three tenths of it on. An unbounded feed works an hour of backlog off in about a minute and goes on in real time; its
 * incidents come again every hour. No event time lies after the instant at which it is due.
 *
 * <p>Wait for {@link #nextDue} before {@link #next}: what is taken counts as sent. Not thread-safe.
 */
public final class LiveFeed implements Iterator<TimedRawRecord> {

    /** An exchange hands over what it has at least so often on the wall clock. */
    private static final Duration FLUSH = Duration.ofMillis(500);

    private static final Duration INCIDENT_PERIOD = Duration.ofHours(1);
    /** An unbounded feed's truth keeps the windows of so long. */
    private static final Duration TRUTH_RETENTION = Duration.ofHours(2);

    private final Pace pace;
    private final IncidentPlan plan;
    private final RawTraffic traffic;

    private LiveFeed(
            NetworkModel network,
            FeedSettings settings,
            Pace pace,
            IncidentPlan plan,
            TrafficSettings traffic,
            Truth truth) {
        DeliverySettings delivery = DeliverySettings.standard()
                .withCdrsPerRecord(settings.cdrsPerRecord())
                .withGrace(settings.grace())
                .withDefects(settings.defects())
                .withFlush(opened -> Duration.ofMillis((long) (FLUSH.toMillis() * pace.speedAt(opened))));
        this.pace = pace;
        this.plan = plan;
        this.traffic = new RawTraffic(network, plan, traffic, delivery, truth);
    }

    /** A feed that lasts so long on the wall clock. The clock is read once. */
    public static LiveFeed bounded(NetworkModel network, FeedSettings settings, InstantSource clock, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A feed lasts longer than nothing: " + length);
        }
        Pace pace = Pace.bounded(clock.instant(), length);
        Duration span = Pace.span(length);
        IncidentPlan plan =
                settings.incidents() ? IncidentPlan.standard(network, pace.begin(), span) : IncidentPlan.none();
        TrafficSettings traffic =
                TrafficSettings.of(pace.begin(), span, settings.recordsPerSecond() / pace.speed(), settings.seed());
        return new LiveFeed(network, settings, pace, plan, traffic, Truth.withGrace(settings.grace()));
    }

    /** A feed that goes on for ever. The clock is read once. */
    public static LiveFeed unbounded(NetworkModel network, FeedSettings settings, InstantSource clock) {
        Pace pace = Pace.unbounded(clock.instant());
        IncidentPlan plan = settings.incidents()
                ? IncidentPlan.recurring(network, pace.begin(), INCIDENT_PERIOD)
                : IncidentPlan.none();
        TrafficSettings traffic =
                new TrafficSettings(pace.begin(), Instant.MAX, intensity(settings, pace), settings.seed());
        return new LiveFeed(network, settings, pace, plan, traffic, Truth.withGrace(settings.grace(), TRUTH_RETENTION));
    }

    private static Intensity intensity(FeedSettings settings, Pace pace) {
        Intensity live = settings.dailyShape()
                ? Intensity.daily(settings.recordsPerSecond())
                : Intensity.constant(settings.recordsPerSecond());
        return at ->
                at.isBefore(pace.caughtUp()) ? settings.recordsPerSecond() / pace.speed() : live.recordsPerSecond(at);
    }

    /** False once a bounded feed is over. */
    @Override
    public boolean hasNext() {
        return traffic.hasNext();
    }

    /** When the next record is due on the wall clock. */
    public Instant nextDue() {
        return pace.due(traffic.nextSendAt());
    }

    @Override
    public TimedRawRecord next() {
        RawRecord record = traffic.next();
        return new TimedRawRecord(pace.due(record.sendAt()), record);
    }

    /** What LUX must make of the records taken so far. */
    public Truth truth() {
        return traffic.truth();
    }

    /** The incidents; of an unbounded feed those of its first hour. */
    public List<Incident> incidents() {
        return plan.incidents();
    }

    /** Event time at which the feed begins. */
    public Instant begin() {
        return pace.begin();
    }
}
