/** The raw formats by name, and what their decoders are built with. A new format is a package and a line here. */
@NullMarked
package io.luxqoe.decoder.format;

import org.jspecify.annotations.NullMarked;
