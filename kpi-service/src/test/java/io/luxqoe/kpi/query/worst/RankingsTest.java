package io.luxqoe.kpi.query.worst;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.MutableClock;
import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.MemoryReader;
import io.luxqoe.kpi.query.read.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int KEYS = 5_000;
    private static final int PARTITION = 2;

    private final MemoryReader reader = new MemoryReader();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<KpiPoint> sorted = new ArrayList<>();

    @BeforeEach
    void manyKeys() {
        Random random = new Random(5);
        reader.finalUntil(NOON.plusSeconds(3600));
        for (int key = 0; key < KEYS; key++) {
            // few values, so that many are equal
            reader.put("voice.asr", "region", "r" + key, NOON, random.nextInt(50) / 50.0, 10 + random.nextInt(5));
        }
        reader.window(PARTITION, subject(), NOON.toEpochMilli(), sorted::add);
        sorted.sort(asked(0).comparator());
    }

    @Test
    void aRankingIsTheBeginningOfAllKeysInTheirOrder() {
        Rankings rankings = rankings(100_000);

        for (int limit : new int[] {1, 20, 999, 1_000}) {
            Ranking ranking = rankings.of(PARTITION, asked(0), limit);

            assertThat(ranking.rows()).isEqualTo(sorted.subList(0, limit));
            assertThat(ranking.ranked()).isEqualTo(KEYS);
        }
    }

    @Test
    void aLongerListIsReadAgainAndAShorterOneIsNot() {
        Rankings rankings = rankings(100_000);
        int before = reader.scans();

        rankings.of(PARTITION, asked(0), 20);
        rankings.of(PARTITION, asked(0), 100);
        rankings.of(PARTITION, asked(0), 500);
        rankings.of(PARTITION, asked(0), 300);

        assertThat(reader.scans() - before).isEqualTo(2);
    }

    @Test
    void whatWasNotAskedForLongestGoesWhenThereAreTooManyRows() {
        Rankings rankings = rankings(1_000);
        for (int minute = 0; minute < 30; minute++) {
            rankings.of(PARTITION, asked(0), 100);
            rankings.of(PARTITION, asked(minute), 100);
        }
        int before = reader.scans();

        rankings.of(PARTITION, asked(0), 100);
        assertThat(reader.scans()).isEqualTo(before);
        assertThat(meters.get("lux.kpi.query.ranking.rows").gauge().value()).isBetween(100.0, 1_000.0);
    }

    private Rankings rankings(int rows) {
        QuerySettings settings = new QuerySettings(
                1, Duration.ofSeconds(1), Duration.ofSeconds(1), rows, 3, 1, 1, Duration.ofSeconds(1), 1);
        return new Rankings(reader, new FreshRankings(), settings, new MutableClock(NOON), meters);
    }

    private static Asked asked(int minute) {
        long start = NOON.plusSeconds(60L * minute).toEpochMilli();
        return new Asked(subject(), start, start + 60_000, Order.LOWEST, false);
    }

    private static Subject subject() {
        return new Subject("voice.asr", "voice", "region", "PT1M");
    }
}
