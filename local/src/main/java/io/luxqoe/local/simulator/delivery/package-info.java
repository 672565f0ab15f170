/** How network elements hand their records over: in files, out of order, late, twice, broken. */
@NullMarked
package io.luxqoe.local.simulator.delivery;

import org.jspecify.annotations.NullMarked;
