package io.luxqoe.kpi;

import io.luxqoe.kpi.axis.Axis;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi}.
 *
 * @param windowSize length of the tumbling windows, PT1S to PT1H, a divisor of an hour
 * @param grace how far a source's event time may run ahead of a window's end before its events for it are late
 * @param history how long final windows can be queried, in event time
 * @param publishEvery pace of PROVISIONAL statements, 100 ms to 1 min
 * @param progressEvery pace at which tasks state their watermarks, 50 ms to 10 s
 * @param partitions partitions of the repartition by KPI key, 1 to 1,000
 * @param axes axes to measure on
 */
@Validated
@ConfigurationProperties("lux.kpi")
record KpiSettings(
        @DefaultValue("PT1M") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration windowSize,
        @DefaultValue("PT5M") @NotNull @DurationMin @DurationMax(days = 1) Duration grace,
        @DefaultValue("P7D") @NotNull @DurationMin(hours = 1) Duration history,
        @DefaultValue("PT2S") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration publishEvery,
        @DefaultValue("PT0.5S") @NotNull @DurationMin(millis = 50) @DurationMax(seconds = 10) Duration progressEvery,
        @DefaultValue("4") @Min(1) @Max(1000) int partitions,
        @DefaultValue({"cell", "region", "numberClass"}) @NotEmpty List<String> axes) {

    @AssertTrue(message = "lux.kpi.window-size must divide an hour: PT1S to PT1H, such as PT1M, PT5M or PT15M")
    boolean isWindowSizeADivisorOfAnHour() {
        return windowSize == null
                || windowSize.toMillis() <= 0
                || Duration.ofHours(1).toMillis() % windowSize.toMillis() == 0;
    }

    @AssertTrue(message = "lux.kpi.axes must be among cell, region, numberClass")
    boolean isAxesKnown() {
        return axes == null || axes.stream().allMatch(axis -> Axis.named(axis).isPresent());
    }
}
