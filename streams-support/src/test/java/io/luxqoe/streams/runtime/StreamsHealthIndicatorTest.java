package io.luxqoe.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;

class StreamsHealthIndicatorTest {

    private final List<ApplicationEvent> events = new ArrayList<>();
    private final StreamsState state = new StreamsState(applicationThatListens());
    private final ThreadReplacement failures =
            new ThreadReplacement(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), pause -> {});
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final StoreLoading loading = new StoreLoading(meters);
    private final StreamsHealthIndicator health = new StreamsHealthIndicator(state, failures, loading);

    @ParameterizedTest
    @CsvSource({
        "CREATED, OUT_OF_SERVICE",
        "REBALANCING, OUT_OF_SERVICE",
        "RUNNING, UP",
        "PENDING_SHUTDOWN, DOWN",
        "NOT_RUNNING, DOWN",
        "PENDING_ERROR, DOWN",
        "ERROR, DOWN",
    })
    void theStatusFollowsTheState(State now, String status) {
        state.onChange(now, State.CREATED);

        assertThat(health.health().getStatus().getCode()).isEqualTo(status);
        assertThat(health.health().getDetails()).containsEntry("state", now).containsEntry("threads", Map.of());
    }

    @Test
    void beforeTheStartTheServiceIsOutOfService() {
        assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
    }

    @Test
    void howFarEachStoreIsWithLoadingIsADetailUntilTheStreamsRun() {
        loading.onRestoreStart(new TopicPartition("t", 0), "cells", 100, 300);
        loading.onBatchRestored(new TopicPartition("t", 0), "cells", 150, 40);
        loading.onRestoreStart(new TopicPartition("u", 0), "works", 0, 0);
        loading.onRestoreEnd(new TopicPartition("u", 0), "works", 0);

        assertThat(health.health().getDetails())
                .containsEntry(
                        "loading",
                        Map.of(
                                "cells", new StoreLoading.Progress(50, 200, 25, 1),
                                "works", new StoreLoading.Progress(0, 0, 100, 0)));

        assertThat(remaining("cells")).isEqualTo(150);

        loading.onRestoreEnd(new TopicPartition("t", 0), "cells", 190);
        assertThat(loading.progress()).containsEntry("cells", new StoreLoading.Progress(200, 200, 100, 0));
        assertThat(remaining("cells")).isZero();

        state.onChange(State.RUNNING, State.REBALANCING);
        assertThat(health.health().getDetails()).doesNotContainKey("loading");
    }

    @Test
    void theLastFailureIsADetail() {
        failures.handle(new TimeoutException("broker"));

        assertThat(health.health().getDetails()).containsEntry("lastFailure", failures.last());
    }

    @Test
    void onlyStreamsInErrorAreNotLive() {
        state.onChange(State.REBALANCING, State.CREATED);
        state.onChange(State.PENDING_ERROR, State.REBALANCING);
        assertThat(events).isEmpty();

        state.onChange(State.ERROR, State.PENDING_ERROR);

        assertThat(events).singleElement().isInstanceOfSatisfying(AvailabilityChangeEvent.class, event -> assertThat(
                        event.getState())
                .isEqualTo(LivenessState.BROKEN));
    }

    private GenericApplicationContext applicationThatListens() {
        GenericApplicationContext application = new GenericApplicationContext();
        application.addApplicationListener(event -> {
            if (event instanceof AvailabilityChangeEvent) {
                events.add(event);
            }
        });
        application.refresh();
        return application;
    }

    private double remaining(String store) {
        return meters.get("lux.store.restore.remaining")
                .tag("store", store)
                .gauge()
                .value();
    }
}
