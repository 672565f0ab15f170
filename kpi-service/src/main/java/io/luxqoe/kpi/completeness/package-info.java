/**
 * What makes a window suspect (suspectFlag of TS 32.435), in band, so that a replay finds the same windows suspect.
 *
 * <p>Combine: for each block {@link SourceFaults#take} of its source, with the highest event time that the source showed
 * before; for each late event {@link LateEvents#add}. The {@link Incident}s that these give go to every accumulate task,
 * in the transaction of the block and ahead of any promise that rests on it. Each partial says which sources it is of:
 * {@link Contributors}.
 *
 * <p>Accumulate: each incident goes into {@link Incidents}; {@link Incidents#suspicionOf} answers when a window is stated.
 * Whatever may make a window suspect has come when the promises let it close: an incident begins at the highest event time
 * of its source or later, and the promise of its task was no higher.
 */
@NullMarked
package io.luxqoe.kpi.completeness;

import org.jspecify.annotations.NullMarked;
