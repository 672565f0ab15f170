package io.luxqoe.kpi.query.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.InternalAnswers;
import io.luxqoe.kpi.query.QuerySlice;
import io.luxqoe.kpi.query.read.KeyOrder;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.MemoryReader;
import io.luxqoe.streams.routing.PartitionAnswer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySlice
class KeysControllerTest {

    private static final Instant NOON = Instant.parse(QuerySlice.NOON);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MemoryReader reader;

    @BeforeEach
    void cells() {
        reader.clear();
        for (String key : List.of("208-20-1", "208-20-2", "208-01-1", "3&4=é", "𝄞", "｡")) {
            reader.put("voice.asr", "cell", key, NOON, 0.5, 50);
        }
        reader.put("messaging.attempts", "cell", "208-20-2", NOON, 5.0, 5);
        reader.put("messaging.attempts", "cell", "sms", NOON, 5.0, 5);
    }

    @Test
    void theKeysOfAllPartitionsAndFamiliesComeOnceInOneOrder() {
        assertThat(ask("/api/v1/axes/cell/keys"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                {"axis":"cell","prefix":"","completeness":{"partitions":4,"answered":4,"missing":[]},
                 "keys":["208-01-1","208-20-1","208-20-2","3&4=é","sms","｡","𝄞"],"next":null}""");
    }

    @Test
    void aPrefixSelects() {
        assertThat(ask("/api/v1/axes/cell/keys?prefix=208-20-"))
                .bodyJson()
                .extractingPath("$.keys")
                .asArray()
                .containsExactly("208-20-1", "208-20-2");
    }

    @Test
    void thePagesTogetherAreAllKeys() throws Exception {
        IntStream.range(0, 95).forEach(cell -> reader.put("voice.asr", "cell", "c/" + cell, NOON, 0.5, 50));
        List<String> all = new ArrayList<>();
        String page = "/api/v1/axes/cell/keys?limit=10";
        while (page != null) {
            JsonNode answer =
                    JsonMapper.shared().readTree(ask(page).getResponse().getContentAsByteArray());
            answer.get("keys").forEach(key -> all.add(key.asString()));
            page = answer.get("next").isNull() ? null : answer.get("next").asString();
        }

        assertThat(all).hasSize(102).doesNotHaveDuplicates().isSortedAccordingTo(KeyOrder.BY_CODE_POINT);
    }

    @Test
    void anAnswerWithoutAPartitionSaysSo() {
        reader.unavailable(3, "it moved");

        assertThat(ask("/api/v1/axes/cell/keys"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.completeness.answered")
                .isEqualTo(3);
        assertThat(ask("/api/v1/axes/cell/keys?require=complete")).hasStatus(503);
    }

    @Test
    void anotherInstanceReadsWhatThisOneAnswers() {
        KeysQuery query =
                new KeysQuery(reader, List.of("voice", "messaging"), "cell", new KpiReader.Keys("3&", "3", 10));

        assertThat(InternalAnswers.of(mvc, query, Set.of(3)))
                .isEqualTo(new PartitionAnswer<>(List.of(3), Map.of(), new KeyList(List.of("3&4=é"))));
    }

    @Test
    void anAxisThatIsNotThereIsNotFound() {
        assertThat(ask("/api/v1/axes/galaxy/keys"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("axis: there is no galaxy; there are [cell, region, numberClass]");
    }

    @Test
    void theLimitIsBounded() {
        assertThat(ask("/api/v1/axes/cell/keys?limit=1001")).hasStatus(400);
    }

    private MvcTestResult ask(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange();
    }
}
