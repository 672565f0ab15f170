/** Damaged input for every raw format: nothing but events and rejects comes of it. */
@NullMarked
package io.luxqoe.decoder.fuzz;

import org.jspecify.annotations.NullMarked;
