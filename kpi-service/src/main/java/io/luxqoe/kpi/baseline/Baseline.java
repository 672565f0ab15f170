package io.luxqoe.kpi.baseline;

import io.luxqoe.kpi.measurement.DistinctCount;
import io.luxqoe.schemas.KpiBaseline;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for a key in one hour of the week, KPI by KPI. It learns from the windows of that hour: those of a week
 * together weigh alpha, so that a week counts for the same whether it has 60 windows or one; the first weeks weigh the same
 * until each weighs alpha. Which windows may teach is for the caller to say. Not for use by several threads.
 *
 * <p>Values of different window sizes do not compare where a KPI is a count: one size teaches, and is compared.
 *
 * <p>Octets: version (1), then 17 for each KPI, ascending by the first four: hash of its id, weeks, number of the last week
 * (two octets), number of values (two octets; 65,535 and more are as many), mean and variance in single precision. A KPI
 * that has gone is kept until the whole is dropped; one that is new begins to learn.
 */
public final class Baseline {

    private static final byte VERSION = 1;
    private static final int MOST_WEEK = 65_535;

    private final List<Usual> kpis = new ArrayList<>(0);

    /** A baseline that has learnt nothing. */
    public Baseline() {}

    /**
     * Learns from the value of a KPI in a window.
     *
     * @param kpi id of the KPI
     * @param week number of the week, see {@link HourOfWeek#week}
     * @param value value in the unit of the KPI
     * @param teaching how to learn
     * @throws IllegalArgumentException if the value is not finite or the week not 0 to 65,535
     */
    public void teach(String kpi, int week, double value, Teaching teaching) {
        if (!Double.isFinite((float) value)) {
            throw new IllegalArgumentException(kpi + " cannot be " + value);
        }
        if (week < 0 || week > MOST_WEEK) {
            throw new IllegalArgumentException("a week is 0 to " + MOST_WEEK + ", not " + week);
        }
        int hash = hash(kpi);
        Usual usual = find(hash);
        if (usual == null) {
            usual = new Usual(hash);
            kpis.add(usual);
            kpis.sort(Comparator.comparingInt(Usual::kpi));
        }
        usual.teach(week, value, teaching);
    }

    /**
     * Compares a value with what is usual. The deviation is counted in standard deviations, of which one is at least 2 % of
     * the mean and at least {@code leastStddev}: what has never varied would make a catastrophe of any change.
     *
     * @param kpi id of the KPI
     * @param value value in the unit of the KPI, or null if it has none
     * @param leastStddev least standard deviation in the unit of the KPI: 0.01 for shares, 1 for counts
     * @param teaching how it learnt
     * @return without deviation if it has not learnt from enough weeks, or there is no value; null if it knows nothing of
     *     the KPI
     */
    public @Nullable KpiBaseline compare(String kpi, @Nullable Double value, double leastStddev, Teaching teaching) {
        Usual usual = find(hash(kpi));
        return usual == null ? null : usual.compare(value, leastStddev, teaching.minWeeks());
    }

    /** Number of the last week that taught any KPI, so that what has learnt nothing for long can be dropped; -1 if none. */
    public int lastWeek() {
        return kpis.stream().mapToInt(Usual::lastWeek).max().orElse(-1);
    }

    /** The octets, see {@link Baseline}. */
    public byte[] toBytes() {
        ByteBuffer octets = ByteBuffer.allocate(1 + kpis.size() * Usual.OCTETS).put(VERSION);
        kpis.forEach(usual -> usual.write(octets));
        return octets.array();
    }

    /**
     * The baseline of these octets.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static Baseline fromBytes(byte[] octets) {
        if (octets.length == 0 || octets[0] != VERSION || (octets.length - 1) % Usual.OCTETS != 0) {
            throw new IllegalArgumentException("not a baseline of version 1");
        }
        Baseline baseline = new Baseline();
        ByteBuffer in = ByteBuffer.wrap(octets, 1, octets.length - 1);
        while (in.hasRemaining()) {
            Usual usual = Usual.read(in);
            if (!baseline.kpis.isEmpty()
                    && baseline.kpis.get(baseline.kpis.size() - 1).kpi() >= usual.kpi()) {
                throw new IllegalArgumentException("a baseline whose KPIs do not ascend");
            }
            baseline.kpis.add(usual);
        }
        return baseline;
    }

    private @Nullable Usual find(int hash) {
        for (Usual usual : kpis) {
            if (usual.kpi() == hash) {
                return usual;
            }
        }
        return null;
    }

    private static int hash(String kpi) {
        return (int) (DistinctCount.hash(kpi) >>> Integer.SIZE);
    }
}
