package io.luxqoe.kpi.query.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.InternalAnswers;
import io.luxqoe.kpi.query.MutableClock;
import io.luxqoe.kpi.query.QuerySlice;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.MemoryReader;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.query.standing.StandingQuery;
import io.luxqoe.streams.routing.PartitionAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@QuerySlice
class ValuesControllerTest {

    private static final Instant NOON = Instant.parse(QuerySlice.NOON);
    private static final String ASR = "/api/v1/kpis/voice.asr/values";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MemoryReader reader;

    @Autowired
    private MutableClock clock;

    @BeforeEach
    void aFewMinutes() {
        clock.set(NOON);
        reader.clear();
        reader.finalUntil(at(-5));
        reader.put("voice.asr", "region", "Île-de-France|a&b", at(-10), 0.5, 20);
        reader.put("voice.asr", "region", "Île-de-France|a&b", at(-6), null, 0);
        reader.put("voice.asr", "region", "Île-de-France|a&b", at(-1), 0.75, 4);
    }

    @Test
    void anAnswerSaysWhatItHoldsAndWhatItIsWorth() {
        assertThat(ask(""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"kpi":"voice.asr","unit":"1","axis":"region","key":"Île-de-France|a&b","window":"PT1M",
                 "from":"2026-11-19T12:01:00Z","to":"2026-11-20T12:01:00Z",
                 "watermark":"2026-11-20T12:00:00.001Z","lag":"PT-0.001S","staleness":"PT0S",
                 "completeness":{"partitions":1,"answered":1,"missing":[]},
                 "values":[
                  {"start":"2026-11-20T11:50:00Z","end":"2026-11-20T11:51:00Z","status":"FINAL","value":0.5,
                   "samples":20,"fewSamples":false,"revision":1,"suspect":false,"suspectReasons":[],"baseline":null},
                  {"start":"2026-11-20T11:54:00Z","end":"2026-11-20T11:55:00Z","status":"FINAL","value":null,
                   "samples":0,"fewSamples":true,"revision":1,"suspect":false,"suspectReasons":[],"baseline":null},
                  {"start":"2026-11-20T11:59:00Z","end":"2026-11-20T12:00:00Z","status":"PROVISIONAL","value":0.75,
                   "samples":4,"fewSamples":true,"revision":1,"suspect":false,"suspectReasons":[],"baseline":null}],
                 "next":null}""");
    }

    @Test
    void aRangeHoldsTheWindowsThatStartInIt() {
        assertThat(ask("&from=2026-11-20T11:50:00Z&to=2026-11-20T11:54:00Z"))
                .bodyJson()
                .extractingPath("$.values[*].start")
                .asArray()
                .containsExactly("2026-11-20T11:50:00Z");
    }

    @Test
    void whatTheLimitLeavesOutIsOnTheNextPage() throws Exception {
        MvcTestResult first = ask("&limit=2");
        String next = JsonMapper.shared()
                .readTree(first.getResponse().getContentAsByteArray())
                .get("next")
                .asString();

        assertThat(first).bodyJson().extractingPath("$.values").asArray().hasSize(2);
        assertThat(mvc.get().uri(URI.create(next)))
                .bodyJson()
                .hasPathSatisfying("$.values.length()", size -> assertThat(size).isEqualTo(1))
                .hasPathSatisfying(
                        "$.values[0].start", start -> assertThat(start).isEqualTo("2026-11-20T11:59:00Z"))
                .hasPathSatisfying("$.next", nothing -> assertThat(nothing).isEmpty());
    }

    @Test
    void aRangeOfFinalWindowsHasATagThatLastsWhileTheWatermarkMoves() {
        String range = "&from=2026-11-20T11:50:00Z&to=2026-11-20T11:55:00Z";
        String tag = Objects.requireNonNull(ask(range).getResponse().getHeader("ETag"));
        assertThat(tag).startsWith("W/\"");

        reader.finalUntil(at(-4));
        clock.pass(Duration.ofMinutes(1));

        assertThat(mvc.get()
                        .uri(ASR + "?axis=region&key={key}" + range, "Île-de-France|a&b")
                        .header("If-None-Match", tag))
                .hasStatus(304)
                .body()
                .isEmpty();
        assertThat(ask("&from=2026-11-20T11:50:00Z&to=2026-11-20T11:54:00Z")
                        .getResponse()
                        .getHeader("ETag"))
                .isNotEqualTo(tag);
    }

    @Test
    void aRangeThatReachesIntoWindowsThatMayChangeHasNoTag() {
        assertThat(ask("&from=2026-11-20T11:50:00Z&to=2026-11-20T11:55:00.001Z"))
                .doesNotContainHeader("ETag")
                .hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void aPartitionThatCannotBeReadIsNoEmptyAnswer() {
        reader.unavailable(2, "its stores are loading");

        assertThat(ask(""))
                .hasStatus(503)
                .hasHeader("Retry-After", "2")
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"title":"Service Unavailable","status":503,"instance":"/api/v1/kpis/voice.asr/values",
                 "detail":"partitions that hold this cannot be read now: its stores are loading",
                 "completeness":{"partitions":1,"answered":0,
                                 "missing":[{"partition":2,"reason":"its stores are loading"}]}}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/api/v1/kpis/voice.x/values?axis=cell&key=a; 404; kpi; there is no voice.x; there are [voice.asr",
                "?axis=galaxy&key=a; 400; axis; there is no galaxy; there are [cell, region, numberClass]",
                "?axis=cell&key=a&window=PT7M; 400; window; there is no PT7M; there are [PT1M, PT5M]",
                "?axis=cell&key=a&from=yesterday; 400; from; not an ISO 8601 instant; ''",
                "?axis=cell&key=a&from=2026-01-01T00:00:00Z; 400; from; more than 2000 windows of PT1M; ''",
                "?axis=cell&key=a&from=2026-11-20T12:01:00Z; 400; from; is not before; ''",
                "?axis=cell&key=a&limit=0; 400; limit; must be 1 to 10000; ''",
                "?axis=cell&key=a&form=2026-11-20T12:01:00Z; 400; parameter; there is no form; there are [axis, key",
                "?axis=cell&key=a&key=b; 400; key; is given 2 times; ''",
            })
    void aWrongQuestionIsRefusedByTheNameOfTheParameter(
            String uri, int status, String parameter, String detail, String allowed) {
        assertThat(mvc.get().uri(uri.startsWith("?") ? ASR + uri : uri))
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyJson()
                .hasPathSatisfying("$.parameter", name -> assertThat(name).isEqualTo(parameter))
                .hasPathSatisfying("$.detail", text -> assertThat(text)
                        .asString()
                        .startsWith(parameter + ": ")
                        .contains(detail, allowed));
    }

    @ParameterizedTest
    @CsvSource({"?axis=cell, key", "?key=a, axis", "?axis=cell&key=a&limit=many, limit"})
    void aParameterThatIsMissingOrOfAnotherTypeIsNamed(String query, String parameter) {
        assertThat(mvc.get().uri(ASR + query))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("'" + parameter + "'");
    }

    @Test
    void anotherInstanceReadsWhatThisOneAnswers() {
        SeriesQuery query = new SeriesQuery(
                reader,
                new Subject("voice.asr", "voice", "region", "PT1M"),
                "Île-de-France|a&b",
                new KpiReader.Starts(0, NOON.toEpochMilli(), 10));

        assertThat(InternalAnswers.of(mvc, query, Set.of(2)))
                .isEqualTo(new PartitionAnswer<>(List.of(2), Map.of(), query.read(2)));
    }

    @Test
    void anotherInstanceReadsHowFarThisOneIs() {
        StandingQuery query = new StandingQuery(reader, "voice", "PT1M");
        reader.unavailable(1, "it is loading");

        assertThat(InternalAnswers.of(mvc, query, Set.of(1, 2)))
                .isEqualTo(new PartitionAnswer<>(List.of(2), Map.of(1, "it is loading"), query.read(2)));
    }

    private MvcTestResult ask(String more) {
        return mvc.get()
                .uri(ASR + "?axis=region&key={key}" + more, "Île-de-France|a&b")
                .exchange();
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
