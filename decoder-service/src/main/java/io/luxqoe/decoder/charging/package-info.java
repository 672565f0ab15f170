/** The formats of charging data records: all domains of TS 32.298, in all framings. */
@NullMarked
package io.luxqoe.decoder.charging;

import org.jspecify.annotations.NullMarked;
