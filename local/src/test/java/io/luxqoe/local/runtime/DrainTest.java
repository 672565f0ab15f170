package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.count.Counts;
import io.luxqoe.local.count.SampleCounts;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final OptionalLong SENT = OptionalLong.of(100);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch abandoned = new CountDownLatch(1);

    @Test
    void itWaitsUntilTheCountsAddUp() throws InterruptedException {
        Drain drain = new Drain(() -> looks.incrementAndGet() < 4 ? Counts.NONE : balanced(), Duration.ofMillis(1));

        assertThat(drain.await(SENT, LONG, abandoned)).isEmpty();
        assertThat(looks.get()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void atTheLimitItSaysWhatIsMissing() throws InterruptedException {
        Drain drain = new Drain(() -> Counts.NONE, Duration.ofMillis(1));

        assertThat(drain.await(SENT, Duration.ofMillis(1), abandoned))
                .containsExactly("100 records sent, but 0 decoded + 0 duplicates + 0 dead letters = 0");
    }

    @Test
    void whoeverAbandonsItNeedNotWait() throws InterruptedException {
        abandoned.countDown();

        assertThat(new Drain(() -> Counts.NONE, LONG).await(SENT, LONG, abandoned))
                .hasSize(1);
    }

    private static Counts balanced() {
        return SampleCounts.balanced();
    }
}
