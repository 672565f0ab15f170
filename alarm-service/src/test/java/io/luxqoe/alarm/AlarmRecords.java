package io.luxqoe.alarm;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.KpiBaseline;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that tests tell their stories with. */
public final class AlarmRecords {

    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    public static final Duration MINUTE = Duration.ofMinutes(1);
    public static final String CELL = "208-20-4660-22136";

    static {
        // Avro makes the defaults of enums only of classes it was told to trust, which the serdes do.
        AvroSerdes.mock("alarm-records").forValue(AlarmRule.class);
    }

    private AlarmRecords() {}

    /** MAJOR from 0.7 down, back from 0.8 up, on voice.asr of every cell, by windows of a minute. */
    public static AlarmRule lowAsr() {
        return lowAsr(List.of(threshold(PerceivedSeverity.MAJOR, 0.7, 0.8)));
    }

    public static AlarmRule lowAsr(List<AlarmThreshold> thresholds) {
        return AlarmRule.newBuilder()
                .setRuleId("low-asr")
                .setKpi("voice.asr")
                .setAxis("cell")
                .setWindowSize("PT1M")
                .setObserved(ObservedQuantity.VALUE)
                .setDirection(ThresholdDirection.BELOW)
                .setThresholds(new ArrayList<>(thresholds))
                .build();
    }

    public static AlarmThreshold threshold(PerceivedSeverity severity, double raise, double clear) {
        return new AlarmThreshold(severity, raise, clear);
    }

    public static KpiKey cell(String cell) {
        return new KpiKey("voice", "cell", cell, "PT1M");
    }

    /** The window of that many minutes after {@link #START}, voice.asr with 100 samples. */
    public static KpiWindow window(int minute, KpiWindowStatus status, @Nullable Double asr) {
        return window(minute, status, asr, 100);
    }

    public static KpiWindow window(int minute, KpiWindowStatus status, @Nullable Double asr, long samples) {
        return windowOf(minute, status, value("voice.asr", asr, samples));
    }

    public static KpiWindow windowOf(int minute, KpiWindowStatus status, KpiValue... values) {
        Instant start = START.plus(MINUTE.multipliedBy(minute));
        return KpiWindow.newBuilder()
                .setStart(start)
                .setEnd(start.plus(MINUTE))
                .setStatus(status)
                .setRevision(1)
                .setValues(new ArrayList<>(List.of(values)))
                .setMeasurements(Map.of())
                .build();
    }

    public static KpiValue deviating(@Nullable Double deviation) {
        return KpiValue.newBuilder(value("voice.asr", 0.9, 100))
                .setBaseline(new KpiBaseline(0.95, 0.01, 8, deviation))
                .build();
    }

    public static KpiValue value(String kpi, @Nullable Double value, long samples) {
        return KpiValue.newBuilder()
                .setKpi(kpi)
                .setValue(value)
                .setSamples(samples)
                .build();
    }

    /** End of the window of that many minutes after {@link #START}. */
    public static Instant endOf(int minute) {
        return START.plus(MINUTE.multipliedBy(minute + 1L));
    }
}
