package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.topic.LuxHeaders;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.testing.TopologyStory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The worked example of docs/formats.md in the real topology. */
class AddedFormatTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "formats.md");
    private static final Path SOURCES = Path.of("src", "test");
    private static final String FORMAT_CLASS = "java/io/luxqoe/decoder/example/TrunkLogFormat.java";
    private static final String SERVICES = "resources/META-INF/services/io.luxqoe.decoder.format.RawFormat";
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Topic<byte[], byte[]> TRUNK_LOG =
            new Topic<>("lux.raw.trunk-log.v1", Serdes.ByteArray(), Serdes.ByteArray());
    private static final byte[] LINES = ("2026-11-20T16:46:15Z;+33612345678;200\n"
                    + "2026-11-20T16:46:16Z;+33612345679;486\n"
                    + "yesterday;+33612345679;486\n")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void aFormatThatWasAddedIsReadFromTheTopicThatIsConfigured() {
        DecoderOptions options = Raw.options(Map.of(TRUNK_LOG.name(), "trunk-log"));
        DecoderTopology topology = new DecoderTopology(Raw.SERDES, TestRules.rules(), options, Raw.NOBODY);
        try (TopologyStory story = TopologyStory.of("decoder-service", topology::addTo, Map.of(), Raw.NOON)) {
            story.given(TRUNK_LOG, Raw.key("trunk-1"), LINES, Raw.NOON)
                    .expect(Raw.DECODED)
                    .toSatisfyExactly(record -> assertEvents(record.value().getEvents()))
                    .expect(Raw.DEAD_LETTERS)
                    .toSatisfyExactly(letter -> {
                        assertThat(letter.value()).asString().isEqualTo("yesterday;+33612345679;486");
                        assertThat(Raw.header(letter, DeadLetterHeaders.ERROR_FIELD))
                                .isEqualTo("time");
                    });
        }
    }

    @Test
    void aFormatThatWasAddedIsReadFromAnyRawTopicWhereTheHeaderNamesIt() {
        RecordHeader format = new RecordHeader(LuxHeaders.FORMAT, Raw.key("trunk-log"));
        try (TopologyStory story = Raw.story()) {
            story.given(
                            Raw.CS_CDR,
                            new TestRecord<>(Raw.key("trunk-1"), LINES, new RecordHeaders(List.of(format)), Raw.NOON))
                    .expect(Raw.DECODED)
                    .toSatisfyExactly(record -> assertEvents(record.value().getEvents()))
                    .expect(Raw.DEAD_LETTERS)
                    .toSatisfyExactly(letter -> assertThat(Raw.header(letter, DeadLetterHeaders.ERROR_FIELD))
                            .isEqualTo("time"));
        }
    }

    private static void assertEvents(List<NetworkEvent> events) {
        assertThat(events).extracting(NetworkEvent::getOutcome).containsExactly(Outcome.SUCCESS, Outcome.FAILURE);
        NetworkEvent first = events.get(0);
        assertThat(first.getEventTime()).isEqualTo(Instant.parse("2026-11-20T16:46:15Z"));
        assertThat(first.getCause().getScheme()).isEqualTo(CauseScheme.SIP);
        assertThat(first.getMsisdn()).isNotBlank();
        assertThat(events.toString()).doesNotContain("33612345678", "33612345679");
    }

    @Test
    void theDocumentationShowsTheExampleAsItIs() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher block = JAVA_BLOCK.matcher(document);

        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isEqualTo(Files.readString(SOURCES.resolve(FORMAT_CLASS)));
        assertThat(document)
                .contains(Files.readString(SOURCES.resolve(SERVICES)).strip())
                .contains("\"[" + TRUNK_LOG.name() + "]\": trunk-log");
    }
}
