/** What happens in the simulated network: calls, short messages, packet sessions and viewings of video with their outcomes, and incidents. */
@NullMarked
package io.luxqoe.local.simulator.traffic;

import org.jspecify.annotations.NullMarked;
