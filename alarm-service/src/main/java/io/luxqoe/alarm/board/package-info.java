/** The alarms of all instances, as every instance answers them. */
@NullMarked
package io.luxqoe.alarm.board;

import org.jspecify.annotations.NullMarked;
