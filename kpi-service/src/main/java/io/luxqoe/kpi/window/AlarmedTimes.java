package io.luxqoe.kpi.window;

import io.luxqoe.schemas.Alarm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** When there were alarms about what, by the last occurrence of each alarm. */
final class AlarmedTimes {

    private record Subject(String axis, String key) {}

    private final Map<Subject, List<Alarm>> alarms = new HashMap<>();

    /** The times as the table says now. */
    AlarmedTimes(ReadOnlyKeyValueStore<String, ValueAndTimestamp<Alarm>> table) {
        try (KeyValueIterator<String, ValueAndTimestamp<Alarm>> all = table.all()) {
            while (all.hasNext()) {
                Alarm alarm = all.next().value.value();
                alarms.computeIfAbsent(new Subject(alarm.getAxis(), alarm.getKey()), fresh -> new ArrayList<>())
                        .add(alarm);
            }
        }
    }

    /** Whether a window of a key was under an alarm. The window that raised it ends when it was raised. */
    boolean cover(SeriesKey series, long windowStart, long windowEnd) {
        for (Alarm alarm : alarms.getOrDefault(new Subject(series.axis(), series.value()), List.of())) {
            boolean begun = alarm.getAlarmRaisedTime().toEpochMilli() <= windowEnd;
            boolean over = alarm.getAlarmClearedTime() != null
                    && alarm.getAlarmClearedTime().toEpochMilli() <= windowStart;
            if (begun && !over) {
                return true;
            }
        }
        return false;
    }
}
