package io.luxqoe.kpi.query.read;

/**
 * What a query is about: one KPI on one axis, in windows of one size.
 *
 * @param kpi id of the KPI
 * @param family id of its measurement family
 * @param axis id of the axis
 * @param window window size as it is configured ({@code PT1M}, {@code PT5M/PT1M})
 */
public record Subject(String kpi, String family, String axis, String window) {}
