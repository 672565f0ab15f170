package io.luxqoe.kpi.baseline;

import io.luxqoe.schemas.KpiBaseline;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for one KPI in one hour of the week: exponentially weighted mean and variance. It is kept in single
 * precision, in memory as in octets, so that a value that was stored in between makes no difference.
 */
final class Usual {

    static final int OCTETS = 17;

    /** Share of the mean that the standard deviation is taken to be at least. */
    private static final double LEAST_RELATIVE_STDDEV = 0.02;

    private static final int MOST_WEEKS = 255;
    private static final int MOST_SAMPLES = 65_535;

    private final int kpi;
    private int weeks;
    private int lastWeek;
    private int samples;
    private float mean;
    private float variance;

    Usual(int kpi) {
        this.kpi = kpi;
    }

    int kpi() {
        return kpi;
    }

    int lastWeek() {
        return lastWeek;
    }

    void teach(int week, double value, Teaching teaching) {
        double weight = teaching.weight(samples);
        double difference = value - mean;
        mean = (float) (mean + weight * difference);
        variance = (float) Math.min(Float.MAX_VALUE, (1 - weight) * (variance + weight * difference * difference));
        samples = Math.min(MOST_SAMPLES, samples + 1);
        if (weeks == 0 || week > lastWeek) {
            weeks = Math.min(MOST_WEEKS, weeks + 1);
            lastWeek = week;
        }
    }

    KpiBaseline compare(@Nullable Double value, double leastStddev, int minWeeks) {
        return new KpiBaseline(
                (double) mean, (double) variance, weeks, weeks < minWeeks ? null : deviation(value, leastStddev));
    }

    private @Nullable Double deviation(@Nullable Double value, double leastStddev) {
        if (value == null) {
            return null;
        }
        double floor = Math.max(leastStddev, LEAST_RELATIVE_STDDEV * Math.abs(mean));
        return (value - mean) / Math.max(Math.sqrt(variance), floor);
    }

    void write(ByteBuffer out) {
        out.putInt(kpi).put((byte) weeks).putShort((short) lastWeek).putShort((short) samples);
        out.putFloat(mean).putFloat(variance);
    }

    static Usual read(ByteBuffer in) {
        Usual usual = new Usual(in.getInt());
        usual.weeks = Byte.toUnsignedInt(in.get());
        usual.lastWeek = Short.toUnsignedInt(in.getShort());
        usual.samples = Short.toUnsignedInt(in.getShort());
        usual.mean = in.getFloat();
        usual.variance = in.getFloat();
        if (usual.weeks == 0 || usual.samples < usual.weeks || !Float.isFinite(usual.mean) || !(usual.variance >= 0)) {
            throw new IllegalArgumentException("a baseline with figures that cannot be");
        }
        return usual;
    }
}
