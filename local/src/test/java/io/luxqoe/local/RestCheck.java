package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.luxqoe.local.simulator.truth.Figures;
import io.luxqoe.local.simulator.truth.KpiFigure;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.local.simulator.truth.WindowKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST answers of the indicators against the truth: of voice, data and video on the axes that have few keys. */
final class RestCheck {

    /** KPIs that are asked for, by family. */
    private static final Map<String, List<String>> KPIS = Map.of(
            WindowKey.VOICE, List.of("voice.asr", "voice.mean-holding-time"),
            WindowKey.DATA, List.of("data.drop-rate"),
            WindowKey.VIDEO, List.of("video.start-failure-rate"));

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    private RestCheck(String url) {
        this.url = url;
    }

    static void check(String url, Truth truth) throws IOException, InterruptedException {
        RestCheck check = new RestCheck(url);
        for (Map.Entry<String, List<String>> family : KPIS.entrySet()) {
            check.checkFamily(truth, family.getKey(), family.getValue());
        }
    }

    private void checkFamily(Truth truth, String family, List<String> kpis) throws IOException, InterruptedException {
        Map<String, Map<Instant, Figures>> series = truth.windows().entrySet().stream()
                .filter(window -> window.getKey().family().equals(family))
                .filter(window -> !window.getKey().axis().equals(WindowKey.CELL))
                .collect(Collectors.groupingBy(
                        window -> window.getKey().axis() + "=" + window.getKey().value(),
                        Collectors.toMap(
                                window -> window.getKey().start(),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new)));
        assertThat(series).as(family).hasSizeGreaterThan(5);
        for (Map.Entry<String, Map<Instant, Figures>> each : series.entrySet()) {
            String[] axisAndKey = each.getKey().split("=", 2);
            for (String kpi : kpis) {
                checkSeries(kpi, axisAndKey[0], axisAndKey[1], each.getValue());
            }
        }
    }

    private void checkSeries(String kpi, String axis, String key, Map<Instant, Figures> expected)
            throws IOException, InterruptedException {
        JsonNode answer = get("/api/v1/kpis/" + kpi + "/values?window=PT1M&axis=" + axis + "&key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8));
        assertThat(answer.get("values").size()).as(axis + "=" + key).isEqualTo(expected.size());
        for (JsonNode value : answer.get("values")) {
            Instant start = Instant.parse(value.get("start").asString());
            String where = kpi + " of " + axis + "=" + key + " at " + start;
            Figures figures = Objects.requireNonNull(expected.get(start), where);
            KpiFigure figure = Objects.requireNonNull(figures.kpis().get(kpi), where);
            assertThat(value.get("status").asString()).as(where).isEqualTo("FINAL");
            assertThat(value.get("samples").asLong()).as(where).isEqualTo(figure.samples());
            if (figure.value().isPresent()) {
                assertThat(value.get("value").asDouble())
                        .as(where)
                        .isCloseTo(figure.value().getAsDouble(), within(1e-9));
            } else {
                assertThat(value.get("value").isNull()).as(where).isTrue();
            }
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return json.readTree(response.body());
    }
}
