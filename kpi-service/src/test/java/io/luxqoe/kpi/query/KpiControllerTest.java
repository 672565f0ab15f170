package io.luxqoe.kpi.query;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.window.Events;
import io.luxqoe.kpi.window.KpiHarness;
import io.luxqoe.kpi.window.WindowSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class KpiControllerTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(GRACE, stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void valuesAreFinalBehindTheWatermarkAndProvisionalBeforeIt() throws Exception {
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", NOON), Events.failedCall("msc-1", NOON)));
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", NOON.plusSeconds(600))));
        kpi.pass(Duration.ofSeconds(1));

        ask("/api/v1/kpis/voice.asr/values?axis=region&key=Bretagne&window=PT1M")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kpi").value("voice.asr"))
                .andExpect(jsonPath("$.unit").value("1"))
                .andExpect(jsonPath("$.axis").value("region"))
                .andExpect(jsonPath("$.key").value("Bretagne"))
                .andExpect(jsonPath("$.window").value("PT1M"))
                .andExpect(jsonPath("$.watermark").value("2026-11-20T12:10:00Z"))
                .andExpect(jsonPath("$.values", hasSize(2)))
                .andExpect(jsonPath("$.values[0].start").value("2026-11-20T12:00:00Z"))
                .andExpect(jsonPath("$.values[0].end").value("2026-11-20T12:01:00Z"))
                .andExpect(jsonPath("$.values[0].status").value("FINAL"))
                .andExpect(jsonPath("$.values[0].value").value(0.5))
                .andExpect(jsonPath("$.values[0].samples").value(2))
                .andExpect(jsonPath("$.values[1].status").value("PROVISIONAL"));
    }

    @Test
    void aRangeHoldsTheWindowsThatStartInIt() throws Exception {
        for (int minute = 0; minute < 3; minute++) {
            kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", NOON.plusSeconds(60L * minute))));
        }

        ask("/api/v1/kpis/voice.attempts/values?axis=cell&key=" + Events.CELL
                        + "&from=2026-11-20T12:01:00Z&to=2026-11-20T12:02:00Z")
                .andExpect(jsonPath("$.values", hasSize(1)))
                .andExpect(jsonPath("$.values[0].start").value("2026-11-20T12:01:00Z"));
    }

    @Test
    void theCatalogueNamesUnitFormulaAndAxes() throws Exception {
        ask("/api/v1/kpis")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kpis[0].id").value("voice.asr"))
                .andExpect(jsonPath("$.kpis[0].formula").value("answered / seizures"))
                .andExpect(jsonPath("$.kpis[0].axes[2]").value("numberClass"));
    }

    @Test
    void aWrongQuestionIsAProblemThatNamesItsFault() throws Exception {
        ask("/api/v1/kpis/voice.x/values?axis=cell&key=a").andExpect(status().isNotFound());
        problem("/api/v1/kpis/voice.asr/values?axis=galaxy&key=a", "no axis galaxy");
        problem("/api/v1/kpis/voice.asr/values?axis=cell&key=a&window=PT7M", "no window size PT7M");
        problem("/api/v1/kpis/voice.asr/values?axis=cell&key=a&from=yesterday", "not an ISO 8601 instant");
        problem(
                "/api/v1/kpis/voice.asr/values?axis=cell&key=a&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "more than 2000 windows");
        problem(
                "/api/v1/kpis/voice.asr/values?axis=cell&key=a&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "is not before");
    }

    @Test
    void storesThatCannotBeReadNowAreTryAgainLater() throws Exception {
        MockMvc mvc = mvc(series -> {
            throw new StoresUnavailableException("tasks are being assigned");
        });

        mvc.perform(get("/api/v1/kpis/voice.asr/values?axis=cell&key=a"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(jsonPath("$.detail").value("tasks are being assigned"));
    }

    private void problem(String uri, String detail) throws Exception {
        ask(uri).andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail", containsString(detail)));
    }

    private ResultActions ask(String uri) throws Exception {
        return mvc(series -> kpi.reader()).perform(get(uri));
    }

    private static MockMvc mvc(WindowStores.Finder finder) {
        WindowSpec window = KpiHarness.spec(GRACE);
        KpiController controller = new KpiController(
                KpiCatalogue.standard(),
                window,
                KpiHarness.AXES,
                new QuerySettings(2_000, Duration.ofSeconds(2)),
                new KpiValues(finder),
                InstantSource.fixed(NOON.plusSeconds(3600)));
        return MockMvcBuilders.standaloneSetup(controller)
                .setControllerAdvice(new ProblemDetails())
                .build();
    }

    /** What Boot adds where {@code spring.mvc.problemdetails.enabled} is set. */
    @ControllerAdvice
    private static final class ProblemDetails extends ResponseEntityExceptionHandler {}
}
