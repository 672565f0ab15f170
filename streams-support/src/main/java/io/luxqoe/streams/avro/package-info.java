/** Avro in Confluent's wire format, with the schemas in a registry. */
@NullMarked
package io.luxqoe.streams.avro;

import org.jspecify.annotations.NullMarked;
