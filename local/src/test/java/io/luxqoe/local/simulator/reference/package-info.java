/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.reference;

import org.jspecify.annotations.NullMarked;
