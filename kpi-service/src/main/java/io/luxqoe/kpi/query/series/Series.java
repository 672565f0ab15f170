package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Standing;
import java.util.List;

/**
 * What the partition of a series answers.
 *
 * @param points windows with events, by their start
 * @param standing of the partition when it began to read
 */
record Series(List<KpiPoint> points, Standing standing) {}
