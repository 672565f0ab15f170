package io.luxqoe.streams.runtime;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * UP while the streams run; OUT_OF_SERVICE while they start, load or rebalance, which ends by itself; DOWN when they
 * stop or have failed. Until they run, it says how far each store is with loading.
 */
final class StreamsHealthIndicator extends AbstractHealthIndicator {

    private final StreamsState state;
    private final ThreadReplacement failures;
    private final StoreLoading loading;

    StreamsHealthIndicator(StreamsState state, ThreadReplacement failures, StoreLoading loading) {
        super("The state of the streams cannot be told");
        this.state = state;
        this.failures = failures;
        this.loading = loading;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(
                        switch (state.state()) {
                            case RUNNING -> Status.UP;
                            case CREATED, REBALANCING -> Status.OUT_OF_SERVICE;
                            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Status.DOWN;
                        })
                .withDetail("state", state.state())
                .withDetail("threads", state.threads());
        if (state.state() != State.RUNNING) {
            health.withDetail("loading", loading.progress());
        }
        ThreadReplacement.Failure last = failures.last();
        if (last != null) {
            health.withDetail("lastFailure", last);
        }
    }
}
