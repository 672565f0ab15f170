package io.luxqoe.kpi.measurement;

/**
 * One thing that a family measures in a window.
 *
 * @param name name in formulas and in {@code KpiWindow}; the unit is in the name unless it is a count
 * @param kind what is kept of it
 * @param doc what an event adds, one line
 */
public record Measurement(String name, Kind kind, String doc) {

    /** What is kept of a measurement, and how windows of it are merged. */
    public enum Kind {
        /** A count or a sum: added up. */
        SUM,
        /** A distribution of values, from which percentiles are read. */
        DISTRIBUTION,
        /** An estimate of how many different ones were seen. */
        DISTINCT
    }

    static Measurement sum(String name, String doc) {
        return new Measurement(name, Kind.SUM, doc);
    }

    static Measurement distribution(String name, String doc) {
        return new Measurement(name, Kind.DISTRIBUTION, doc);
    }

    static Measurement distinct(String name, String doc) {
        return new Measurement(name, Kind.DISTINCT, doc);
    }
}
