/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.alarm;

import org.jspecify.annotations.NullMarked;
