/** The life cycle of an alarm, from the windows of a KPI: pure, without Kafka or clock. */
@NullMarked
package io.luxqoe.alarm.lifecycle;

import org.jspecify.annotations.NullMarked;
