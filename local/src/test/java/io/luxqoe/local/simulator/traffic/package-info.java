/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.traffic;

import org.jspecify.annotations.NullMarked;
