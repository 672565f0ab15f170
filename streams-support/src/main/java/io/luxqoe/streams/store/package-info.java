/** Global stores: of decoded values in memory, and of octets on disk with bounded memory. */
@NullMarked
package io.luxqoe.streams.store;

import org.jspecify.annotations.NullMarked;
