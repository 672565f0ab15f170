package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;

/**
 * Which task has a series: all of a small axis are in one task, those of a {@linkplain Axis#isWhole large} one are spread.
 */
public final class SeriesPartitions {

    private final Set<String> wholeAxes;
    private final int partitions;

    /** Partitions for these axes. */
    public SeriesPartitions(List<Axis> axes, int partitions) {
        this.wholeAxes = axes.stream().filter(Axis::isWhole).map(Axis::id).collect(Collectors.toUnmodifiableSet());
        this.partitions = partitions;
    }

    /** How many there are. */
    public int count() {
        return partitions;
    }

    /** Partition of a series' task, from 0; of {@code other} it is both the accumulate and the others' task. */
    public int of(SeriesKey series) {
        byte[] octets = wholeAxes.contains(series.axis()) || series.value().equals(Axis.OTHER)
                ? (series.family() + SeriesKey.SEPARATOR + series.axis()).getBytes(StandardCharsets.UTF_8)
                : series.toBytes();
        return Utils.toPositive(Utils.murmur2(octets)) % partitions;
    }

    /** Whether one task has all series of an axis, the one {@link #of} any of them. */
    public boolean isWhole(String axis) {
        return wholeAxes.contains(axis);
    }
}
