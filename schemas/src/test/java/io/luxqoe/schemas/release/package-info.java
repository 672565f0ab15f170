/** The released schemas, and the promise that what they wrote can still be read. */
@NullMarked
package io.luxqoe.schemas.release;

import org.jspecify.annotations.NullMarked;
