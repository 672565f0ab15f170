/** Digits of numbers and identities as TBCD writes them. */
@NullMarked
package io.luxqoe.decoder.digits;

import org.jspecify.annotations.NullMarked;
