package io.luxqoe.kpi.video;

import java.util.Arrays;

/** The numbers of a session. */
final class Figures {

    private static final Figure[] ALL = Figure.values();

    private final long[] values = new long[ALL.length];

    Figures() {
        for (Figure figure : ALL) {
            values[figure.ordinal()] = figure.none();
        }
    }

    long get(Figure figure) {
        return values[figure.ordinal()];
    }

    /** The number, or another one if no report told it. */
    long get(Figure figure, long otherwise) {
        return has(figure) ? get(figure) : otherwise;
    }

    boolean has(Figure figure) {
        return values[figure.ordinal()] != figure.none();
    }

    Figures add(Figure figure, long value) {
        values[figure.ordinal()] = figure.merge(values[figure.ordinal()], value);
        return this;
    }

    void merge(Figures other) {
        for (Figure figure : ALL) {
            add(figure, other.get(figure));
        }
    }

    /** Writes those that are told, each behind its position. */
    void writeTo(OctetWriter writer) {
        writer.unsigned(Arrays.stream(ALL).filter(this::has).count());
        for (Figure figure : ALL) {
            if (has(figure)) {
                writer.octet(figure.ordinal()).signed(get(figure));
            }
        }
    }

    static Figures readFrom(OctetReader reader) {
        Figures figures = new Figures();
        for (long told = reader.unsigned(); told > 0; told--) {
            figures.values[reader.octet()] = reader.signed();
        }
        return figures;
    }
}
