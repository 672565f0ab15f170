/** The traffic as a live feed with instants of the wall clock at which each raw record is due. */
@NullMarked
package io.luxqoe.local.simulator.feed;

import org.jspecify.annotations.NullMarked;
