package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.measurement.DistinctCount;
import io.luxqoe.kpi.measurement.Distribution;
import io.luxqoe.kpi.window.NaiveWindows.Id;
import io.luxqoe.kpi.window.NaiveWindows.Window;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The FINAL windows that were said, each held against what it has to be. Of a window only a number is kept, by which two
 * ways to the same set are compared.
 */
final class FinalSet {

    /** Below, a count is exact but for two that share a coupon; above, 95 % lie within 3.2 %, all but one in a million in 8.2 %. */
    private static final int EXACT = 512;

    private final Map<Id, Window> expected;
    private final Map<Id, Integer> seen = new HashMap<>();
    private final Map<Id, Map<String, Long>> sums = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int estimates;
    private int farOff;

    FinalSet(NaiveWindows naive) {
        this.expected = naive.windows();
    }

    void hear(KpiKey key, KpiWindow window) {
        if (window.getStatus() != KpiWindowStatus.FINAL) {
            return;
        }
        Id id = new Id(
                key.getFamily(),
                key.getAxis(),
                key.getValue(),
                key.getWindowSize(),
                window.getStart().toEpochMilli());
        if (seen.put(id, digest(window)) != null) {
            wrong.add(id + " is FINAL twice");
        }
        if (!id.axis().equals("numberClass") && !id.size().contains("/")) {
            sums.put(id, window.getMeasurements());
        }
        Window truth = expected.get(id);
        if (truth == null) {
            wrong.add(id + " should not be: " + window.getMeasurements());
        } else {
            compare(id, truth, window);
        }
    }

    int size() {
        return seen.size();
    }

    /** Whether each window that has to be was heard, or something is wrong, which ends the wait for the others. */
    boolean isComplete() {
        return seen.size() >= expected.size() || !wrong.isEmpty();
    }

    /** What every window says but revision, watermark and newest raw time, as a number. */
    Map<Id, Integer> digests() {
        return seen;
    }

    void check() {
        assertThat(wrong).isEmpty();
        assertThat(missing()).as("windows that are not FINAL").isEmpty();
        assertThat(farOff).as("of %d estimates, those beyond 3.2 %%", estimates).isLessThanOrEqualTo(estimates / 10);
        checkChildren("cell", FactMaker::regionOf);
        checkChildren("region,numberClass", value -> value.substring(0, value.indexOf('|')));
    }

    /** The ids of windows that have to be and were not heard; a few of many. */
    private List<Id> missing() {
        return expected.keySet().stream()
                .filter(id -> !seen.containsKey(id))
                .limit(10)
                .toList();
    }

    /** The children's sums, added up, are those of the region. */
    private void checkChildren(String axis, UnaryOperator<String> regionOf) {
        Map<Id, Map<String, Long>> added = new HashMap<>();
        Map<Id, Map<String, Long>> regions = new HashMap<>();
        Set<String> families =
                axis.contains("numberClass") ? Set.of("voice", "messaging") : Set.of("voice", "messaging", "data");
        sums.forEach((id, measured) -> {
            if (!families.contains(id.family())) {
                return;
            }
            if (id.axis().equals("region")) {
                regions.put(id, measured);
            } else if (id.axis().equals(axis)) {
                Map<String, Long> region = added.computeIfAbsent(
                        new Id(id.family(), "region", regionOf.apply(id.value()), id.size(), id.start()),
                        first -> new TreeMap<>());
                measured.forEach((name, sum) -> region.merge(name, sum, Long::sum));
            }
        });
        assertThat(added).as("sums of %s by region", axis).isEqualTo(regions);
    }

    private void compare(Id id, Window truth, KpiWindow window) {
        if (truth.end != window.getEnd().toEpochMilli()) {
            wrong.add(id + " ends at " + window.getEnd() + " and not at " + Instant.ofEpochMilli(truth.end));
        }
        Map<String, Long> sumsOfAll = new TreeMap<>(window.getMeasurements());
        sumsOfAll.replaceAll((name, sum) -> truth.sum(name));
        sumsOfAll.putAll(truth.sums);
        if (!sumsOfAll.equals(new TreeMap<>(window.getMeasurements()))) {
            wrong.add(id + " has " + window.getMeasurements() + " and not " + sumsOfAll);
        }
        Set<String> sketches = new HashSet<>(truth.values.keySet());
        sketches.addAll(truth.ones.keySet());
        if (!sketches.equals(window.getSketches().keySet())) {
            wrong.add(id + " has " + window.getSketches().keySet() + " and not " + sketches);
            return;
        }
        truth.values.keySet().forEach(name -> compareDistribution(id, truth, window, name));
        truth.ones.forEach((name, ones) -> compareDistinct(
                id + " " + name,
                ones.size(),
                DistinctCount.fromBytes(sketch(window, name)).estimate()));
        compareKpis(id, truth, window);
    }

    private void compareDistribution(Id id, Window truth, KpiWindow window, String name) {
        Distribution distribution = Distribution.fromBytes(sketch(window, name));
        if (distribution.count() != truth.values(name).size()) {
            wrong.add(id + " has " + distribution.count() + " values of " + name + " and not "
                    + truth.values(name).size());
            return;
        }
        for (double q : new double[] {0, 0.5, 0.95, 0.99, 1}) {
            compareWithinOnePercent(id + " " + name + " q" + q, truth.quantile(name, q), distribution.quantile(q));
        }
    }

    private void compareWithinOnePercent(String what, double truth, @Nullable Double said) {
        if (said == null || Math.abs(said - truth) > truth * 0.01 + 1e-9) {
            wrong.add(what + " is " + said + " and not " + truth);
        }
    }

    private void compareDistinct(String what, int truth, double said) {
        double error = Math.abs(said - truth) / truth;
        if (truth > EXACT) {
            estimates++;
            farOff += error > 0.032 ? 1 : 0;
        }
        if (truth > EXACT ? error > 0.082 : truth - said > 1 || said > truth) {
            wrong.add(what + " is " + said + " and not " + truth);
        }
    }

    /** A KPI of each kind of formula. */
    private void compareKpis(Id id, Window truth, KpiWindow window) {
        Map<String, Double> values = new HashMap<>();
        for (KpiValue value : window.getValues()) {
            values.put(value.getKpi(), value.getValue());
        }
        switch (id.family()) {
            case "voice" -> {
                compareRatio(id, values.get("voice.asr"), truth.sum("answered"), truth.sum("seizures"));
                if (truth.values.containsKey("setupTimeMs")) {
                    compareWithinOnePercent(
                            id + " p95",
                            truth.quantile("setupTimeMs", 0.95) / 1000.0,
                            values.get("voice.set-up-time-p95"));
                }
            }
            case "messaging" ->
                compareRatio(id, values.get("messaging.success-rate"), truth.sum("succeeded"), truth.sum("attempts"));
            default -> {
                Double said = values.get("data.subscribers");
                if (said != null && truth.ones.containsKey("subscribers")) {
                    compareDistinct(
                            id + " subscribers", truth.ones("subscribers").size(), said);
                }
            }
        }
    }

    private void compareRatio(Id id, @Nullable Double said, long of, long all) {
        Double truth = all == 0 ? null : (Double) ((double) of / all);
        if (truth == null ? said != null : said == null || Math.abs(said - truth) > 1e-12) {
            wrong.add(id + " has a ratio of " + said + " and not " + truth);
        }
    }

    private static byte[] sketch(KpiWindow window, String name) {
        ByteBuffer octets =
                Objects.requireNonNull(window.getSketches().get(name)).duplicate();
        byte[] copy = new byte[octets.remaining()];
        octets.get(copy);
        return copy;
    }

    private static int digest(KpiWindow window) {
        KpiWindow said = KpiWindow.newBuilder(window)
                .setRevision(0)
                .setWatermark(null)
                .setNewestRawTime(null)
                .build();
        return said.hashCode();
    }
}
