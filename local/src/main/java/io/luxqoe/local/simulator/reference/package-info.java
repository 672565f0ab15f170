/** The reference records of the simulated operator. */
@NullMarked
package io.luxqoe.local.simulator.reference;

import org.jspecify.annotations.NullMarked;
