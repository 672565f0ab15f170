package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.KpiProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final long SIZE = 60_000;
    private static final long GRACE = 120_000;

    @Test
    void windowsAreAlignedToTheEpochBeforeItToo() {
        assertThat(Watermarks.windowStart(0, SIZE)).isZero();
        assertThat(Watermarks.windowStart(59_999, SIZE)).isZero();
        assertThat(Watermarks.windowStart(60_000, SIZE)).isEqualTo(60_000);
        assertThat(Watermarks.windowStart(-1, SIZE)).isEqualTo(-60_000);
    }

    @Test
    void aWindowIsClosedOnceItsEndPlusGraceLiesBehind() {
        assertThat(Watermarks.closed(60_000, GRACE, 180_000)).isFalse();
        assertThat(Watermarks.closed(60_000, GRACE, 180_001)).isTrue();
    }

    @Test
    void anIdleTaskFollowsTheSlowestThatIsNot() {
        assertThat(whileIdle(3, idle(0, 500L, 400L), active(1, 9_000L), active(2, 7_000L)))
                .isEqualTo(7_000);
    }

    @Test
    void anIdleTaskPromisesNothingWhileAnActiveOneHasNot() {
        assertThat(whileIdle(2, idle(0, null, null), active(1, null))).isEqualTo(Watermarks.NONE);
    }

    @Test
    void anIdleTaskPromisesNothingWhileATaskHasNotSpoken() {
        assertThat(whileIdle(2, idle(0, null, 5L))).isEqualTo(Watermarks.NONE);
    }

    @Test
    void whenAllAreIdleEveryWindowWithAnEventCloses() {
        long promise = whileIdle(2, idle(0, null, 59_999L), idle(1, 7L, 60_000L));

        assertThat(Watermarks.closed(120_000, GRACE, promise)).isTrue();
        assertThat(Watermarks.closed(180_000, GRACE, promise)).isFalse();
    }

    @Test
    void whenAllAreIdleACoarseWindowClosesOnceTheClockTooHasPassedIt() {
        long end = 900_000;
        long before = whileIdleAt(end + GRACE, 1, idle(0, null, 60_000L));
        long after = whileIdleAt(end + GRACE + 1, 1, idle(0, null, 60_000L));

        assertThat(Watermarks.closed(120_000, GRACE, before)).isTrue();
        assertThat(Watermarks.closed(end, GRACE, before)).isFalse();
        assertThat(Watermarks.closed(end, GRACE, after)).isTrue();
    }

    @Test
    void whenAllAreIdleAndNoneHadAnEventThereIsNoPromise() {
        assertThat(whileIdle(1, idle(0, null, null))).isEqualTo(Watermarks.NONE);
    }

    private static long whileIdle(int tasks, KpiProgress... progress) {
        return whileIdleAt(0, tasks, progress);
    }

    private static long whileIdleAt(long now, int tasks, KpiProgress... progress) {
        return Watermarks.whileIdle(
                List.of(progress), KpiHarness.spec(Duration.ofMillis(GRACE), tasks, 1, "PT1M", "PT15M"), now);
    }

    private static KpiProgress idle(int task, @Nullable Long promise, @Nullable Long highest) {
        return progress(task, true, promise, highest);
    }

    private static KpiProgress active(int task, @Nullable Long promise) {
        return progress(task, false, promise, promise);
    }

    private static KpiProgress progress(int task, boolean idle, @Nullable Long promise, @Nullable Long highest) {
        return KpiProgress.newBuilder()
                .setPartition(task)
                .setPartitions(9)
                .setIdle(idle)
                .setWatermark(promise == null ? null : Instant.ofEpochMilli(promise))
                .setHighestEventTime(highest == null ? null : Instant.ofEpochMilli(highest))
                .setCounted(0)
                .setLate(0)
                .build();
    }
}
