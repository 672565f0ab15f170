/** Records of the 5G charging function (TS 32.298 clause 5.1.5). */
@NullMarked
package io.luxqoe.decoder.chf;

import org.jspecify.annotations.NullMarked;
