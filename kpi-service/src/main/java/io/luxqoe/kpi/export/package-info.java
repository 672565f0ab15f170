/** Chosen KPIs as gauges, for Prometheus. */
@NullMarked
package io.luxqoe.kpi.export;

import org.jspecify.annotations.NullMarked;
