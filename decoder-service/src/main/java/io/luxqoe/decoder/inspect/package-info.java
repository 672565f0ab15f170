/** Explains raw records element by element, whatever state they are in: the packet analyser behind {@code ./lux decode --tree}. */
@NullMarked
package io.luxqoe.decoder.inspect;

import org.jspecify.annotations.NullMarked;
