package io.luxqoe.kpi.window;

import io.luxqoe.kpi.baseline.HourOfWeek;
import io.luxqoe.kpi.baseline.Teaching;
import java.time.Duration;
import java.util.Map;

/**
 * How windows teach what is usual.
 *
 * @param hours hours of the week
 * @param teachings how windows of a size teach; those of a size that is not here do not, and are not compared
 * @param teachAfter how long after the end of its hour a window teaches, so that an alarm about it is known
 * @param keepWeeks after so many weeks without a window an hour of a key is forgotten
 */
public record BaselineSpec(HourOfWeek hours, Map<WindowSize, Teaching> teachings, Duration teachAfter, int keepWeeks) {}
