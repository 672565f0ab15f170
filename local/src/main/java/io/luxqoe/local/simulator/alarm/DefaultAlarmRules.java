package io.luxqoe.local.simulator.alarm;

import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.Region;
import io.luxqoe.local.simulator.traffic.Incident;
import io.luxqoe.local.simulator.truth.WindowKey;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.List;

/**
 * The alarm rules a fresh LUX starts with. Thresholds, sample sizes and the three windows in succession are chosen so
 * that the simulated network raises nothing by chance from 8 records per second of event time on, and each incident
 * raises exactly its own alarms.
 */
public final class DefaultAlarmRules {

    /** Hardly a call in a cell is answered. */
    public static final String CELL_ASR_COLLAPSE = "cell-asr-collapse";
    /** A region's network refuses calls. */
    public static final String REGION_NER = "region-ner";
    /** Answered calls drop in a region. */
    public static final String REGION_DROP_RATE = "region-drop-rate";
    /** Emergency calls do not get through. */
    public static final String EMERGENCY_NER = "emergency-ner";

    private static final int WINDOWS_IN_SUCCESSION = 3;

    private DefaultAlarmRules() {}

    /** The rules. */
    public static List<AlarmRule> rules() {
        return List.of(
                rule(CELL_ASR_COLLAPSE, "voice.asr", WindowKey.CELL)
                        .setDescription("Hardly a call in a cell is answered: the cell has failed")
                        .setDirection(ThresholdDirection.BELOW)
                        .setThresholds(step(PerceivedSeverity.CRITICAL, 0.05, 0.4))
                        .setMinimumSamples(10)
                        .setSpecificProblem("Cell out of service")
                        .build(),
                rule(REGION_NER, "voice.ner", WindowKey.REGION)
                        .setDescription("The network refuses calls in a region: congestion or a failed exchange")
                        .setDirection(ThresholdDirection.BELOW)
                        .setThresholds(step(PerceivedSeverity.MAJOR, 0.6, 0.8))
                        .setMinimumSamples(12)
                        .setProbableCause("congestion")
                        .build(),
                rule(REGION_DROP_RATE, "voice.drop-rate", WindowKey.REGION)
                        .setDescription("Answered calls drop in a region: a fault of its radio equipment")
                        .setDirection(ThresholdDirection.ABOVE)
                        .setThresholds(step(PerceivedSeverity.MAJOR, 0.22, 0.14))
                        .setMinimumSamples(12)
                        .setProbableCause("performanceDegraded")
                        .build(),
                rule(EMERGENCY_NER, "voice.ner", WindowKey.NUMBER_CLASS)
                        .setDescription("Emergency calls do not get through")
                        .setKeys(List.of(NumberKind.EMERGENCY.onAxis()))
                        .setDirection(ThresholdDirection.BELOW)
                        .setThresholds(step(PerceivedSeverity.CRITICAL, 0.5, 0.7))
                        .setMinimumSamples(10)
                        .build());
    }

    /** The alarms that an incident raises, each once. */
    public static List<ExpectedAlarm> expected(NetworkModel network, Incident incident) {
        return switch (incident.kind()) {
            case CELL_FAILURE -> List.of(new ExpectedAlarm(CELL_ASR_COLLAPSE, WindowKey.CELL, incident.target()));
            case REGION_CONGESTION -> List.of(new ExpectedAlarm(REGION_NER, WindowKey.REGION, incident.target()));
            case VENDOR_FAULT ->
                network.regions().stream()
                        .filter(region -> region.radioVendor().label().equals(incident.target()))
                        .map(Region::name)
                        .map(region -> new ExpectedAlarm(REGION_DROP_RATE, WindowKey.REGION, region))
                        .toList();
        };
    }

    private static AlarmRule.Builder rule(String id, String kpi, String axis) {
        return AlarmRule.newBuilder()
                .setRuleId(id)
                .setKpi(kpi)
                .setObserved(ObservedQuantity.VALUE)
                .setAxis(axis)
                .setWindowSize("PT1M")
                .setRaiseAfterWindows(WINDOWS_IN_SUCCESSION)
                .setClearAfterWindows(WINDOWS_IN_SUCCESSION)
                .setAlarmType(AlarmType.QUALITY_OF_SERVICE_ALARM);
    }

    private static List<AlarmThreshold> step(PerceivedSeverity severity, double raise, double clear) {
        return List.of(AlarmThreshold.newBuilder()
                .setPerceivedSeverity(severity)
                .setRaise(raise)
                .setClear(clear)
                .build());
    }
}
