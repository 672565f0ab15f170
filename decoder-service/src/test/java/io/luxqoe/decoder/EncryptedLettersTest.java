package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.decoder.stream.DecoderListener;
import io.luxqoe.decoder.stream.DecoderOptions;
import io.luxqoe.decoder.stream.DecoderTopology;
import io.luxqoe.decoder.stream.SourceRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.deadletter.LetterSeal;
import io.luxqoe.streams.testing.TopologyStory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With encryption on, no way to the dead letters shows raw octets. */
class EncryptedLettersTest {
    private static final Instant NOON = Instant.parse("2026-11-20T18:00:00Z");
    private static final Topic<byte[], byte[]> RAW =
            new Topic<>(LuxTopic.RAW_CS_CDR.topicName(), Serdes.ByteArray(), Serdes.ByteArray());
    private static final Topic<byte[], byte[]> LETTERS =
            new Topic<>(LuxTopic.DECODER_DEAD_LETTER.topicName(), Serdes.ByteArray(), Serdes.ByteArray());
    private static final Topic<String, EventBlock> DECODED = new Topic<>(
            LuxTopic.EVENT_DECODED.topicName(),
            Serdes.String(),
            AvroSerdes.mock("encrypted").forValue(EventBlock.class));
    private static final byte[] KEY = "msc-1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CALL_WITHOUT_TIME = Cdrs.moCall(Ber.primitive(1, Cdrs.IMSI));

    private final DeadLetterCipher cipher = new DeadLetterCipher(TestRules.keys());

    @Test
    void aRecordThatCannotBeDecodedIsReadWithTheKeyAlone() {
        try (TopologyStory story = story(() -> {})) {
            story.given(RAW, KEY, CALL_WITHOUT_TIME, NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(EncryptedLettersTest::saysOneWasRejected)
                    .expect(LETTERS)
                    .toSatisfyExactly(letter -> {
                        assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS))
                                .isEqualTo("missing-field");
                        assertThat(letter.key()).isEqualTo(KEY);
                        assertThat(decrypted(letter)).isEqualTo(CALL_WITHOUT_TIME);
                    });
        }
    }

    @Test
    void aRawRecordAtWhichTheDecoderItselfFailsIsEncryptedToo() {
        try (TopologyStory story = story(() -> {
            throw new IllegalStateException("a fault of the program");
        })) {
            story.given(RAW, KEY, Ber.hex("1234"), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(EncryptedLettersTest::saysOneWasRejected)
                    .expect(LETTERS)
                    .toSatisfyExactly(rejected -> {}, failed -> {
                        assertThat(header(failed, DeadLetterHeaders.ERROR_CLASS))
                                .isEqualTo("processing-failed");
                        assertThat(decrypted(failed)).isEqualTo(Ber.hex("1234"));
                    });
        }
    }

    @Test
    void whatAnEarlierLetterSaidOfItsEncryptionIsReplacedAndWhatHasNoValueHasNoEncryption() {
        Header stale = new RecordHeader(DeadLetterCipher.KEY_HEADER, new byte[] {'x'});
        try (TopologyStory story = story(() -> {})) {
            story.given(RAW, new TestRecord<>(KEY, CALL_WITHOUT_TIME, new RecordHeaders(List.of(stale)), NOON))
                    .given(RAW, new TestRecord<>(KEY, null, new RecordHeaders(List.of(stale)), NOON))
                    .expect(DECODED)
                    .toSatisfyExactly(EncryptedLettersTest::saysOneWasRejected)
                    .expect(LETTERS)
                    .toSatisfyExactly(letter -> assertThat(decrypted(letter)).isEqualTo(CALL_WITHOUT_TIME), letter -> {
                        assertThat(letter.value()).isNull();
                        assertThat(letter.headers().lastHeader(DeadLetterCipher.KEY_HEADER))
                                .isNull();
                    });
        }
    }

    private static void saysOneWasRejected(TestRecord<String, EventBlock> block) {
        assertThat(block.value().getEvents()).isEmpty();
        assertThat(block.value().getLosses().getRejected()).isEqualTo(1);
    }

    private byte[] decrypted(TestRecord<byte[], byte[]> letter) {
        assertThat(header(letter, DeadLetterCipher.ENCRYPTION_HEADER)).isEqualTo(DeadLetterCipher.ALGORITHM);
        assertThat(header(letter, DeadLetterCipher.KEY_HEADER)).isEqualTo(TestRules.KEY_ID);
        try {
            return cipher.decrypt(
                    TestRules.KEY_ID,
                    letter.value(),
                    new DeadLetterCipher.Origin(
                            letter.key(),
                            header(letter, DeadLetterHeaders.ORIGIN_TOPIC),
                            header(letter, DeadLetterHeaders.ORIGIN_PARTITION),
                            header(letter, DeadLetterHeaders.ORIGIN_OFFSET),
                            header(letter, DeadLetterHeaders.ERROR_OFFSET)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private TopologyStory story(Runnable onDecoded) {
        DecoderListener listener = new DecoderListener() {
            @Override
            public void decoded(int events, int duplicates) {
                onDecoded.run();
            }

            @Override
            public void rejected(RejectReason reason) {}
        };
        DecoderOptions options = new DecoderOptions(
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                5,
                Duration.ofMinutes(1),
                1000,
                Duration.ofDays(30),
                Map.of(RAW.name(), "cs-cdr"),
                SourceRules.NONE,
                false);
        DecoderTopology topology =
                new DecoderTopology(AvroSerdes.mock("encrypted"), TestRules.rules(), options, listener);
        return TopologyStory.of(
                "decoder-service", topology::addTo, Map.of(LetterSeal.CONFIG, new EncryptedLetters(cipher)), NOON);
    }
}
