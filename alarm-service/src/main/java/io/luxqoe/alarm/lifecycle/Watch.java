package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.ThresholdInfo;
import org.jspecify.annotations.Nullable;

/** Whether a rule still watches what a standing alarm was raised for. */
public final class Watch {

    private Watch() {}

    /**
     * Why a rule watches a key no more, as part of a sentence; null while it does.
     *
     * @param rule the rule as it is now, null if it was deleted
     * @param axis axis of the key
     * @param key axis value
     * @param standing the alarm that stands, null if none does
     */
    public static @Nullable String lost(@Nullable WatchRule rule, String axis, String key, @Nullable Alarm standing) {
        if (rule == null) {
            return "the rule was deleted";
        }
        if (!rule.enabled()) {
            return "the rule was disabled";
        }
        if (!rule.axis().equals(axis)) {
            return "the rule now watches the axis " + rule.axis();
        }
        if (!rule.isAbout(key)) {
            return "the rule no longer watches " + key;
        }
        ThresholdInfo raisedBy = standing == null ? null : standing.getThresholdInfo();
        if (raisedBy == null) {
            return null;
        }
        if (!rule.kpi().equals(raisedBy.getObservedMeasurement())) {
            return "the rule now watches " + rule.kpi();
        }
        return rule.windowSize().equals(raisedBy.getGranularityPeriod())
                ? null
                : "the rule now watches windows of " + rule.windowSize();
    }
}
