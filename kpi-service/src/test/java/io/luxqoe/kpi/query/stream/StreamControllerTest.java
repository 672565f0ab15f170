package io.luxqoe.kpi.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.QuerySlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is answered before a stream begins; streams themselves need a real connection. */
@QuerySlice
@TestPropertySource(properties = "lux.kpi.query.max-streams=0")
class StreamControllerTest {

    private static final String ASR = "/api/v1/kpis/voice.asr/stream";

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "axis=galaxy; axis; there is no galaxy",
                "axis=region&window=PT7M; window; there is no PT7M",
                "axis=region&key=a&prefix=b; prefix; is of no use beside key",
                "axis=region&status=open; status; there is no open; there are [all, final]",
                "axis=region&lastEventId=17; lastEventId; is no id of an event of these streams",
                "axis=region&from=now; parameter; there is no from"
            })
    void aQuestionThatCannotBeAnsweredIsRefused(String query, String parameter, String detail) {
        assertThat(mvc.get().uri(ASR + "?" + query).header("Accept", "text/event-stream"))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .hasPathSatisfying("$.parameter", name -> assertThat(name).isEqualTo(parameter))
                .hasPathSatisfying("$.detail", text -> assertThat(text)
                        .asString()
                        .startsWith(parameter + ": ")
                        .contains(detail));
    }

    @Test
    void anAxisIsNeeded() {
        assertThat(mvc.get().uri(ASR))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("'axis'");
    }

    @Test
    void theHeaderCountsBeforeTheParameter() {
        assertThat(mvc.get().uri(ASR + "?axis=region").header("Last-Event-ID", "17"))
                .hasStatus(400);
        assertThat(mvc.get()
                        .uri(ASR + "?axis=region&lastEventId=17")
                        .header("Last-Event-ID", new Position(1, 2, 3).id()))
                .hasStatus(503);
        assertThat(mvc.get().uri(ASR + "?axis=region&lastEventId=17").header("Last-Event-ID", ""))
                .hasStatus(400);
    }

    @Test
    void aKpiThatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri("/api/v1/kpis/voice.none/stream?axis=region")).hasStatus(404);
    }

    @Test
    void whoAsksForTheHeadAloneTakesNoPlace() {
        assertThat(mvc.head().uri(ASR + "?axis=region"))
                .hasStatusOk()
                .hasContentType("text/event-stream;charset=UTF-8")
                .hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void whereThereIsNoPlaceTheClientIsToComeAgain() {
        assertThat(mvc.get().uri(ASR + "?axis=region").header("Accept", "text/event-stream"))
                .hasStatus(503)
                .hasHeader("Retry-After", "2")
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("this instance streams to as many clients as it does at once: 0");
    }
}
