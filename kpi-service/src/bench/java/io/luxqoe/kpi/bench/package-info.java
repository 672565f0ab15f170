/** What the benchmarks share: the processor time that an operation costs. */
@NullMarked
package io.luxqoe.kpi.bench;

import org.jspecify.annotations.NullMarked;
