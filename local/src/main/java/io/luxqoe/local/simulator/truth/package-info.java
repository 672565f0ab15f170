/** What LUX must make of the traffic that was delivered, worked out from the calls and not from the octets. */
@NullMarked
package io.luxqoe.local.simulator.truth;

import org.jspecify.annotations.NullMarked;
