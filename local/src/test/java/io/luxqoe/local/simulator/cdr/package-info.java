/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.cdr;

import org.jspecify.annotations.NullMarked;
