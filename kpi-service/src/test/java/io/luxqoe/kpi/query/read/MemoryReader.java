package io.luxqoe.kpi.query.read;

import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.routing.PartitionUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a minute and of five in memory, in four partitions by the first character of the key; {@code region} lies whole
 * in partition 2.
 */
public final class MemoryReader implements KpiReader {

    public static final int PARTITIONS = 4;

    private final Map<Integer, Map<Series, TreeMap<Long, KpiPoint>>> partitions = new HashMap<>();
    private final Map<Integer, String> unavailable = new HashMap<>();
    private final Map<Integer, Instant> finalUntil = new HashMap<>();
    private int scans;

    private record Series(String kpi, String axis, String window, String key) {}

    private record Minutes(String id, Duration hop) implements WindowGrid {
        @Override
        public long startOf(long time) {
            return Math.floorDiv(time, hop.toMillis()) * hop.toMillis();
        }

        @Override
        public long endOf(long start) {
            return start + hop.toMillis();
        }
    }

    /** A window of a minute; FINAL if that is what its partition is. */
    public void put(String kpi, String axis, String key, Instant start, @Nullable Double value, long samples) {
        put(kpi, axis, key, start, value, samples, null);
    }

    public void put(
            String kpi,
            String axis,
            String key,
            Instant start,
            @Nullable Double value,
            long samples,
            @Nullable Baseline baseline) {
        int partition = partitionOf(axis, key);
        Instant end = start.plus(Duration.ofMinutes(1));
        KpiPoint point = new KpiPoint(
                key,
                start,
                end,
                end.isAfter(finalUntil(partition)) ? KpiWindowStatus.PROVISIONAL : KpiWindowStatus.FINAL,
                1,
                value,
                samples,
                samples < 10,
                false,
                List.of(),
                baseline);
        partitions
                .computeIfAbsent(partition, id -> new HashMap<>())
                .computeIfAbsent(new Series(kpi, axis, "PT1M", key), id -> new TreeMap<>())
                .put(start.toEpochMilli(), point);
    }

    /** To be called before windows are put. */
    public void finalUntil(Instant end) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            finalUntil(partition, end);
        }
    }

    public void finalUntil(int partition, Instant end) {
        finalUntil.put(partition, end);
    }

    public void unavailable(int partition, String reason) {
        unavailable.put(partition, reason);
    }

    /** How often all keys of a window were read. */
    public int scans() {
        return scans;
    }

    public void clear() {
        partitions.clear();
        unavailable.clear();
        finalUntil.clear();
        scans = 0;
    }

    @Override
    public List<WindowGrid> windows() {
        return List.of(new Minutes("PT1M", Duration.ofMinutes(1)), new Minutes("PT5M", Duration.ofMinutes(5)));
    }

    @Override
    public int partitionOf(Subject subject, String key) {
        return partitionOf(subject.axis(), key);
    }

    private static int partitionOf(String axis, String key) {
        return axis.equals("region") ? 2 : key.charAt(0) % PARTITIONS;
    }

    @Override
    public Set<Integer> partitionsOf(String family, String axis) {
        return axis.equals("region")
                ? Set.of(2)
                : Set.copyOf(IntStream.range(0, PARTITIONS).boxed().toList());
    }

    @Override
    public Standing standing(int partition, String family, String window) {
        requireHere(partition);
        Instant end = finalUntil.get(partition);
        return end == null
                ? new Standing(Standing.NONE, Standing.NONE, 0)
                : new Standing(end.plus(Duration.ofMinutes(5)).toEpochMilli() + 1, end.toEpochMilli(), 0);
    }

    @Override
    public List<KpiPoint> series(int partition, Subject subject, String key, Starts range) {
        requireHere(partition);
        return partitions
                .getOrDefault(partition, Map.of())
                .getOrDefault(new Series(subject.kpi(), subject.axis(), subject.window(), key), new TreeMap<>())
                .subMap(range.from(), range.to())
                .values()
                .stream()
                .limit(range.limit())
                .toList();
    }

    @Override
    public void window(int partition, Subject subject, long start, Consumer<KpiPoint> points) {
        requireHere(partition);
        scans++;
        partitions.getOrDefault(partition, Map.of()).forEach((series, windows) -> {
            KpiPoint point = windows.get(start);
            if (point != null
                    && series.kpi.equals(subject.kpi())
                    && series.axis.equals(subject.axis())
                    && series.window.equals(subject.window())) {
                points.accept(point);
            }
        });
    }

    @Override
    public List<String> keys(int partition, String family, String axis, Keys range) {
        requireHere(partition);
        String after = range.after();
        return new ArrayList<>(partitions.getOrDefault(partition, Map.of()).keySet())
                .stream()
                        .filter(series -> series.axis.equals(axis) && series.kpi.startsWith(family))
                        .map(Series::key)
                        .filter(key -> key.startsWith(range.prefix()))
                        .filter(key -> after == null || KeyOrder.BY_CODE_POINT.compare(key, after) > 0)
                        .distinct()
                        .sorted(KeyOrder.BY_CODE_POINT)
                        .limit(range.limit())
                        .toList();
    }

    private Instant finalUntil(int partition) {
        return finalUntil.getOrDefault(partition, Instant.MIN);
    }

    private void requireHere(int partition) {
        String reason = unavailable.get(partition);
        if (reason != null) {
            throw new PartitionUnavailableException(reason);
        }
    }
}
