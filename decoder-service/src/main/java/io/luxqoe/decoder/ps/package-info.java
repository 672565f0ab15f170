/** Packet-switched CDRs of TS 32.298 clause 5.1.2.2: records of gateways and their increments. */
@NullMarked
package io.luxqoe.decoder.ps;

import org.jspecify.annotations.NullMarked;
