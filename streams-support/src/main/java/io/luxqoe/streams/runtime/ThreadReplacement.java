package io.luxqoe.streams.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that failed, so that the work goes on from the last commit, after a pause that grows from 1 s to 10 s
 * while failures follow on each other.
 *
 * <p>Only what no thread can heal ends the streams: a wrong configuration, a topology that cannot be, an error of the
 * JVM. A global table's thread cannot be replaced (Kafka Streams 4.3.1): its failure ends the streams too.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final Clock clock;
    private final Pause pause;
    private volatile @Nullable Failure last;

    /** Waits; a test does not. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * A thread's end.
     *
     * @param at when
     * @param cause class of the failure that began it
     * @param inARow how many there were, each less than two minutes after the one before
     */
    record Failure(Instant at, String cause, int inARow) {}

    ThreadReplacement(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** The latest failure, or null if there was none. */
    @Nullable
    Failure last() {
        return last;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        Failure failure = remember(exception);
        if (isDefinitive(exception) || inGlobalThread()) {
            LOG.error("The streams end, no thread can heal {}", failure.cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration wait = pauseAfter(failure.inARow);
        // Kafka logs the stack trace
        LOG.warn("A thread failed with {}, {} in a row; another begins after {}", failure.cause, failure.inARow, wait);
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized Failure remember(Throwable exception) {
        Instant now = clock.instant();
        Failure before = last;
        boolean followsOn = before != null && before.at.plus(QUIET).isAfter(now);
        Failure failure = new Failure(
                now, root(exception).getClass().getName(), before != null && followsOn ? before.inARow + 1 : 1);
        last = failure;
        return failure;
    }

    private static Duration pauseAfter(int inARow) {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(inARow - 1, 10));
        return grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
    }

    private static boolean inGlobalThread() {
        return Thread.currentThread().getName().endsWith("-GlobalStreamThread");
    }

    private static boolean isDefinitive(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error || cause instanceof ConfigException || cause instanceof TopologyException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
