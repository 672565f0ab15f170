/** Types that the CDRs of TS 32.298 share. */
@NullMarked
package io.luxqoe.decoder.cdr;

import org.jspecify.annotations.NullMarked;
