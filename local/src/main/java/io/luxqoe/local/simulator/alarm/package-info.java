/** The default alarm rules, and the alarms that they must give for a known truth. */
@NullMarked
package io.luxqoe.local.simulator.alarm;

import org.jspecify.annotations.NullMarked;
