package io.luxqoe.kpi.query.worst;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.InternalAnswers;
import io.luxqoe.kpi.query.MutableClock;
import io.luxqoe.kpi.query.QuerySlice;
import io.luxqoe.kpi.query.read.MemoryReader;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.streams.routing.PartitionAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySlice
class WorstControllerTest {

    private static final Instant NOON = Instant.parse(QuerySlice.NOON);
    private static final Instant LAST = NOON.minusSeconds(60);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MemoryReader reader;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Rankings rankings;

    @BeforeEach
    void cellsInAllPartitions() {
        clock.set(NOON);
        reader.clear();
        rankings.clear();
        reader.finalUntil(NOON);
        reader.put("voice.asr", "cell", "0", LAST, 0.9, 50);
        reader.put("voice.asr", "cell", "1", LAST, 0.2, 50);
        reader.put("voice.asr", "cell", "2", LAST, 0.2, 60);
        reader.put("voice.asr", "cell", "3", LAST, 0.7, 50);
        reader.put("voice.asr", "cell", "4", LAST, 0.0, 3);
        reader.put("voice.asr", "cell", "5", LAST, null, 0);
        reader.put("voice.asr", "cell", "6", LAST.minusSeconds(60), 0.1, 50);
        reader.put("voice.asr", "cell", "7", NOON, 0.1, 50);
    }

    @Test
    void theWorstKeysOfAllPartitionsComeInOneOrder() {
        assertThat(ask("voice.asr", "&limit=3"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"kpi":"voice.asr","unit":"1","direction":"HIGHER_IS_BETTER","axis":"cell","window":"PT1M",
                 "order":"worst","start":"2026-11-20T11:59:00Z","end":"2026-11-20T12:00:00Z","status":"FINAL",
                 "watermark":"2026-11-20T12:05:00.001Z","lag":"PT-5M-0.001S","staleness":"PT0S",
                 "completeness":{"partitions":4,"answered":4,"missing":[]},
                 "keysRanked":4,"keysWithFewSamples":1,"keysWithoutValue":1,
                 "rows":[
                  {"rank":1,"key":"2","value":0.2,"samples":60,"fewSamples":false,"suspect":false,
                   "suspectReasons":[],"baseline":null},
                  {"rank":2,"key":"1","value":0.2,"samples":50,"fewSamples":false,"suspect":false,
                   "suspectReasons":[],"baseline":null},
                  {"rank":3,"key":"3","value":0.7,"samples":50,"fewSamples":false,"suspect":false,
                   "suspectReasons":[],"baseline":null}]}""");
    }

    @Test
    void keysWithFewSamplesAreRankedIfThatIsAskedFor() {
        assertKeys("&fewSamples=true", "4", "2", "1", "3", "0");
    }

    @Test
    void theOrderCanBeTurned() {
        assertKeys("&order=best", "0", "3", "2", "1");
        assertKeys("&order=highest&limit=1", "0");
        assertKeys("&order=lowest&limit=1", "2");
    }

    @Test
    void aKpiWithoutADirectionHasNoWorst() {
        assertThat(ask("voice.attempts", ""))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("order: voice.attempts has no direction", "highest or lowest");
        assertThat(ask("voice.attempts", "&order=highest")).hasStatusOk();
    }

    @Test
    void aTimeChoosesItsWindow() {
        assertKeys("&at=2026-11-20T11:58:30Z", "6");
        assertThat(ask("voice.asr", "&at=2026-11-20T12:00:30Z"))
                .doesNotContainHeader("ETag")
                .bodyJson()
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("PROVISIONAL"))
                .hasPathSatisfying("$.rows[0].key", key -> assertThat(key).isEqualTo("7"));
    }

    @Test
    void theNewestWindowIsTheNewestThatIsFinalInAllPartitions() {
        reader.finalUntil(2, LAST);

        assertThat(ask("voice.asr", "")).bodyJson().extractingPath("$.start").isEqualTo("2026-11-20T11:58:00Z");
    }

    @Test
    void whereTrafficHasStoppedItIsTheNewestThatHasKeys() {
        reader.clear();
        reader.put("voice.asr", "cell", "6", LAST.minusSeconds(60), 0.1, 50);
        reader.finalUntil(NOON.plusSeconds(3600));
        assertThat(ask("voice.asr", "")).bodyJson().extractingPath("$.start").isEqualTo("2026-11-20T11:58:00Z");

        rankings.clear();
        reader.finalUntil(NOON.plusSeconds(3 * 3600));
        assertThat(ask("voice.asr", "")).bodyJson().extractingPath("$.start").isEqualTo("2026-11-20T14:59:00Z");
    }

    @Test
    void aWindowIsFinalIfItIsInAllPartitions() {
        reader.finalUntil(2, LAST);

        assertThat(ask("voice.asr", "&at=2026-11-20T11:59:00Z"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("PROVISIONAL");
    }

    @Test
    void beforeAWindowIsFinalThereIsNoRanking() {
        reader.clear();

        assertThat(ask("voice.asr", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.start", start -> assertThat(start).isNull())
                .hasPathSatisfying("$.rows.length()", size -> assertThat(size).isEqualTo(0));
    }

    @Test
    void anAnswerWithoutAPartitionSaysSoAndHasNoTag() {
        reader.unavailable(1, "its stores are loading");

        assertThat(ask("voice.asr", "&at=2026-11-20T11:59:30Z"))
                .hasStatusOk()
                .doesNotContainHeader("ETag")
                .bodyJson()
                .hasPathSatisfying("$.completeness.answered", answered -> assertThat(answered)
                        .isEqualTo(3))
                .hasPathSatisfying("$.completeness.missing[0].partition", partition -> assertThat(partition)
                        .isEqualTo(1))
                .hasPathSatisfying("$.rows[0].key", key -> assertThat(key).isEqualTo("2"));
    }

    @Test
    void anAnswerWithoutAPartitionIsRefusedIfAllAreRequired() {
        reader.unavailable(1, "its stores are loading");

        assertThat(ask("voice.asr", "&require=complete"))
                .hasStatus(503)
                .hasHeader("Retry-After", "2")
                .bodyJson()
                .extractingPath("$.completeness.answered")
                .isEqualTo(3);
        assertThat(ask("voice.asr", "&require=all")).hasStatus(400);
    }

    @Test
    void aFinalWindowThatWasAskedForByItsTimeHasATag() {
        MvcTestResult first = ask("voice.asr", "&at=2026-11-20T11:59:30Z");
        String tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));

        assertThat(mvc.get()
                        .uri("/api/v1/kpis/voice.asr/worst?axis=cell&at=2026-11-20T11:59:30Z")
                        .header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void aRankingOfAFinalWindowIsReadOnceForAllWhoAsk() {
        ask("voice.asr", "");
        assertThat(reader.scans()).isEqualTo(4);

        clock.pass(Duration.ofHours(1));
        assertKeys("&limit=2", "2", "1");

        assertThat(reader.scans()).isEqualTo(4);
    }

    @Test
    void anotherInstanceReadsWhatThisOneAnswers() {
        Asked asked = new Asked(
                new Subject("voice.asr", "voice", "cell", "PT1M"),
                LAST.toEpochMilli(),
                NOON.toEpochMilli(),
                Order.LOWEST,
                true);
        RankingQuery query = new RankingQuery(rankings, asked, 3);

        assertThat(InternalAnswers.of(mvc, query, Set.of(0, 1)))
                .isEqualTo(new PartitionAnswer<>(
                        List.of(0, 1), Map.of(), query.merge(List.of(query.read(0), query.read(1)))));
    }

    @Test
    void aRankingOfAProvisionalWindowIsKeptForASecondAndSaysHowOldItIs() {
        String now = "&at=2026-11-20T12:00:30Z";
        ask("voice.asr", now);
        clock.pass(Duration.ofMillis(999));
        reader.put("voice.asr", "cell", "8", NOON, 0.05, 50);

        assertThat(ask("voice.asr", now))
                .bodyJson()
                .hasPathSatisfying("$.staleness", age -> assertThat(age).isEqualTo("PT0.999S"))
                .hasPathSatisfying("$.rows.length()", size -> assertThat(size).isEqualTo(1));
        clock.pass(Duration.ofMillis(1));
        assertThat(ask("voice.asr", now))
                .bodyJson()
                .hasPathSatisfying("$.staleness", age -> assertThat(age).isEqualTo("PT0S"))
                .hasPathSatisfying("$.rows[0].key", key -> assertThat(key).isEqualTo("8"));
    }

    @Test
    void aRankingIsNotKeptForAPartitionThatLeft() {
        ask("voice.asr", "");
        for (int partition = 0; partition < MemoryReader.PARTITIONS; partition++) {
            reader.unavailable(partition, "it moved");
        }

        assertThat(ask("voice.asr", "")).hasStatus(503);
    }

    private void assertKeys(String more, String... keys) {
        assertThat(ask("voice.asr", more))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[*].key")
                .asArray()
                .containsExactly((Object[]) keys);
    }

    private MvcTestResult ask(String kpi, String more) {
        return mvc.get().uri("/api/v1/kpis/{kpi}/worst?axis=cell" + more, kpi).exchange();
    }
}
