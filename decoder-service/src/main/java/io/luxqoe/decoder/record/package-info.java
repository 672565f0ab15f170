/** From the octets of one record to an event with its identity, or to a reject: what all formats do alike. */
@NullMarked
package io.luxqoe.decoder.record;

import org.jspecify.annotations.NullMarked;
