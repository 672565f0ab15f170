package io.luxqoe.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadReplacementTest {

    private final SettableClock clock = new SettableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final ThreadReplacement replacement = new ThreadReplacement(clock, pauses::add);

    @ParameterizedTest
    @MethodSource("healable")
    void whatMayHealReplacesTheThread(Throwable failure) {
        assertThat(replacement.handle(failure)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    static List<Throwable> healable() {
        return List.of(
                new TimeoutException("broker"),
                new MissingSourceTopicException("topic"),
                new StreamsException("process", new IllegalStateException("fault")));
    }

    @ParameterizedTest
    @MethodSource("definitive")
    void whatCannotHealEndsTheStreams(Throwable failure) {
        assertThat(replacement.handle(failure)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(pauses).isEmpty();
    }

    static List<Throwable> definitive() {
        return List.of(
                new OutOfMemoryError("heap"),
                new StreamsException("start", new ConfigException("name", "value")),
                new TopologyException("wrong"));
    }

    @Test
    void thePauseGrowsUntilItHasBeenQuietForTwoMinutes() {
        for (int i = 0; i < 6; i++) {
            replacement.handle(new TimeoutException("broker"));
            clock.now = clock.now.plusSeconds(60);
        }
        assertThat(pauses).map(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);

        clock.now = clock.now.plusSeconds(120);
        replacement.handle(new TimeoutException("broker"));

        assertThat(pauses).last().isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theLastFailureIsKept() {
        assertThat(replacement.last()).isNull();

        replacement.handle(new StreamsException("process", new IllegalStateException("fault")));

        assertThat(replacement.last())
                .isEqualTo(new ThreadReplacement.Failure(Instant.EPOCH, "java.lang.IllegalStateException", 1));
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
