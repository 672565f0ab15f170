/** Global stores of decoded values in memory. */
@NullMarked
package io.luxqoe.streams.store;

import org.jspecify.annotations.NullMarked;
