/** What happens in the simulated network: calls and short messages with their outcomes, and incidents. */
@NullMarked
package io.luxqoe.local.simulator.traffic;

import org.jspecify.annotations.NullMarked;
