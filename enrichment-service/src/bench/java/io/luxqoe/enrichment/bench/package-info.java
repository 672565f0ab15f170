/** What the benchmarks share: the processor time that an operation costs. */
@NullMarked
package io.luxqoe.enrichment.bench;

import org.jspecify.annotations.NullMarked;
