/** What makes a Kafka Streams topology a service: settings, failures, health, bounded memory. */
@NullMarked
package io.luxqoe.streams.runtime;

import org.jspecify.annotations.NullMarked;
