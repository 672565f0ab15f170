package io.luxqoe.kpi.query.question;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi.query}.
 *
 * @param maxWindows most windows that the range of one query may span, 1 to 1,000,000
 * @param retryAfter what a client is told to wait while tasks move, 1 s to 1 min
 * @param provisionalAge how old a ranking of windows that still change may be, 0 to 1 min
 * @param rankingRows rows of all rankings that an instance keeps, 1,000 to 10,000,000; some 300 octets each
 * @param usualDeviation standard deviations from the baseline up to which a value is as usual, 0.1 to 100
 * @param maxStreams clients that an instance streams to at once, 0 to 10,000
 * @param streamBuffer events that wait for a client of a stream before it is too slow, 1 to 100,000; some 400 octets each
 * @param streamHeartbeat pace at which a stream without events shows that it lives, 1 s to 1 min
 * @param maxReplay records of {@code lux.kpi.computed.v1} that are read again for a client that comes again, 0 or more
 */
@Validated
@ConfigurationProperties("lux.kpi.query")
public record QuerySettings(
        @DefaultValue("44640") @Min(1) @Max(1_000_000) int maxWindows,
        @DefaultValue("2s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration retryAfter,
        @DefaultValue("1s") @NotNull @DurationMin @DurationMax(minutes = 1) Duration provisionalAge,
        @DefaultValue("100000") @Min(1_000) @Max(10_000_000) int rankingRows,
        @DefaultValue("3") @Min(0) @Max(100) double usualDeviation,
        @DefaultValue("100") @Min(0) @Max(10_000) int maxStreams,
        @DefaultValue("1000") @Min(1) @Max(100_000) int streamBuffer,
        @DefaultValue("15s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration streamHeartbeat,
        @DefaultValue("1000000") @Min(0) long maxReplay) {}
