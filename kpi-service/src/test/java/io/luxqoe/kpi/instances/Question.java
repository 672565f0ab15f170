package io.luxqoe.kpi.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.instances.Computed.Series;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.SeriesPartitions;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client asks, and how the answer is held against what is computed in the end. */
sealed interface Question {

    Duration GRACE = Duration.ofSeconds(10);
    int PARTITIONS = 6;
    List<Axis> AXES = List.of(
            Axis.of("cell", 50_000),
            Axis.of("region", 500),
            Axis.of("numberClass", 50),
            Axis.of("region,numberClass", 2_000));
    SeriesPartitions PLACES = new SeriesPartitions(AXES, PARTITIONS);

    /** Path and query. */
    String resource();

    /** Fails if the answer says what is not so, or lacks what it claims to have. */
    void check(JsonNode answer, Computed computed);

    /** Whether it says that all partitions are in it. */
    static boolean isComplete(JsonNode answer) {
        JsonNode completeness = answer.path("completeness");
        return completeness.path("missing").isEmpty()
                && completeness.path("partitions").asInt() > 0
                && completeness.path("answered").equals(completeness.path("partitions"));
    }

    private static Set<Integer> missing(JsonNode answer) {
        Set<Integer> missing = new HashSet<>();
        answer.path("completeness")
                .path("missing")
                .forEach(each -> missing.add(each.path("partition").asInt()));
        assertThat(answer.path("completeness").path("answered").asInt() + missing.size())
                .isEqualTo(answer.path("completeness").path("partitions").asInt());
        return missing;
    }

    private static boolean isHere(String axis, String key, Set<Integer> missing) {
        return !key.equals(Axis.OTHER) && !missing.contains(PLACES.of(new SeriesKey("voice", axis, key)));
    }

    /** With room to subtract from. */
    long BEFORE_ALL = Long.MIN_VALUE / 2;

    /** A window that ends there or before is FINAL, by what the answer says of the watermark. */
    private static long finalUntil(JsonNode answer) {
        JsonNode watermark = answer.path("watermark");
        return watermark.isNull()
                ? BEFORE_ALL
                : Instant.parse(watermark.asString()).minus(GRACE).toEpochMilli() - 1;
    }

    private static void assertSame(JsonNode answered, KpiValue computed, String what) {
        JsonNode value = answered.path("value");
        assertThat(value.isNull() ? null : value.asDouble()).as(what).isEqualTo(computed.getValue());
        assertThat(answered.path("samples").asLong()).as(what).isEqualTo(computed.getSamples());
        assertThat(answered.path("fewSamples").asBoolean()).as(what).isEqualTo(computed.getFewSamples());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All windows of a key since a time. */
    record Values(String kpi, Series series, Instant from) implements Question {

        @Override
        public String resource() {
            return "/api/v1/kpis/" + kpi + "/values?axis=" + encoded(series.axis()) + "&key=" + encoded(series.key())
                    + "&window=" + series.size() + "&from=" + from + "&to=" + from.plus(Duration.ofHours(20));
        }

        @Override
        public void check(JsonNode answer, Computed computed) {
            assertThat(isComplete(answer)).as("a key lies in one partition").isTrue();
            long finalUntil = finalUntil(answer);
            Set<Long> seen = new HashSet<>();
            for (JsonNode each : answer.path("values")) {
                long start = Instant.parse(each.path("start").asString()).toEpochMilli();
                KpiWindow window = computed.newest(series).get(start);
                assertThat(window)
                        .as("%s at %s is computed, too", series, each.path("start"))
                        .isNotNull();
                boolean isFinal = each.path("status").asString().equals("FINAL");
                if (isFinal) {
                    seen.add(start);
                    assertSame(each, Computed.value(window, kpi), series + " at " + window.getStart());
                } else {
                    assertThat(window.getEnd().toEpochMilli()).isGreaterThan(finalUntil);
                    assertThat(each.path("samples").asLong())
                            .as("samples of %s at %s, which is open", series, window.getStart())
                            .isBetween(
                                    samplesOfMinutes(window, finalUntil, computed),
                                    Computed.value(window, kpi).getSamples());
                }
            }
            computed.finals(series).forEach((start, window) -> {
                if (start >= from.toEpochMilli() && window.getEnd().toEpochMilli() <= finalUntil) {
                    assertThat(seen).as("FINAL windows of %s", series).contains(start);
                }
            });
        }
        /** What the minutes of an open window have together, as far as they are FINAL. */
        private long samplesOfMinutes(KpiWindow window, long finalUntil, Computed computed) {
            return computed
                    .finals(new Series(series.axis(), series.key(), "PT1M"))
                    .subMap(window.getStart().toEpochMilli(), window.getEnd().toEpochMilli())
                    .values()
                    .stream()
                    .filter(minute -> minute.getEnd().toEpochMilli() <= finalUntil)
                    .mapToLong(minute -> Computed.value(minute, kpi).getSamples())
                    .sum();
        }
    }

    /** The first keys of the newest FINAL window, or of that at a time. */
    record Worst(String kpi, String axis, String size, String order, int limit, boolean few, @Nullable Instant at)
            implements Question {

        private record Row(String key, KpiValue value) {}

        @Override
        public String resource() {
            return "/api/v1/kpis/" + kpi + "/worst?axis=" + encoded(axis) + "&window=" + size + "&order=" + order
                    + "&limit=" + limit + "&fewSamples=" + few + (at == null ? "" : "&at=" + at);
        }

        @Override
        public void check(JsonNode answer, Computed computed) {
            Set<Integer> missing = missing(answer);
            if (!answer.path("status").asString().equals("FINAL")) {
                // what still changes is on no topic to compare with
                return;
            }
            long start = Instant.parse(answer.path("start").asString()).toEpochMilli();
            List<Row> ranked = new ArrayList<>();
            int fewSamples = 0;
            int noValue = 0;
            for (String key : computed.keys(axis)) {
                KpiWindow window = computed.finals(new Series(axis, key, size)).get(start);
                if (window != null && isHere(axis, key, missing)) {
                    KpiValue value = Computed.value(window, kpi);
                    if (value.getValue() == null) {
                        noValue++;
                    } else if (value.getFewSamples() && !few) {
                        fewSamples++;
                    } else {
                        ranked.add(new Row(key, value));
                    }
                }
            }
            Comparator<Row> byValue = Comparator.comparingDouble(row -> row.value.getValue());
            ranked.sort((order.equals("highest") ? byValue.reversed() : byValue)
                    .thenComparing(row -> -row.value.getSamples())
                    .thenComparing(Row::key));
            assertThat(answer.path("keysRanked").asInt()).as("keys of %s", this).isEqualTo(ranked.size());
            assertThat(answer.path("keysWithFewSamples").asInt()).isEqualTo(fewSamples);
            assertThat(answer.path("keysWithoutValue").asInt()).isEqualTo(noValue);
            JsonNode rows = answer.path("rows");
            assertThat(rows.size()).isEqualTo(Math.min(limit, ranked.size()));
            for (int i = 0; i < rows.size(); i++) {
                String what = "row " + i + " of " + this;
                assertThat(rows.get(i).path("key").asString()).as(what).isEqualTo(ranked.get(i).key);
                assertSame(rows.get(i), ranked.get(i).value, what);
            }
        }
    }

    /** A key's newest FINAL window. */
    record Compare(String kpi, Series series) implements Question {

        @Override
        public String resource() {
            return "/api/v1/kpis/" + kpi + "/compare?axis=" + encoded(series.axis()) + "&key=" + encoded(series.key())
                    + "&window=" + series.size();
        }

        @Override
        public void check(JsonNode answer, Computed computed) {
            assertThat(isComplete(answer)).isTrue();
            JsonNode current = answer.path("current");
            if (current.isNull()) {
                assertThat(computed.finals(series)
                                .headMap(finalUntil(answer)
                                        - Duration.ofMinutes(20).toMillis()))
                        .as("%s has FINAL windows", series)
                        .isEmpty();
            } else {
                long start = Instant.parse(current.path("start").asString()).toEpochMilli();
                assertThat(current.path("status").asString()).isEqualTo("FINAL");
                KpiWindow window =
                        Objects.requireNonNull(computed.finals(series).get(start), series + " is FINAL");
                assertSame(current, Computed.value(window, kpi), series.toString());
            }
        }
    }

    /** The keys of an axis, which all have events from the first minute on. */
    record Keys(String axis) implements Question {

        @Override
        public String resource() {
            return "/api/v1/axes/" + encoded(axis) + "/keys?limit=1000";
        }

        @Override
        public void check(JsonNode answer, Computed computed) {
            Set<Integer> missing = missing(answer);
            Set<String> expected = new TreeSet<>(computed.keys(axis));
            expected.removeIf(key -> !isHere(axis, key, missing));
            List<String> answered = new ArrayList<>();
            answer.path("keys").forEach(key -> answered.add(key.asString()));
            assertThat(answered).as("keys of %s", axis).containsExactlyElementsOf(expected);
        }
    }
}
