/** One KPI of one key: its values over time, and the newest against its baseline. */
@NullMarked
package io.luxqoe.kpi.query.series;

import org.jspecify.annotations.NullMarked;
