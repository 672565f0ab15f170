/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.feed;

import org.jspecify.annotations.NullMarked;
