package io.luxqoe.alarm.board;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.streams.store.MemoryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The global store of the last statement about each alarm.
 *
 * <p>Bounded by the rules and the keys they watch for those that stand, and by a number for those that were cleared, of
 * which the earliest cleared go first.
 */
public final class AlarmBoard extends MemoryStore<Alarm> implements Alarms {

    private static final Comparator<Alarm> OLDEST_CLEARED_FIRST =
            Comparator.comparing(AlarmBoard::lastTime).thenComparing(Alarm::getAlarmId);
    private static final Comparator<Alarm> FOR_READING = Comparator.comparing(AlarmQuery::isCleared)
            .thenComparing(alarm -> alarm.getPerceivedSeverity(), Comparator.reverseOrder())
            .thenComparing(AlarmBoard::lastTime, Comparator.reverseOrder())
            .thenComparing(Alarm::getAlarmId);

    private final int clearedKept;
    private final Map<String, Alarm> byId = new HashMap<>();
    private final TreeSet<Alarm> cleared = new TreeSet<>(OLDEST_CLEARED_FIRST);

    /** @param clearedKept most cleared alarms to keep */
    public AlarmBoard(String name, int clearedKept) {
        super(name);
        this.clearedKept = clearedKept;
    }

    @Override
    protected synchronized void put(String alarmId, @Nullable Alarm alarm) {
        Alarm before = alarm == null ? byId.remove(alarmId) : byId.put(alarmId, alarm);
        if (before != null) {
            cleared.remove(before);
        }
        if (alarm != null && AlarmQuery.isCleared(alarm)) {
            cleared.add(alarm);
            if (cleared.size() > clearedKept) {
                byId.remove(Objects.requireNonNull(cleared.pollFirst()).getAlarmId());
            }
        }
    }

    @Override
    protected synchronized void clear() {
        byId.clear();
        cleared.clear();
    }

    @Override
    public synchronized List<Alarm> find(AlarmQuery query) {
        requireOpen();
        return byId.values().stream().filter(query::selects).sorted(FOR_READING).toList();
    }

    @Override
    public synchronized Optional<Alarm> alarm(String alarmId) {
        requireOpen();
        return Optional.ofNullable(byId.get(alarmId));
    }

    @Override
    public synchronized Map<PerceivedSeverity, Long> standing() {
        requireOpen();
        return byId.values().stream()
                .filter(AlarmQuery.STANDING::selects)
                .collect(Collectors.groupingBy(Alarm::getPerceivedSeverity, Collectors.counting()));
    }

    /** When an alarm was cleared, or raised if it stands. */
    private static Instant lastTime(Alarm alarm) {
        Instant clearedTime = alarm.getAlarmClearedTime();
        return clearedTime == null ? alarm.getAlarmRaisedTime() : clearedTime;
    }
}
