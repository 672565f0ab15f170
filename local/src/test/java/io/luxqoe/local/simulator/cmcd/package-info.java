/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.cmcd;

import org.jspecify.annotations.NullMarked;
