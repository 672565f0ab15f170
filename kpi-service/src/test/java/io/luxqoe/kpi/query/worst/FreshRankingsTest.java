package io.luxqoe.kpi.query.worst;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.window.FinalWindow;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshRankingsTest {

    private static final int PARTITION = 1;
    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final WindowSize SIZE = WindowSize.of("PT1M", ZoneOffset.UTC);

    private final FreshRankings fresh = new FreshRankings();
    private final Random random = new Random(9);

    @ParameterizedTest
    @EnumSource(
            value = Order.class,
            names = {"HIGHEST", "LOWEST"})
    void theFirstKeysAreThoseThatReadingAllKeysFinds(Order order) {
        tell(0, "region", 3);
        List<KpiPoint> told = tell(1, "cell", 5_000);

        Asked asked = asked(1, "cell", order, false);
        TopRows all = new TopRows(asked, 100);
        told.forEach(all);

        assertThat(fresh.of(PARTITION, asked, 100, finalUntil(2))).contains(all.ranking(finalUntil(2)));
    }

    @Test
    void whatATaskTellsFirstMayBeTheRestOfWhatItClosedBefore() {
        tell(0, "cell", 10);
        tell(1, "cell", 10);

        assertThat(fresh.of(PARTITION, asked(0, "cell"), 5, finalUntil(2))).isEmpty();
        assertThat(fresh.of(PARTITION, asked(1, "cell"), 5, finalUntil(2))).isPresent();

        fresh.left(PARTITION);
        tell(2, "cell", 10);
        assertThat(fresh.of(PARTITION, asked(1, "cell"), 5, finalUntil(3))).isEmpty();
        assertThat(fresh.of(PARTITION, asked(2, "cell"), 5, finalUntil(3))).isEmpty();
    }

    @Test
    void aWindowThatIsBeingClosedIsNotRanked() {
        tell(0, "cell", 10);
        tell(1, "cell", 10);

        assertThat(fresh.of(PARTITION, asked(1, "cell"), 5, finalUntil(1))).isEmpty();
    }

    @Test
    void anAxisThatWasNotToldHasNoKeys() {
        tell(0, "cell", 10);
        tell(1, "cell", 10);

        assertThat(fresh.of(PARTITION, asked(1, "region"), 5, finalUntil(2)))
                .hasValueSatisfying(ranking -> assertThat(ranking.ranked()).isZero());
    }

    @Test
    void threeWindowsAreKept() {
        for (int minute = 0; minute < 5; minute++) {
            tell(minute, "cell", 10);
        }

        assertThat(fresh.of(PARTITION, asked(1, "cell"), 5, finalUntil(5))).isEmpty();
        assertThat(fresh.of(PARTITION, asked(2, "cell"), 5, finalUntil(5))).isPresent();
    }

    @Test
    void moreRowsThanAreKeptAndKeysWithFewSamplesAreToBeReadElsewhere() {
        tell(0, "cell", 10);
        tell(1, "cell", 5_000);

        assertThat(fresh.of(PARTITION, asked(1, "cell"), 101, finalUntil(2))).isEmpty();
        assertThat(fresh.of(PARTITION, asked(1, "cell", Order.LOWEST, true), 5, finalUntil(2)))
                .isEmpty();
    }

    private List<KpiPoint> tell(int minute, String axis, int keys) {
        List<KpiPoint> told = new ArrayList<>();
        long start = NOON + minute * MINUTE;
        for (int key = 0; key < keys; key++) {
            // few values, so that many are equal
            Double value = random.nextInt(20) == 0 ? null : random.nextInt(50) / 50.0;
            long samples = 5 + random.nextInt(8);
            KpiValue asr = new KpiValue("voice.asr", value, samples, null, samples < 8);
            fresh.onFinal(
                    PARTITION,
                    new FinalWindow(new SeriesKey("voice", axis, "k" + key), SIZE, start, 2, List.of(), List.of(asr)));
            told.add(new KpiPoint(
                    "k" + key,
                    Instant.ofEpochMilli(start),
                    Instant.ofEpochMilli(start + MINUTE),
                    KpiWindowStatus.FINAL,
                    2,
                    value,
                    samples,
                    samples < 8,
                    false,
                    List.of(),
                    null));
        }
        return told;
    }

    private static Asked asked(int minute, String axis) {
        return asked(minute, axis, Order.LOWEST, false);
    }

    private static Asked asked(int minute, String axis, Order order, boolean few) {
        long start = NOON + minute * MINUTE;
        return new Asked(new Subject("voice.asr", "voice", axis, "PT1M"), start, start + MINUTE, order, few);
    }

    private static Standing finalUntil(int minute) {
        long end = NOON + minute * MINUTE;
        return new Standing(end + 1, end, 0);
    }
}
