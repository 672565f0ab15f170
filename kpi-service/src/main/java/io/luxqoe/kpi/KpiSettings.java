package io.luxqoe.kpi;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSizes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi}.
 *
 * @param windows the window sizes; events are counted into the shortest, the others are made of it
 * @param zone zone of the days, and of the hours of the week
 * @param grace how far a source's event time may run ahead of a window's end before its events for it are late
 * @param publishEvery pace of PROVISIONAL statements, 100 ms to 1 min
 * @param progressEvery pace at which tasks state their watermarks, 50 ms to 10 s
 * @param windowsAtOnce how many windows a task states before it commits, 100 to 100,000: more than it can state within the
 *     time-out of a transaction would be begun again and again
 * @param partitions partitions of the repartitions by KPI key, 1 to 1,000
 * @param axes axes to measure on
 */
@Validated
@ConfigurationProperties("lux.kpi")
record KpiSettings(
        @NotEmpty List<@Valid Window> windows,
        @DefaultValue("Europe/Paris") @NotNull ZoneId zone,
        @DefaultValue("PT5M") @NotNull @DurationMin @DurationMax(days = 1) Duration grace,
        @DefaultValue("PT2S") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration publishEvery,
        @DefaultValue("PT0.5S") @NotNull @DurationMin(millis = 50) @DurationMax(seconds = 10) Duration progressEvery,
        @DefaultValue("4000") @Min(100) @Max(100_000) int windowsAtOnce,
        @DefaultValue("4") @Min(1) @Max(1000) int partitions,
        @NotEmpty List<@Valid AxisBound> axes) {

    /**
     * A window size.
     *
     * @param size P1D, an ISO 8601 duration that divides a day, or length and hop of hopping windows (PT5M/PT1M)
     * @param history how long final windows can be queried, in event time
     */
    record Window(@NotEmpty String size, @NotNull @DurationMin(minutes = 1) Duration history) {}

    /**
     * An axis.
     *
     * @param id id of a dimension, or ids joined by commas for a product
     * @param maxKeys most keys that a window keeps apart, 1 to 1,000,000
     */
    record AxisBound(@NotEmpty String id, @DefaultValue("10000") @Min(1) @Max(1_000_000) int maxKeys) {}

    /**
     * The sizes.
     *
     * @throws IllegalArgumentException naming the property and the reason, if they are none
     */
    WindowSizes windowSizes() {
        try {
            return new WindowSizes(windows.stream()
                    .map(each -> WindowSize.of(each.size(), zone))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("lux.kpi.windows: " + e.getMessage(), e);
        }
    }

    Map<WindowSize, Duration> histories() {
        Map<WindowSize, Duration> histories = new LinkedHashMap<>();
        windows.forEach(each -> histories.put(WindowSize.of(each.size(), zone), each.history()));
        return histories;
    }

    /**
     * The axes.
     *
     * @throws IllegalArgumentException naming the property and the reason, if one is none or comes twice
     */
    List<Axis> axesAsSet() {
        try {
            List<Axis> all = axes.stream()
                    .map(each -> Axis.of(each.id(), each.maxKeys()))
                    .toList();
            if (all.stream().map(Axis::id).distinct().count() < all.size()) {
                throw new IllegalArgumentException("one comes twice");
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("lux.kpi.axes: " + e.getMessage(), e);
        }
    }
}
