/** The legs of one call, written by two elements, brought together. */
@NullMarked
package io.luxqoe.enrichment.correlation;

import org.jspecify.annotations.NullMarked;
