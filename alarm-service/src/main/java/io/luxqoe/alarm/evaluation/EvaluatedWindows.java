package io.luxqoe.alarm.evaluation;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The last FINAL window of each series that was evaluated, so that none is evaluated twice or after a later one. One
 * entry for each series, forgotten once it has been silent for long.
 */
final class EvaluatedWindows {

    private final KeyValueStore<String, Long> lastStarts;

    EvaluatedWindows(KeyValueStore<String, Long> lastStarts) {
        this.lastStarts = lastStarts;
    }

    /** Whether a window, PROVISIONAL or FINAL, lies behind the last FINAL one of its series or is that one again. */
    boolean isPast(KpiKey series, KpiWindow window) {
        Long last = lastStarts.get(text(series));
        return last != null && window.getStart().toEpochMilli() <= last;
    }

    void remember(KpiKey series, KpiWindow window) {
        lastStarts.put(text(series), window.getStart().toEpochMilli());
    }

    void forgetBefore(Instant latest, Duration forgetAfter) {
        long bound = latest.minus(forgetAfter).toEpochMilli();
        List<String> silent = new ArrayList<>();
        try (KeyValueIterator<String, Long> entries = lastStarts.all()) {
            while (entries.hasNext()) {
                KeyValue<String, Long> entry = entries.next();
                if (entry.value < bound) {
                    silent.add(entry.key);
                }
            }
        }
        silent.forEach(lastStarts::delete);
    }

    private static String text(KpiKey series) {
        return String.join("|", series.getFamily(), series.getAxis(), series.getWindowSize(), series.getValue());
    }
}
