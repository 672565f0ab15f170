package io.luxqoe.streams.routing;

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
 * {@code lux.query}: how instances ask each other.
 *
 * @param callTimeout how long one call to another instance may take, 10 ms to 1 min
 * @param timeout how long a query may take over all its calls, 10 ms to 5 min
 * @param maxConcurrent queries that an instance works on at once, for clients as for other instances each, 1 to 10,000
 */
@ConfigurationProperties("lux.query")
@Validated
record RoutingSettings(
        @DefaultValue("1s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration callTimeout,
        @DefaultValue("2s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 5) Duration timeout,
        @DefaultValue("64") @Min(1) @Max(10_000) int maxConcurrent) {}
