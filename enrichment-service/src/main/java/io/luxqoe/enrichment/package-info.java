/** The enrichment service: its start, its settings and its metrics around the topology. */
@NullMarked
package io.luxqoe.enrichment;

import org.jspecify.annotations.NullMarked;
