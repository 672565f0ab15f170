/** Circuit-switched CDRs of TS 32.298 clause 5.1.2.1. */
@NullMarked
package io.luxqoe.decoder.cs;

import org.jspecify.annotations.NullMarked;
