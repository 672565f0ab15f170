package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.Fact;
import io.luxqoe.local.simulator.traffic.Leg;
import io.luxqoe.local.simulator.traffic.MessageLeg;
import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What LUX must make of the raw records delivered so far: the outcome of every record, and the figures of every window of
 * one minute. Not thread-safe.
 */
public final class Truth {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String UNKNOWN = "unknown";

    private final Duration grace;
    private final @Nullable Duration retention;
    private final SortedMap<String, SourceTally> sources = new TreeMap<>();
    private final Map<WindowKey, Figures> windows = new HashMap<>();
    private final Viewings viewings = new Viewings();
    private Instant newestWindow = Instant.MIN;

    private Truth(Duration grace, @Nullable Duration retention) {
        this.grace = grace;
        this.retention = retention;
    }

    /** Truth for indicators with that grace. */
    public static Truth withGrace(Duration grace) {
        return new Truth(grace, null);
    }

    /**
     * Truth that forgets windows once a window that begins {@code retention} later is known. So that it stays small it knows
     * no video sessions, and of data the sums alone.
     */
    public static Truth withGrace(Duration grace, Duration retention) {
        return new Truth(grace, retention);
    }

    /** Takes in a raw record, what it holds in its order. */
    public void accept(String source, List<DeliveredRecord> records) {
        SourceTally tally = sources.computeIfAbsent(source, id -> new SourceTally(grace));
        tally.rawRecord();
        for (DeliveredRecord record : records) {
            switch (record.condition()) {
                case BROKEN -> tally.deadLetter();
                case REPEATED -> tally.duplicate();
                case INTACT -> judge(record.fact(), tally);
            }
        }
    }

    private void judge(Fact fact, SourceTally tally) {
        Instant start = fact.eventTime().truncatedTo(ChronoUnit.MINUTES);
        if (tally.onTime(fact.eventTime(), start.plus(WINDOW))) {
            forget(start);
            count(fact, start);
        }
    }

    private void count(Fact fact, Instant start) {
        if (fact instanceof CallLeg call) {
            forEachKey(WindowKey.VOICE, axesOf(call), start, key -> figures(key, VoiceFigures::new)
                    .add(call));
        } else if (fact instanceof MessageLeg message) {
            forEachKey(WindowKey.MESSAGING, axesOf(message), start, key -> figures(key, MessagingFigures::new)
                    .add(message));
        } else if (fact instanceof UsageRecord usage) {
            forEachKey(WindowKey.DATA, axesOf(usage), start, key -> figures(key, UsageFigures::new)
                    .add(usage, retention == null));
        } else if (fact instanceof PlayerReport report && retention == null) {
            viewings.add(report);
        }
    }

    private static Map<String, String> axesOf(Leg leg) {
        @Nullable RadioCell cell = leg.cell();
        return Map.of(
                WindowKey.CELL, cell == null ? UNKNOWN : cell.key(),
                WindowKey.REGION, cell == null ? UNKNOWN : cell.regionOnAxis(),
                WindowKey.NUMBER_CLASS, leg.numberClassOnAxis());
    }

    private static Map<String, String> axesOf(UsageRecord usage) {
        @Nullable RadioCell cell = usage.cell();
        return Map.of(
                WindowKey.CELL, cell == null ? UNKNOWN : cell.key(),
                WindowKey.REGION, cell == null ? UNKNOWN : cell.regionOnAxis(),
                WindowKey.TECHNOLOGY, usage.technology().name().replace('_', '-'),
                WindowKey.ACCESS_POINT, usage.accessPoint(),
                WindowKey.SOURCE, usage.element().id());
    }

    private static Map<String, String> axesOf(VideoSession session) {
        return Map.of(WindowKey.HOST, session.host(), WindowKey.SOURCE, session.source());
    }

    private static void forEachKey(String family, Map<String, String> axes, Instant start, Consumer<WindowKey> action) {
        axes.forEach((axis, value) -> action.accept(new WindowKey(family, axis, value, start)));
    }

    /** The figures of a window; a family has figures of one type. */
    @SuppressWarnings("unchecked")
    private <F extends Figures> F figures(WindowKey key, Supplier<F> fresh) {
        return (F) windows.computeIfAbsent(key, absent -> fresh.get());
    }

    private void forget(Instant start) {
        if (!start.isAfter(newestWindow)) {
            return;
        }
        newestWindow = start;
        if (retention != null) {
            Instant oldest = newestWindow.minus(retention);
            windows.keySet().removeIf(key -> key.start().isBefore(oldest));
        }
    }

    /** The outcomes over all sources. */
    public Outcomes totals() {
        return sources.values().stream().map(SourceTally::outcomes).reduce(Outcomes.NONE, Outcomes::plus);
    }

    /** The outcomes of each source. */
    public SortedMap<String, Outcomes> bySource() {
        SortedMap<String, Outcomes> outcomes = new TreeMap<>();
        sources.forEach((source, tally) -> outcomes.put(source, tally.outcomes()));
        return outcomes;
    }

    /** The video sessions that the reports which came in time are; all are over. */
    public List<VideoSession> videoSessions() {
        return viewings.sessions();
    }

    /** The windows with at least one record or video session counted. */
    public Map<WindowKey, Figures> windows() {
        Map<WindowKey, Figures> all = new HashMap<>(windows);
        for (VideoSession session : viewings.sessions()) {
            Instant start = session.end().truncatedTo(ChronoUnit.MINUTES);
            forEachKey(WindowKey.VIDEO, axesOf(session), start, key -> ((ViewingFigures)
                            all.computeIfAbsent(key, absent -> new ViewingFigures()))
                    .add(session));
        }
        return all;
    }

    /** The least of the highest event times of the sources: no watermark lies before it when all is read. */
    public Instant leastProgress() {
        return sources.values().stream()
                .map(SourceTally::highestEventTime)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
