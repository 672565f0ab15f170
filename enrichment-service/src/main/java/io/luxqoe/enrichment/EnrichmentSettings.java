package io.luxqoe.enrichment;

import io.luxqoe.enrichment.correlation.CorrelationOptions;
import jakarta.validation.Valid;
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
 * Settings of the service.
 *
 * @param singleEvents whether every event is also written to {@code lux.event.single.v1} as a record of its own, keyed
 *     by subscriber; costs a record an event, and so is off unless somebody reads it
 * @param missingPeriod the most missed keys are those of the present period and the one before, 1 min to 7 d
 * @param correlation how the legs of calls are brought together
 */
@Validated
@ConfigurationProperties("lux.enrichment")
record EnrichmentSettings(
        @DefaultValue("false") boolean singleEvents,
        @DefaultValue("PT1H") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 7) Duration missingPeriod,
        @DefaultValue @Valid Correlation correlation) {

    /**
     * How the legs of calls are brought together on {@code lux.call.correlated.v1}.
     *
     * @param enabled whether they are
     * @param maxWait how long a leg waits for the other one, 1 s to 1 d
     * @param window how far the event times of two legs lie apart at most, 1 s to 1 d
     * @param partitions partitions of the repartition by call reference, 1 to 1,000; fixed once it exists
     * @param maxOpen legs that wait in one task at most, 1,000 to 10 million, about 500 octets each
     */
    record Correlation(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("PT5M") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) Duration maxWait,
            @DefaultValue("PT10M") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) Duration window,
            @DefaultValue("4") @Min(1) @Max(1000) int partitions,
            @DefaultValue("100000") @Min(1_000) @Max(10_000_000) int maxOpen) {

        CorrelationOptions options() {
            return new CorrelationOptions(enabled, maxWait, window, partitions, maxOpen);
        }
    }
}
