/** A bounded cache with primitive keys. */
@NullMarked
package io.luxqoe.decoder.cache;

import org.jspecify.annotations.NullMarked;
