package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.TopologyStory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.test.TestRecord;

/** What the tests of the topology share: its topics, its options, a time. */
final class Raw {
    /** Some hours after the samples and the hand-written records. */
    static final Instant NOON = Instant.parse("2026-11-20T18:00:00Z");

    static final Duration IDLE_AFTER = Duration.ofMinutes(10);
    static final AvroSerdes SERDES = AvroSerdes.mock("decoder");
    static final Topic<byte[], byte[]> CS_CDR =
            new Topic<>(LuxTopic.RAW_CS_CDR.topicName(), Serdes.ByteArray(), Serdes.ByteArray());
    static final Topic<String, EventBlock> DECODED = DecoderTopics.with(SERDES).decoded();
    static final Topic<byte[], byte[]> DEAD_LETTERS = DecoderTopics.with(SERDES).deadLetters();
    static final Topic<String, SourceStatus> STATUSES =
            DecoderTopics.with(SERDES).statuses();
    static final DecoderListener NOBODY = new DecoderListener() {
        @Override
        public void decoded(int events, int duplicates) {}

        @Override
        public void rejected(RejectReason reason) {}
    };

    private Raw() {}

    static DecoderOptions options() {
        return options(Map.of("lux.raw.cs-cdr.v1", "cs-cdr"));
    }

    static DecoderOptions options(Map<String, String> topics) {
        return options(topics, 1000);
    }

    static DecoderOptions options(Map<String, String> topics, int duplicateHistory) {
        return options(topics, duplicateHistory, false);
    }

    static DecoderOptions options(Map<String, String> topics, int duplicateHistory, boolean passOver) {
        return new DecoderOptions(
                Duration.ofSeconds(1),
                IDLE_AFTER,
                5,
                Duration.ofMinutes(1),
                duplicateHistory,
                Duration.ofDays(30),
                topics,
                SourceRules.NONE,
                passOver);
    }

    static DecoderTopology topology() {
        return new DecoderTopology(SERDES, TestRules.rules(), options(), NOBODY);
    }

    static TopologyStory story() {
        return TopologyStory.of("decoder-service", topology()::addTo, Map.of(), NOON);
    }

    static byte[] key(String source) {
        return source.getBytes(StandardCharsets.UTF_8);
    }

    static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
