/** Numbering rules: class, kept digits, pseudonym of a dialled or calling number. */
@NullMarked
package io.luxqoe.decoder.number;

import org.jspecify.annotations.NullMarked;
