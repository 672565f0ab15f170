package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rankings of the partitions that this instance has. To rank a window is to read all its keys, so rankings are kept: of
 * FINAL windows for good, since these never change, of others for {@code lux.kpi.query.provisional-age}. They are bounded
 * by their rows; what was not asked for longest goes first. Of questions that come at once one reads and the others wait.
 * The newest FINAL windows are {@linkplain FreshRankings ranked already}.
 */
@Component
final class Rankings {

    /** Rows that a ranking keeps at least, so that a longer list of the same needs no second reading. */
    private static final int LEAST_ROWS = 100;

    private final KpiReader reader;
    private final FreshRankings fresh;
    private final InstantSource clock;
    private final Duration provisionalAge;
    private final int mostRows;
    private final Timer readings;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentMap<Key, FutureTask<Kept>> underWay = new ConcurrentHashMap<>();
    private long rows;

    Rankings(KpiReader reader, FreshRankings fresh, QuerySettings settings, InstantSource clock, MeterRegistry meters) {
        this.reader = reader;
        this.fresh = fresh;
        this.clock = clock;
        provisionalAge = settings.provisionalAge();
        mostRows = settings.rankingRows();
        readings = meters.timer("lux.kpi.query.rankings");
        meters.gauge("lux.kpi.query.ranking.rows", this, Rankings::rows);
    }

    private record Key(int partition, Asked asked) {}

    private record Kept(Ranking ranking, long readAt) {}

    /** The first {@code limit} keys of a partition. */
    Ranking of(int partition, Asked asked, int limit) {
        // throws if the partition is not here, whatever is kept of the time when it was
        Standing standing = reader.standing(
                partition, asked.subject().family(), asked.subject().window());
        Key key = new Key(partition, asked);
        Kept found = kept(key);
        if (found == null || !found.ranking.hasFirst(limit) || isOutdated(found)) {
            found = fresh.of(partition, asked, limit, standing)
                    .map(ranking -> keep(key, new Kept(ranking, clock.millis())))
                    .orElseGet(() -> read(key, Math.max(limit, LEAST_ROWS)));
        }
        long age = found.ranking.isFinal() ? 0 : Math.max(0, clock.millis() - found.readAt);
        return found.ranking.first(limit, new Standing(standing.watermark(), standing.finalUntil(), age));
    }

    private boolean isOutdated(Kept found) {
        return !found.ranking.isFinal() && clock.millis() - found.readAt >= provisionalAge.toMillis();
    }

    private Kept read(Key key, int most) {
        FutureTask<Kept> mine = new FutureTask<>(() -> readNow(key, most));
        FutureTask<Kept> first = underWay.putIfAbsent(key, mine);
        FutureTask<Kept> reading = first == null ? mine : first;
        if (first == null) {
            try {
                mine.run();
            } finally {
                underWay.remove(key, mine);
            }
        }
        try {
            Kept read = reading.get();
            return read.ranking.hasFirst(most) ? read : readNow(key, most);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a ranking was read", e);
        }
    }

    private Kept readNow(Key key, int most) {
        return readings.record(() -> {
            Asked asked = key.asked;
            Standing before = reader.standing(
                    key.partition, asked.subject().family(), asked.subject().window());
            long readAt = clock.millis();
            TopRows top = new TopRows(asked, most);
            reader.window(key.partition, asked.subject(), asked.start(), top);
            return keep(key, new Kept(top.ranking(before), readAt));
        });
    }

    private synchronized @Nullable Kept kept(Key key) {
        return kept.get(key);
    }

    private synchronized Kept keep(Key key, Kept read) {
        Kept before = kept.put(key, read);
        rows += weight(read) - (before == null ? 0 : weight(before));
        Iterator<Kept> oldest = kept.values().iterator();
        while (rows > mostRows && kept.size() > 1) {
            rows -= weight(oldest.next());
            oldest.remove();
        }
        return read;
    }

    /** A ranking without rows costs, too. */
    private static int weight(Kept ranking) {
        return 1 + ranking.ranking.rows().size();
    }

    /** Forgets all. */
    synchronized void clear() {
        kept.clear();
        rows = 0;
    }

    synchronized long rows() {
        return rows;
    }
}
