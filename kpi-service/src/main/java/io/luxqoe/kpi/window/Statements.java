package io.luxqoe.kpi.window;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts windows into words: the records of {@code lux.kpi.computed.v1}. */
final class Statements {

    private final KpiCatalogue catalogue;

    Statements(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Values of the KPIs of a window. */
    List<KpiValue> values(OpenWindow window) {
        return catalogue.valuesOf(familyOf(window), window.state().tally());
    }

    KpiWindow about(OpenWindow window, KpiWindowStatus status, List<KpiValue> values) {
        WindowState state = window.state();
        MeasurementFamily family = familyOf(window);
        return KpiWindow.newBuilder()
                .setStart(Instant.ofEpochMilli(window.start()))
                .setEnd(Instant.ofEpochMilli(window.end()))
                .setStatus(status)
                .setRevision(state.revision())
                .setWatermark(instant(state.watermark()))
                .setValues(values)
                .setMeasurements(sums(family, state.tally()))
                .setSketches(sketches(family, state.tally()))
                .setSuspect(!state.reasons().isEmpty())
                .setSuspectReasons(state.reasons())
                .setNewestRawTime(instant(state.newestRawTime()))
                .setFoldedKeys(state.foldedKeys())
                .build();
    }

    private static MeasurementFamily familyOf(OpenWindow window) {
        return MeasurementFamilies.named(window.series().family()).orElseThrow();
    }

    private static Map<String, Long> sums(MeasurementFamily family, Tally tally) {
        Map<String, Long> sums = new TreeMap<>();
        List<String> names = family.names(Measurement.Kind.SUM);
        for (int i = 0; i < names.size(); i++) {
            sums.put(names.get(i), tally.sum(i));
        }
        return sums;
    }

    private static Map<String, ByteBuffer> sketches(MeasurementFamily family, Tally tally) {
        Map<String, ByteBuffer> sketches = new TreeMap<>();
        List<String> distributions = family.names(Measurement.Kind.DISTRIBUTION);
        for (int i = 0; i < distributions.size(); i++) {
            if (!tally.distribution(i).isEmpty()) {
                sketches.put(
                        distributions.get(i),
                        ByteBuffer.wrap(tally.distribution(i).toBytes()));
            }
        }
        List<String> distincts = family.names(Measurement.Kind.DISTINCT);
        for (int i = 0; i < distincts.size(); i++) {
            if (!tally.distinct(i).isEmpty()) {
                sketches.put(distincts.get(i), ByteBuffer.wrap(tally.distinct(i).toBytes()));
            }
        }
        return sketches;
    }

    /** {@link Long#MIN_VALUE} stands for no time. */
    private static @Nullable Instant instant(long time) {
        return time == Long.MIN_VALUE ? null : Instant.ofEpochMilli(time);
    }
}
