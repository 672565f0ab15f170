package io.luxqoe.alarm.rest;

import io.luxqoe.schemas.ThresholdDirection;
import io.luxqoe.schemas.ThresholdInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** thresholdInfo of TS 28.532: what crossed what. */
record ThresholdView(
        String observedMeasurement,
        @Nullable Double observedValue,
        long samples,
        double thresholdLevel,
        ThresholdDirection direction,
        String granularityPeriod,
        Instant windowStart) {

    static ThresholdView of(ThresholdInfo info) {
        return new ThresholdView(
                info.getObservedMeasurement(),
                info.getObservedValue(),
                info.getSamples(),
                info.getThresholdLevel(),
                info.getDirection(),
                info.getGranularityPeriod(),
                info.getWindowStart());
    }
}
