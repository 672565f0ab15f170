/** The keys of an axis in the order of a KPI: the worst first. */
@NullMarked
package io.luxqoe.kpi.query.worst;

import org.jspecify.annotations.NullMarked;
