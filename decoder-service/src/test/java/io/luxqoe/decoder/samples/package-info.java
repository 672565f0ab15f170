/** The sample files and what independent decoders say they hold. */
@NullMarked
package io.luxqoe.decoder.samples;

import org.jspecify.annotations.NullMarked;
