package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.SourceStatus;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsualIntervalTest {
    private static final long MINUTE = 60_000;

    private final SourceStatus status = new SourceStatus();
    private final UsualInterval interval = new UsualInterval();

    @Test
    void nothingIsKnownUntilEnoughCame() {
        add(UsualInterval.ENOUGH - 1, MINUTE);
        assertThat(status.getUsualIntervalMs()).isNull();

        add(1, MINUTE);
        assertThat(status.getUsualIntervalMs()).isEqualTo(MINUTE);
    }

    @Test
    void burstsOfFilesDoNotHideTheTimeBetweenThem() {
        for (int burst = 0; burst < 20; burst++) {
            add(9, 2_000);
            add(1, 15 * MINUTE);
        }
        assertThat(status.getUsualIntervalMs()).isBetween(14 * MINUTE, 15 * MINUTE);
    }

    @Test
    void aBacklogThatComesAtOnceIsNotTheHabitOfTheSource() {
        add(20, 15 * MINUTE);
        add(10_000, 5);

        assertThat(status.getUsualIntervalMs()).isGreaterThan(14 * MINUTE);
    }

    @Test
    void oneOutageIsForgottenSoon() {
        add(20, MINUTE);
        add(1, 24 * 60 * MINUTE);
        assertThat(status.getUsualIntervalMs()).isEqualTo(4 * MINUTE);

        add(60, MINUTE);
        assertThat(status.getUsualIntervalMs()).isBetween(MINUTE, MINUTE + 1000);
    }

    @Test
    void aNewHabitIsLearned() {
        add(20, MINUTE);
        add(4, 60 * MINUTE);
        assertThat(status.getUsualIntervalMs()).isEqualTo(60 * MINUTE);

        add(2_000, MINUTE);
        assertThat(status.getUsualIntervalMs()).isBetween(MINUTE, 2 * MINUTE);
    }

    @Test
    void fiveTimesTheUsualIntervalOfASourceThatSendsAtRandomIsAlmostNeverExceeded() {
        Random random = new Random(3);
        int exceeded = 0;
        for (int i = 0; i < 100_000; i++) {
            long next = Math.round(-MINUTE * Math.log(1 - random.nextDouble()));
            if (status.getUsualIntervalMs() != null && next > 5 * status.getUsualIntervalMs()) {
                exceeded++;
            }
            add(1, next);
        }
        assertThat(exceeded).isLessThan(50);
    }

    @Test
    void aClockThatGoesBackTeachesNothing() {
        add(20, MINUTE);
        add(1, -5 * MINUTE);

        assertThat(status.getUsualIntervalMs()).isEqualTo(MINUTE);
    }

    private void add(int times, long ms) {
        for (int i = 0; i < times; i++) {
            interval.add(status, ms);
        }
    }
}
