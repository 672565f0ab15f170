/** Global stores of decoded values in memory. */
@NullMarked
package io.luxqoe.alarm.store;

import org.jspecify.annotations.NullMarked;
