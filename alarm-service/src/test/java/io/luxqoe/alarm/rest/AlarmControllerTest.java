package io.luxqoe.alarm.rest;

import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static io.luxqoe.schemas.PerceivedSeverity.CRITICAL;
import static io.luxqoe.schemas.PerceivedSeverity.MAJOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.AlarmRule;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@Import(RestSlice.class)
class AlarmControllerTest {

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
    void withoutAlarmsTheListIsEmpty() {
        assertThat(get("/api/v1/alarms"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"total": 0, "alarms": []}""");
    }

    @Test
    void anAlarmIsToldInTheNamesOfTheStandards() {
        backend.put(
                AlarmRule.newBuilder(lowAsr()).setSpecificProblem("Few answers").build());
        backend.topology().windows("208-20-1-2", window(0, FINAL, 0.6));

        assertThat(get("/api/v1/alarms"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"total": 1, "alarms": [{
                  "alarmId": "low-asr|cell|208-20-1-2",
                  "occurrence": 1,
                  "state": "raised",
                  "ruleId": "low-asr",
                  "axis": "cell",
                  "key": "208-20-1-2",
                  "alarmType": "QUALITY_OF_SERVICE_ALARM",
                  "probableCause": "thresholdCrossed",
                  "specificProblem": "Few answers",
                  "perceivedSeverity": "MAJOR",
                  "thresholdInfo": {
                    "observedMeasurement": "voice.asr",
                    "observedValue": 0.6,
                    "samples": 100,
                    "thresholdLevel": 0.7,
                    "direction": "BELOW",
                    "granularityPeriod": "PT1M",
                    "windowStart": "2026-11-20T10:00:00Z"},
                  "alarmRaisedTime": "2026-11-20T10:01:00Z",
                  "ackState": "UNACKNOWLEDGED",
                  "plannedOutageIndicator": false,
                  "additionalText": "voice.asr was 0.6 for cell 208-20-1-2 from 2026-11-20T10:00:00Z to 2026-11-20T10:01:00Z (100 samples), at or below the MAJOR threshold of 0.7."
                }]}""");
    }

    @Test
    void oneAlarmIsFoundByItsIdStandingOrCleared() {
        backend.put(lowAsr());
        backend.topology().windows("Île-de-France", window(0, FINAL, 0.6));
        URI uri = URI.create("/api/v1/alarms/low-asr%7Ccell%7C%C3%8Ele-de-France");

        assertThat(mvc.get().uri(uri).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.key")
                .isEqualTo("Île-de-France");
        backend.topology().windows("Île-de-France", window(1, FINAL, 0.9));
        MvcTestResult cleared = mvc.get().uri(uri).exchange();
        assertThat(cleared).bodyJson().extractingPath("$.perceivedSeverity").isEqualTo("CLEARED");
        assertThat(cleared).bodyJson().extractingPath("$.severityBefore").isEqualTo("MAJOR");
        assertThat(cleared).bodyJson().extractingPath("$.state").isEqualTo("cleared");
        assertThat(cleared).bodyJson().extractingPath("$.alarmClearedTime").isEqualTo("2026-11-20T10:02:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                              | low/b low/c high/c low/a
            ?state=active                   | low/b low/c high/c low/a
            ?state=CLEARED                  | low/e low/d
            ?state=all                      | low/b low/c high/c low/a low/e low/d
            ?key=c                          | low/c high/c
            ?axis=cell&key=c&rule=high      | high/c
            ?axis=region                    | ''
            ?severity=critical              | low/b
            ?severity=MAJOR                 | low/c high/c low/a
            ?state=all&severity=major&key=d | low/d
            ?limit=2                        | low/b low/c
            """)
    void theQuerySelectsAndTheWorstAndNewestComeFirst(String query, String found) {
        backend.put(AlarmRule.newBuilder(lowAsr(List.of(threshold(CRITICAL, 0.3, 0.4), threshold(MAJOR, 0.7, 0.8))))
                .setRuleId("low")
                .build());
        backend.put(AlarmRule.newBuilder(lowAsr())
                .setRuleId("high")
                .setKeys(List.of("c"))
                .setClearAfterWindows(2)
                .build());
        backend.topology().windows("a", window(0, FINAL, 0.6));
        backend.topology().windows("b", window(0, FINAL, 0.2));
        backend.topology().windows("c", window(0, FINAL, 0.6), window(1, FINAL, 0.9), window(2, FINAL, 0.6));
        backend.topology().windows("d", window(0, FINAL, 0.6), window(1, FINAL, 0.9));
        backend.topology().windows("e", window(0, FINAL, 0.6), window(2, FINAL, 0.9));

        assertThat(get("/api/v1/alarms" + query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.alarms[*].alarmId")
                .asArray()
                .extracting(id -> id.toString().replace("|cell|", "/"))
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }

    @Test
    void theTotalCountsWhatTheLimitCutsOff() {
        backend.put(lowAsr());
        backend.topology().windows("a", window(0, FINAL, 0.6));
        backend.topology().windows("b", window(0, FINAL, 0.6));

        assertThat(get("/api/v1/alarms?limit=1"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ?state=open       | state: there is no open; there are [active, cleared, all]
            ?severity=cleared | severity: there is no cleared; there are [indeterminate, warning, minor, major, critical]
            ?limit=0          | limit: must be 1 to 10000
            ?limit=10001      | limit: must be 1 to 10000
            ?limit=many       | Failed to convert 'limit' with value: 'many'
            """)
    void aWrongQuestionIsAProblemThatNamesItsFault(String query, String detail) {
        assertProblem(get("/api/v1/alarms" + query), HttpStatus.BAD_REQUEST, detail);
    }

    @Test
    void anAlarmThatIsNotThereIsNotFound() {
        assertProblem(
                get("/api/v1/alarms/none"),
                HttpStatus.NOT_FOUND,
                "no alarm none stands or is among the last that were cleared");
    }

    @Test
    void whileTheStoresCannotBeReadTheAnswerIsToTryAgainLater() {
        backend.stop();

        MvcTestResult answer = get("/api/v1/alarms");

        assertProblem(
                answer,
                HttpStatus.SERVICE_UNAVAILABLE,
                "the alarms and rules are being loaded, or this instance is stopping");
        assertThat(answer).hasHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }

    private static void assertProblem(MvcTestResult answer, HttpStatus status, String detail) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo(detail);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status.value());
    }
}
