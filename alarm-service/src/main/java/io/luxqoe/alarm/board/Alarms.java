package io.luxqoe.alarm.board;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.PerceivedSeverity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alarms of every instance: all that stand, and the last that were cleared.
 *
 * <p>Every method throws {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while they cannot be read.
 */
public interface Alarms {

    /** The alarms asked for: standing ones first, the severest and then the newest first; then cleared ones, the newest first. */
    List<Alarm> find(AlarmQuery query);

    /** The last statement about an alarm. */
    Optional<Alarm> alarm(String alarmId);

    /** How many alarms stand, by severity; severities without any are absent. */
    Map<PerceivedSeverity, Long> standing();
}
