/** Charging records as octets: BER by TS 32.298, files by TS 32.297. Shares no code with the decoder. */
@NullMarked
package io.luxqoe.local.simulator.cdr;

import org.jspecify.annotations.NullMarked;
