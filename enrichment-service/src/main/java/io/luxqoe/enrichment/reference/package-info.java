/**
 * Reference tables: what the network's objects are, kept decoded in memory and read as of an event's time.
 */
@NullMarked
package io.luxqoe.enrichment.reference;

import org.jspecify.annotations.NullMarked;
