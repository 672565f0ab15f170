package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.Leg;
import io.luxqoe.local.simulator.traffic.MessageLeg;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What LUX must make of the raw records delivered so far: the outcome of every charging record, and the figures of
 * every window of one minute. Not thread-safe.
 */
public final class Truth {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String UNKNOWN = "unknown";

    private final Duration grace;
    private final @Nullable Duration retention;
    private final SortedMap<String, SourceTally> sources = new TreeMap<>();
    private final Map<WindowKey, Figures> windows = new HashMap<>();
    private Instant newestWindow = Instant.MIN;

    private Truth(Duration grace, @Nullable Duration retention) {
        this.grace = grace;
        this.retention = retention;
    }

    /** Truth for indicators with that grace. */
    public static Truth withGrace(Duration grace) {
        return new Truth(grace, null);
    }

    /** Truth that forgets windows once a window that begins {@code retention} later is known. */
    public static Truth withGrace(Duration grace, Duration retention) {
        return new Truth(grace, retention);
    }

    /** Takes in a raw record, its charging records in their order. */
    public void accept(String source, List<DeliveredRecord> records) {
        SourceTally tally = sources.computeIfAbsent(source, id -> new SourceTally(grace));
        tally.rawRecord();
        for (DeliveredRecord record : records) {
            switch (record.condition()) {
                case BROKEN -> tally.deadLetter();
                case REPEATED -> tally.duplicate();
                case INTACT -> judge(record.leg(), tally);
            }
        }
    }

    private void judge(Leg leg, SourceTally tally) {
        Instant start = leg.eventTime().truncatedTo(ChronoUnit.MINUTES);
        if (tally.onTime(leg.eventTime(), start.plus(WINDOW))) {
            forget(start);
            count(leg, start);
        }
    }

    private void count(Leg leg, Instant start) {
        @Nullable RadioCell cell = leg.cell();
        add(leg, WindowKey.CELL, cell == null ? UNKNOWN : cell.key(), start);
        add(leg, WindowKey.REGION, cell == null ? UNKNOWN : cell.regionOnAxis(), start);
        add(leg, WindowKey.NUMBER_CLASS, leg.numberClassOnAxis(), start);
    }

    private void add(Leg leg, String axis, String value, Instant start) {
        if (leg instanceof CallLeg call) {
            WindowKey key = new WindowKey(WindowKey.VOICE, axis, value, start);
            ((VoiceFigures) windows.computeIfAbsent(key, absent -> new VoiceFigures())).add(call);
        } else if (leg instanceof MessageLeg message) {
            WindowKey key = new WindowKey(WindowKey.MESSAGING, axis, value, start);
            ((MessagingFigures) windows.computeIfAbsent(key, absent -> new MessagingFigures())).add(message);
        }
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

    /** The windows with at least one record counted; a view. */
    public Map<WindowKey, Figures> windows() {
        return Collections.unmodifiableMap(windows);
    }
}
