/** Data-usage lines: increments of a subscriber's data volume. */
@NullMarked
package io.luxqoe.decoder.usage;

import org.jspecify.annotations.NullMarked;
