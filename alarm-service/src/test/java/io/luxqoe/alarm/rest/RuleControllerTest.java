package io.luxqoe.alarm.rest;

import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.alarm.board.AlarmQuery;
import io.luxqoe.schemas.AlarmRule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@Import(RestSlice.class)
class RuleControllerTest {

    private static final String LOW_ASR =
            """
            {"kpi": "voice.asr", "axis": "cell", "windowSize": "PT1M", "direction": "BELOW",
             "thresholds": [{"perceivedSeverity": "MAJOR", "raise": 0.7, "clear": 0.8}]}""";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RestSlice.Backend backend;

    @BeforeEach
    void start() {
        backend.start();
    }

    @AfterEach
    void stop() {
        backend.stop();
    }

    @Test
    void aRuleThatIsPutIsInForceWithItsDefaults() {
        MvcTestResult answer = put("low-asr", LOW_ASR);

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        String whole =
                """
                {"ruleId": "low-asr", "description": "", "enabled": true, "kpi": "voice.asr", "observed": "VALUE",
                 "axis": "cell", "keys": [], "windowSize": "PT1M", "direction": "BELOW",
                 "thresholds": [{"perceivedSeverity": "MAJOR", "raise": 0.7, "clear": 0.8}],
                 "minimumSamples": 1, "raiseAfterWindows": 1, "clearAfterWindows": 1, "onProvisional": false,
                 "alarmType": "QUALITY_OF_SERVICE_ALARM", "probableCause": "thresholdCrossed"}""";
        assertThat(answer).bodyJson().isStrictlyEqualTo(whole);
        assertThat(get("/api/v1/rules/low-asr")).hasStatusOk().bodyJson().isStrictlyEqualTo(whole);
        assertThat(get("/api/v1/rules")).hasStatusOk().bodyJson().isStrictlyEqualTo("{\"rules\": [" + whole + "]}");
        assertThat(backend.rules().all()).containsExactly(lowAsr());
    }

    @Test
    void everyFieldOfARuleCanBeSaidAndIsToldBack() {
        AlarmRule rule = AlarmRule.newBuilder(lowAsr())
                .setRuleId("all.fields-1")
                .setDescription("Cells of the centre")
                .setEnabled(false)
                .setKeys(List.of("a", "b"))
                .setMinimumSamples(50)
                .setRaiseAfterWindows(3)
                .setClearAfterWindows(2)
                .setOnProvisional(true)
                .setProbableCause("performanceDegraded")
                .setSpecificProblem("Few answers")
                .build();
        backend.put(rule);

        String told = body(get("/api/v1/rules/all.fields-1"));
        backend.delete("all.fields-1");
        assertThat(backend.rules().all()).isEmpty();
        put("all.fields-1", told);

        assertThat(backend.rules().all()).containsExactly(rule);
    }

    @Test
    void aDeletedRuleIsGoneWithItsAlarms() {
        put("low-asr", LOW_ASR);
        backend.topology().windows("a", window(0, FINAL, 0.6));
        assertThat(backend.alarms().find(AlarmQuery.STANDING)).hasSize(1);

        assertThat(mvc.delete().uri("/api/v1/rules/low-asr").exchange()).hasStatus(HttpStatus.ACCEPTED);
        backend.topology().windows("b", window(0, FINAL, 0.6));

        assertThat(get("/api/v1/rules")).bodyJson().isStrictlyEqualTo("{\"rules\": []}");
        assertThat(get("/api/v1/rules/low-asr")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(backend.alarms().find(AlarmQuery.STANDING)).isEmpty();
    }

    @Test
    void everyFaultOfAnInvalidRuleIsNamedAndNothingIsWritten() {
        MvcTestResult answer = put("low|asr", "{\"ruleId\": \"other\", \"thresholds\": [{\"raise\": 1}]}");

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactly(
                        "ruleId must be 1 to 128 letters, digits, dots and hyphens, the first a letter or digit",
                        "kpi must name a KPI, such as voice.asr",
                        "axis must name an axis, such as cell",
                        "direction must be ABOVE or BELOW, the side of the threshold that is bad",
                        "windowSize must be an ISO 8601 duration such as PT1M",
                        "threshold UNKNOWN: perceivedSeverity must be one of [INDETERMINATE, WARNING, MINOR, MAJOR, CRITICAL]",
                        "threshold UNKNOWN: raise and clear must be finite numbers",
                        "ruleId must be that of the path, low|asr, or be left out");
        assertThat(backend.rules().all()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a word that is mistyped | {"kpi": "voice.asr", "raiseAfterWindow": 3}
            a word that is none     | {"direction": "SIDEWAYS"}
            no JSON                 | kpi=voice.asr
            """)
    void whatIsNoRuleIsAProblem(String fault, String body) {
        MvcTestResult answer = put("low-asr", body);

        assertThat(answer)
                .as(fault)
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(backend.rules().all()).isEmpty();
    }

    @Test
    void aRuleThatKafkaDoesNotTakeIsToBeTriedAgain() {
        backend.failToWrite(new RulesNotWrittenException("no broker", new IllegalStateException()));

        assertThat(put("low-asr", LOW_ASR))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("no broker");
        assertThat(mvc.delete().uri("/api/v1/rules/low-asr").exchange()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private MvcTestResult put(String ruleId, String body) {
        return mvc.put()
                .uri("/api/v1/rules/{ruleId}", ruleId)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
