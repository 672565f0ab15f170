package io.luxqoe.kpi.query.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.MutableClock;
import io.luxqoe.kpi.query.QuerySlice;
import io.luxqoe.kpi.query.read.Baseline;
import io.luxqoe.kpi.query.read.MemoryReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySlice
class CompareControllerTest {

    private static final Instant NOON = Instant.parse(QuerySlice.NOON);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MemoryReader reader;

    @Autowired
    private MutableClock clock;

    @BeforeEach
    void start() {
        clock.set(NOON);
        reader.clear();
        reader.finalUntil(NOON);
    }

    @Test
    void theNewestFinalWindowIsComparedWithItsBaseline() {
        put("voice.asr", NOON.minusSeconds(180), 4.0);
        put("voice.asr", NOON.minusSeconds(120), -4.5);
        put("voice.asr", NOON, 0.1);

        assertThat(ask("voice.asr", ""))
                .hasStatusOk()
                .doesNotContainHeader("ETag")
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"kpi":"voice.asr","unit":"1","direction":"HIGHER_IS_BETTER","axis":"region","key":"a",
                 "window":"PT1M","assessment":"WORSE","usualDeviation":3.0,
                 "current":{"start":"2026-11-20T11:58:00Z","end":"2026-11-20T11:59:00Z","status":"FINAL","value":0.5,
                   "samples":100,"fewSamples":false,"revision":1,"suspect":false,"suspectReasons":[],
                   "baseline":{"mean":0.6,"standardDeviation":0.02,"weeks":6,"deviation":-4.5}},
                 "watermark":"2026-11-20T12:05:00.001Z","lag":"PT-5M-0.001S","staleness":"PT0S",
                 "completeness":{"partitions":1,"answered":1,"missing":[]}}""");
    }

    @Test
    void aTimeChoosesItsWindowWhichMayBeProvisional() {
        put("voice.asr", NOON, 1.0);

        assertThat(ask("voice.asr", "&at=2026-11-20T12:00:30Z"))
                .doesNotContainHeader("ETag")
                .bodyJson()
                .hasPathSatisfying("$.assessment", as -> assertThat(as).isEqualTo("AS_USUAL"))
                .hasPathSatisfying(
                        "$.current.status", status -> assertThat(status).isEqualTo("PROVISIONAL"));
    }

    @Test
    void aFinalWindowThatWasAskedForByItsTimeHasATag() {
        put("voice.asr", NOON.minusSeconds(60), 1.0);

        assertThat(ask("voice.asr", "&at=2026-11-20T11:59:30Z")).containsHeader("ETag");
    }

    @ParameterizedTest
    @CsvSource({
        "voice.asr, 3.1, BETTER",
        "voice.asr, 3, AS_USUAL",
        "voice.asr, -3.1, WORSE",
        "voice.drop-rate, 3.1, WORSE",
        "voice.drop-rate, -3.1, BETTER",
        "voice.attempts, 3.1, HIGHER",
        "voice.attempts, -3.1, LOWER",
        "voice.asr, , INSUFFICIENT_HISTORY",
    })
    void aDeviationIsGoodOrBadByTheDirectionOfTheKpi(String kpi, @Nullable Double deviation, String assessment) {
        put(kpi, NOON.minusSeconds(60), deviation);

        assertAssessment(kpi, assessment);
    }

    @Test
    void whatCannotBeComparedIsSaidToBeSo() {
        assertAssessment("voice.asr", "NO_DATA");

        reader.put("voice.asr", "region", "a", NOON.minusSeconds(180), 0.5, 100);
        assertAssessment("voice.asr", "INSUFFICIENT_HISTORY");

        reader.put("voice.asr", "region", "a", NOON.minusSeconds(120), 0.5, 1, new Baseline(0.6, 0.02, 6, 9.0));
        assertAssessment("voice.asr", "FEW_SAMPLES");

        reader.put("voice.asr", "region", "a", NOON.minusSeconds(60), null, 0, new Baseline(0.6, 0.02, 6, null));
        assertAssessment("voice.asr", "NO_VALUE");
    }

    @Test
    void beforeAWindowIsFinalThereIsNothingToCompare() {
        reader.clear();
        put("voice.asr", NOON, 1.0);

        assertAssessment("voice.asr", "NO_DATA");
    }

    private void put(String kpi, Instant start, @Nullable Double deviation) {
        reader.put(kpi, "region", "a", start, 0.5, 100, new Baseline(0.6, 0.02, 6, deviation));
    }

    private void assertAssessment(String kpi, String assessment) {
        assertThat(ask(kpi, ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.assessment")
                .isEqualTo(assessment);
    }

    private MvcTestResult ask(String kpi, String more) {
        return mvc.get()
                .uri("/api/v1/kpis/{kpi}/compare?axis=region&key=a" + more, kpi)
                .exchange();
    }
}
