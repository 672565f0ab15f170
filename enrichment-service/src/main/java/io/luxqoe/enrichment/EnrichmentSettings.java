package io.luxqoe.enrichment;

import io.luxqoe.enrichment.correlation.CorrelationOptions;
import io.luxqoe.enrichment.join.ParkingOptions;
import io.luxqoe.enrichment.reference.ReferenceKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service.
 *
 * @param singleEvents whether every event is also written to {@code lux.event.single.v1} as a record of its own, keyed
 *     by subscriber; costs a record an event, and so is off unless somebody reads it
 * @param missingPeriod the most missed keys are those of the present period and the one before, 1 min to 7 d
 * @param subscribersCached how many subscribers are kept on the heap at most, 1,000 to 20 million, about 65 octets each;
 *     all are on disk
 * @param parking whether and how long events wait for references that are missing
 * @param correlation how the legs of calls are brought together
 */
@Validated
@ConfigurationProperties("lux.enrichment")
record EnrichmentSettings(
        @DefaultValue("false") boolean singleEvents,
        @DefaultValue("PT1H") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 7) Duration missingPeriod,
        @DefaultValue("2000000") @Min(1_000) @Max(20_000_000) int subscribersCached,
        @DefaultValue @Valid Parking parking,
        @DefaultValue @Valid Correlation correlation) {

    /**
     * Whether and how long events wait for references that are missing.
     *
     * @param enabled whether they do
     * @param maxWait how long, 1 s to 1 h; less than the grace of the windows, or what waited is late
     * @param maxEvents events that wait in one task at most, 1 to 1 million
     * @param tables tables whose references are waited for
     */
    record Parking(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("PT1M") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration maxWait,
            @DefaultValue("10000") @Min(1) @Max(1_000_000) int maxEvents,
            @DefaultValue({"cell", "device-type", "subscriber"}) @NotEmpty Set<ReferenceKind> tables) {

        @AssertTrue(
                message = "lux.enrichment.parking.tables must not name source or planned-work: events do not look these"
                        + " up by a key of their own")
        boolean isTablesOfEvents() {
            return tables == null
                    || !(tables.contains(ReferenceKind.SOURCE) || tables.contains(ReferenceKind.PLANNED_WORK));
        }

        @Nullable
        ParkingOptions options() {
            return enabled ? new ParkingOptions(maxWait, maxEvents, tables) : null;
        }
    }

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
