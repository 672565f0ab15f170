/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.delivery;

import org.jspecify.annotations.NullMarked;
