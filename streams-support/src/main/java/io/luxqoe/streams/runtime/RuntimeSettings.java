package io.luxqoe.streams.runtime;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a service takes part in its group, keeps its state and stops.
 *
 * @param service name of the service in dead letters; the application id unless set
 * @param instanceId name of this instance among those of its service, kept over restarts, for static membership; none
 *     makes the membership dynamic
 */
@ConfigurationProperties("lux")
@Validated
record RuntimeSettings(
        @Nullable @Pattern(regexp = NAME, message = NAME_MESSAGE) String service,
        @Nullable @Pattern(regexp = NAME, message = NAME_MESSAGE) String instanceId,
        @DefaultValue @Valid DeadLetter deadLetter,
        @DefaultValue @Valid Kafka kafka,
        @DefaultValue @Valid Rocksdb rocksdb,
        @DefaultValue @Valid Streams streams) {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,199}";
    private static final String NAME_MESSAGE = "must be letters, digits, '.', '_' and '-', at most 200";

    /** @param topic topic of the dead letters; {@code lux.<service>.dead-letter.v1} unless set */
    record DeadLetter(@Nullable @Pattern(regexp = NAME, message = NAME_MESSAGE) String topic) {}

    /**
     * Of the internal topics.
     *
     * @param replicationFactor number of replicas, or -1 for the broker's default
     * @param minInsyncReplicas how many replicas must have a record before it counts; the broker's default unless set
     */
    record Kafka(
            @DefaultValue("-1") @Min(-1) @Max(32_767) int replicationFactor,
            @Nullable @Min(1) @Max(32_767) Integer minInsyncReplicas) {}

    /** @param cache memory of all RocksDB stores of the process, for blocks, indexes and what is not yet on disk */
    record Rocksdb(@DefaultValue("64MB") @NotNull DataSize cache) {}

    /** @param closeTimeout how long the threads may take to commit and stop, 1 s to 10 min */
    record Streams(
            @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration closeTimeout) {}
}
