/** The decoder on Kafka Streams: topology, state of the sources, duplicates, idle marks, dead letters. */
@NullMarked
package io.luxqoe.decoder.stream;

import org.jspecify.annotations.NullMarked;
