/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.truth;

import org.jspecify.annotations.NullMarked;
