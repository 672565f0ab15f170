package io.luxqoe.kpi.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi.query}.
 *
 * @param maxWindows most windows that one query may span, 1 to 1,000,000
 * @param retryAfter what a client is told to wait while tasks move
 */
@Validated
@ConfigurationProperties("lux.kpi.query")
public record QuerySettings(
        @DefaultValue("44640") @Min(1) @Max(1_000_000) int maxWindows,
        @DefaultValue("2s") @NotNull Duration retryAfter) {}
