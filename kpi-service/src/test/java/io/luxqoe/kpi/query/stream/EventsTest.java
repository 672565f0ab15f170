package io.luxqoe.kpi.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.stream.Events.Closed;
import io.luxqoe.kpi.query.stream.Events.Reset;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EventsTest {

    private static final Position AT = new Position(1, 2, 3);

    private final Events events = new Events(
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build());

    @Test
    void aWindowIsOneLineOfDataWhateverTheFormOfOtherAnswers() {
        var point = StreamFilter.point(
                        "voice.asr",
                        Windows.region("Île-de-France"),
                        Windows.window(KpiWindowStatus.PROVISIONAL, 2, 0.5))
                .orElseThrow();

        assertThat(text(events.window(AT, point)))
                .isEqualTo(
                        """
                        id: AQAAAAECAgM
                        event: window
                        data: {"key":"Île-de-France","start":"2026-11-20T12:00:00Z","end":"2026-11-20T12:01:00Z",\
                        "status":"PROVISIONAL","revision":2,"value":0.5,"samples":40,"fewSamples":false,\
                        "suspect":false,"suspectReasons":[],"baseline":null}

                        """);
    }

    @Test
    void othersAreAsShortAsTheyCanBe() {
        assertThat(text(events.retry(Duration.ofSeconds(2)))).isEqualTo("retry: 2000\n\n");
        assertThat(text(events.heartbeat())).isEqualTo(": \n\n");
        assertThat(text(events.heartbeat(AT))).isEqualTo(": \nid: AQAAAAECAgM\n\n");
        assertThat(text(events.closed(Closed.SLOW))).isEqualTo("event: closed\ndata: {\"reason\":\"SLOW\"}\n\n");
        assertThat(text(events.reset(AT, Reset.EXPIRED, "gone")))
                .isEqualTo("id: AQAAAAECAgM\nevent: reset\ndata: {\"reason\":\"EXPIRED\",\"detail\":\"gone\"}\n\n");
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
