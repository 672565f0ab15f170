/** Framing of CDRs: TS 32.297 files, GTP' and runs of BER records. */
@NullMarked
package io.luxqoe.decoder.file;

import org.jspecify.annotations.NullMarked;
