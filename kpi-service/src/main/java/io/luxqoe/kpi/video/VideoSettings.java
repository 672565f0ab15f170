package io.luxqoe.kpi.video;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi.video}.
 *
 * @param gap longest pause between two reports of one session, 10 s to 1 h
 * @param maxDuration longest session, 10 min to 7 d; one that goes on is cut on the last twelfth of it
 */
@Validated
@ConfigurationProperties("lux.kpi.video")
public record VideoSettings(
        @DefaultValue("PT2M") @NotNull @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration gap,
        @DefaultValue("PT12H") @NotNull @DurationMin(minutes = 10) @DurationMax(days = 7) Duration maxDuration) {

    /** Whether a session may be longer than a pause in it. */
    @AssertTrue(message = "lux.kpi.video.max-duration must be at least twelve times lux.kpi.video.gap")
    public boolean isMaxDurationBeyondGap() {
        return gap == null || maxDuration == null || maxDuration.compareTo(gap.multipliedBy(12)) >= 0;
    }

    /** When sessions end, beside windows of that grace and base size; see {@link VideoSpec}. */
    public VideoSpec spec(Duration grace, Duration windowSize, int tasks, int partitions) {
        return new VideoSpec(gap, maxDuration, grace, windowSize, tasks, partitions);
    }
}
