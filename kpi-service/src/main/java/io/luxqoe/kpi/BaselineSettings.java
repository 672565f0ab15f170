package io.luxqoe.kpi;

import io.luxqoe.kpi.baseline.HourOfWeek;
import io.luxqoe.kpi.baseline.Teaching;
import io.luxqoe.kpi.window.BaselineSpec;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSizes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * {@code lux.kpi.baseline}.
 *
 * @param windows ids of the sizes that are compared with what is usual, of at most an hour and not hopping; none switches
 *     it off
 * @param alpha weight of the last week against all before it, 0.01 to 1
 * @param minWeeks weeks without which there is no deviation, 1 to 52
 * @param teachAfter how long after its hour a window teaches, so that an alarm about it is known
 * @param keepWeeks weeks after which an hour of a key that nothing taught is forgotten, 1 to 104
 */
@Validated
@ConfigurationProperties("lux.kpi.baseline")
record BaselineSettings(
        @DefaultValue({"PT1M", "PT15M", "PT1H"}) @NotNull List<String> windows,
        @DefaultValue("0.25") @DecimalMin("0.01") @DecimalMax("1") double alpha,
        @DefaultValue("4") @Min(1) @Max(52) int minWeeks,
        @DefaultValue("PT1H") @NotNull @DurationMin @DurationMax(days = 1) Duration teachAfter,
        @DefaultValue("13") @Min(1) @Max(104) int keepWeeks) {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * The specification.
     *
     * @throws IllegalArgumentException naming the property, if a size is not there or cannot teach
     */
    BaselineSpec spec(WindowSizes sizes, ZoneId zone) {
        Map<WindowSize, Teaching> teachings = new LinkedHashMap<>();
        for (String id : windows) {
            WindowSize size = sizes.named(id)
                    .filter(each ->
                            each.length().equals(each.hop()) && each.length().compareTo(HOUR) <= 0)
                    .orElseThrow(() -> new IllegalArgumentException("lux.kpi.baseline.windows: " + id
                            + " is none of lux.kpi.windows that is at most an hour long and does not hop"));
            int perHour = Math.toIntExact(HOUR.dividedBy(size.length()));
            teachings.put(size, new Teaching(alpha, minWeeks, perHour));
        }
        return new BaselineSpec(new HourOfWeek(zone), teachings, teachAfter, keepWeeks);
    }
}
