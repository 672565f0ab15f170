package io.luxqoe.local.cli;

import io.luxqoe.local.count.Counts;
import java.time.Duration;
import java.util.Locale;

/** Counts on one line, with the pace since the line before. */
final class LiveLine {

    private Counts last = Counts.NONE;
    private Duration lastAt = Duration.ZERO;

    String of(Counts counts, Duration at) {
        double seconds = at.minus(lastAt).toMillis() / 1e3;
        double pace = seconds <= 0 || lastAt.isZero() ? 0 : (counts.eventsDecoded() - last.eventsDecoded()) / seconds;
        last = counts;
        lastAt = at;
        return String.format(
                Locale.ROOT,
                "%02d:%02d raw %,d | decoded %,d (%,.0f/s) dead %,d dup %,d | enriched %,d | counted %,d late %,d"
                        + " | windows %,d final %,d open | alarms %,d/%,d | p99 %.1f s",
                at.toMinutes(),
                at.toSecondsPart(),
                counts.rawRecords(),
                counts.eventsDecoded(),
                pace,
                counts.deadLettered(),
                counts.duplicates(),
                counts.enriched(),
                counts.counted(),
                counts.late(),
                counts.windowsFinal(),
                counts.windowsOpen(),
                counts.alarmsRaised(),
                counts.alarmsCleared(),
                counts.latency().p99Ms() / 1e3);
    }
}
