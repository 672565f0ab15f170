/** What a raw format is, which there are, and what their decoders are built with. */
@NullMarked
package io.luxqoe.decoder.format;

import org.jspecify.annotations.NullMarked;
