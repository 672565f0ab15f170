package io.luxqoe.local.simulator.alarm;

import java.time.Instant;
import java.util.Optional;

/**
 * An alarm from raising to clearing.
 *
 * @param alarm which
 * @param raised begin of the window that raised it
 * @param cleared begin of the window that cleared it; empty while it stands
 */
public record AlarmPassage(ExpectedAlarm alarm, Instant raised, Optional<Instant> cleared) {}
