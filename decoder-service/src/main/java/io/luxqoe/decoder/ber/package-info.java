/** ITU-T X.690 basic encoding rules, read over tag tables without copying. */
@NullMarked
package io.luxqoe.decoder.ber;

import org.jspecify.annotations.NullMarked;
