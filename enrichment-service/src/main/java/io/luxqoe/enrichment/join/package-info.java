/** Joins blocks of events with what the reference tables said when each event happened. */
@NullMarked
package io.luxqoe.enrichment.join;

import org.jspecify.annotations.NullMarked;
