package io.luxqoe.decoder.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.source.SourceStatement;
import io.luxqoe.decoder.source.SourceStatuses;
import io.luxqoe.schemas.SequenceGap;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(SourceController.class)
@Import(SourceControllerTest.Slice.class)
class SourceControllerTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** Sources that the test puts there. */
    static final class Backend implements SourceReader, SourceStatuses {
        private final TreeMap<String, SourceStatement> sources = new TreeMap<>();
        private boolean isReady;

        void put(SourceStatus.Builder status) {
            sources.put(status.getSource(), new SourceStatement(status.build(), NOON.plusSeconds(sources.size())));
        }

        @Override
        public SourceStatuses sources() {
            if (!isReady) {
                throw new InvalidStateStoreException("not yet");
            }
            return this;
        }

        @Override
        public List<SourceStatement> all() {
            return List.copyOf(sources.values());
        }

        @Override
        public Optional<SourceStatement> source(String id) {
            return Optional.ofNullable(sources.get(id));
        }

        @Override
        public @Nullable Instant asOf() {
            return all().stream()
                    .map(SourceStatement::asOf)
                    .max(Instant::compareTo)
                    .orElse(null);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Slice {
        @Bean
        Backend backend() {
            return new Backend();
        }
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Backend backend;

    @BeforeEach
    void start() {
        backend.isReady = true;
    }

    @AfterEach
    void stop() {
        backend.isReady = false;
        backend.sources.clear();
    }

    @Test
    void withoutSourcesTheListIsEmpty() {
        assertThat(get("/api/v1/sources"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"total": 0, "sources": []}""");
    }

    @Test
    void aSourceIsToldAsItsStatusSays() {
        backend.put(source("msc-1")
                .setFormat("cs-cdr")
                .setEvents(20)
                .setDuplicateFiles(1)
                .setLostRecords(3)
                .setLastSeen(NOON)
                .setHighestEventTime(NOON.minusSeconds(5))
                .setIdle(true)
                .setSilentSince(NOON)
                .setUsualIntervalMs(60_000L)
                .setLastFileSequence(4711L)
                .setLastRecordSequence(9L)
                .setGapsFound(1)
                .setNumbersMissing(2)
                .setGaps(List.of(new SequenceGap(SequenceKind.LOCAL_RECORD, 5L, 2L, NOON, "gw-1"))));

        String json =
                """
                {"source": "msc-1", "asOf": "2026-11-20T12:00:00Z", "format": "cs-cdr",
                 "rawRecords": 1, "events": 20, "duplicates": 0, "duplicateFiles": 1, "rejected": 0, "passedOver": 0, "lostRecords": 3,
                 "lastSeen": "2026-11-20T12:00:00Z", "highestEventTime": "2026-11-20T11:59:55Z",
                 "idle": true, "silentSince": "2026-11-20T12:00:00Z", "usualIntervalMs": 60000,
                 "lastFileSequence": 4711, "lastRecordSequence": 9, "gapsFound": 1, "numbersMissing": 2,
                 "gaps": [{"kind": "LOCAL_RECORD", "series": "gw-1", "firstMissing": 5, "missing": 2,
                           "foundAt": "2026-11-20T12:00:00Z"}]}""";
        assertThat(get("/api/v1/sources/msc-1")).hasStatusOk().bodyJson().isStrictlyEqualTo(json);
        assertThat(get("/api/v1/sources"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"asOf\": \"2026-11-20T12:00:00Z\", \"total\": 1, \"sources\": [" + json + "]}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', a b c d",
        "silent=true, b d",
        "silent=false, a c",
        "gaps=true, c d",
        "gaps=false, a b",
        "silent=true&gaps=true, d"
    })
    void sourcesAreFilteredBySilenceAndGaps(String query, String expected) {
        putFour();

        assertThat(get("/api/v1/sources?" + query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sources[*].source")
                .asArray()
                .containsExactly((Object[]) expected.split(" "));
    }

    @Test
    void pagesFollowEachOtherByTheIdThatTheLastOneEndedWith() {
        putFour();

        MvcTestResult first = get("/api/v1/sources?limit=2");
        assertThat(first)
                .bodyJson()
                .extractingPath("$.sources[*].source")
                .asArray()
                .containsExactly("a", "b");
        assertThat(first).bodyJson().extractingPath("$.total").isEqualTo(4);
        assertThat(first).bodyJson().extractingPath("$.next").isEqualTo("b");
        MvcTestResult last = get("/api/v1/sources?limit=2&after=b");
        assertThat(last)
                .bodyJson()
                .extractingPath("$.sources[*].source")
                .asArray()
                .containsExactly("c", "d");
        assertThat(last).bodyJson().doesNotHavePath("$.next");
    }

    private void putFour() {
        backend.put(source("a"));
        backend.put(source("b").setSilentSince(NOON));
        backend.put(source("c").setGapsFound(1));
        backend.put(source("d").setSilentSince(NOON).setGapsFound(2));
    }

    @Test
    void aSourceThatIsNotKnownIsNotFound() {
        assertProblem(get("/api/v1/sources/msc-9"), HttpStatus.NOT_FOUND, "no source msc-9 is known");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=10001", "limit=x", "silent=perhaps", "gaps=2"})
    void whatIsNotAllowedIsABadRequest(String query) {
        MvcTestResult result = get("/api/v1/sources?" + query);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void whileTheStatusesAreReadTheAnswerIsToComeBack() {
        backend.isReady = false;

        MvcTestResult result = get("/api/v1/sources");

        assertProblem(
                result, HttpStatus.SERVICE_UNAVAILABLE, "the sources are being loaded, or this instance is stopping");
        assertThat(result).hasHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    private static void assertProblem(MvcTestResult result, HttpStatus status, String detail) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo(detail);
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange();
    }

    private static SourceStatus.Builder source(String id) {
        return SourceStatus.newBuilder()
                .setSource(id)
                .setRawRecords(1)
                .setEvents(0)
                .setDuplicates(0)
                .setRejected(0);
    }
}
