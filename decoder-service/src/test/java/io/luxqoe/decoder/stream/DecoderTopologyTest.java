package io.luxqoe.decoder.stream;

import static io.luxqoe.decoder.stream.Raw.CS_CDR;
import static io.luxqoe.decoder.stream.Raw.DEAD_LETTERS;
import static io.luxqoe.decoder.stream.Raw.DECODED;
import static io.luxqoe.decoder.stream.Raw.NOON;
import static io.luxqoe.decoder.stream.Raw.STATUSES;
import static io.luxqoe.decoder.stream.Raw.header;
import static io.luxqoe.decoder.stream.Raw.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordOrigin;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.testing.TopologyStory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecoderTopologyTest {
    private static final Instant EVENT_TIME = Instant.parse("2026-11-20T15:46:15Z");

    @Test
    void aFileBecomesABlockOfItsSourceWithItsOrigin() {
        List<String> ids = TestRules.decode(Samples.file()).eventIds();
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key(TestRules.SOURCE), Samples.file(), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(record -> {
                        EventBlock block = record.value();
                        assertThat(record.key()).isEqualTo(TestRules.SOURCE);
                        assertThat(record.getRecordTime()).isEqualTo(NOON);
                        assertThat(header(record, "lux-events")).isEqualTo("20");
                        assertThat(block.getSource()).isEqualTo(TestRules.SOURCE);
                        assertThat(block.getOrigin()).isEqualTo(new RecordOrigin(CS_CDR.name(), 0, 0L, NOON));
                        assertThat(block.getPart()).isZero();
                        assertThat(block.getSourceIdle()).isFalse();
                        assertThat(block.getLeastEventTime()).isEqualTo(Instant.parse("2026-11-20T14:16:46Z"));
                        assertThat(block.getHighestEventTime()).isEqualTo(Instant.parse("2026-11-20T14:16:46Z"));
                        assertThat(block.getEvents())
                                .extracting(NetworkEvent::getEventId)
                                .containsExactlyElementsOf(ids);
                    });
        }
    }

    @Test
    void whatIsCutOffIsADeadLetterOctetForOctet() {
        byte[] file = Arrays.copyOf(Samples.file(), 1000);
        int[] offsets = Samples.cdrOffsets();
        int whole = 0;
        while (offsets[whole + 1] <= 1000) {
            whole++;
        }
        int begin = offsets[whole] + Samples.CDR_HEADER_LENGTH;
        Header trace = new RecordHeader("traceparent", new byte[] {1, 2, 3});
        byte[] key = key("msc-1");
        int events = whole;
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, new TestRecord<>(key, file, new RecordHeaders(List.of(trace)), NOON))
                    .expect(DECODED)
                    .toSatisfyExactly(
                            record -> assertThat(record.value().getEvents()).hasSize(events))
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(letter -> {
                        assertThat(letter.key()).isEqualTo(key);
                        assertThat(letter.value()).isEqualTo(Arrays.copyOfRange(file, begin, 1000));
                        assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS))
                                .isEqualTo("truncated-record");
                        assertThat(header(letter, DeadLetterHeaders.ERROR_MESSAGE))
                                .isNotBlank();
                        assertThat(header(letter, DeadLetterHeaders.ERROR_OFFSET))
                                .isEqualTo("" + begin);
                        assertThat(header(letter, DeadLetterWriter.ERROR_LENGTH))
                                .isEqualTo("" + (1000 - begin));
                        assertThat(header(letter, DeadLetterHeaders.ORIGIN_TOPIC))
                                .isEqualTo(CS_CDR.name());
                        assertThat(header(letter, DeadLetterHeaders.ORIGIN_PARTITION))
                                .isEqualTo("0");
                        assertThat(header(letter, DeadLetterHeaders.ORIGIN_OFFSET))
                                .isEqualTo("0");
                        assertThat(header(letter, DeadLetterHeaders.ORIGIN_TIMESTAMP))
                                .isEqualTo("" + NOON.toEpochMilli());
                        assertThat(header(letter, DeadLetterHeaders.SERVICE)).isEqualTo("decoder-service");
                        assertThat(letter.headers().lastHeader(DeadLetterHeaders.ERROR_FIELD))
                                .isNull();
                        assertThat(letter.headers().lastHeader("traceparent")).isEqualTo(trace);
                    });
        }
    }

    @Test
    void aDeadLetterNamesTheFieldThatFailed() {
        byte[] record = Cdrs.moCall(Ber.primitive(24, "2613201646152B0100"));
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), record, NOON)
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(letter -> {
                        assertThat(letter.value()).isEqualTo(record);
                        assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS))
                                .isEqualTo("bad-value");
                        assertThat(header(letter, DeadLetterHeaders.ERROR_FIELD))
                                .isEqualTo("releaseTime");
                    })
                    .expect(DECODED)
                    .toSatisfyExactly(
                            block -> assertThat(block.value().getEvents()).isEmpty());
        }
    }

    @Test
    void aRawRecordWithoutValueIsADeadLetterWithoutValue() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), null, NOON)
                    .given(CS_CDR, key("msc-1"), new byte[0], NOON)
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(
                            letter -> {
                                assertThat(letter.value()).isNull();
                                assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS))
                                        .isEqualTo("empty-record");
                                assertThat(header(letter, DeadLetterHeaders.ERROR_OFFSET))
                                        .isEqualTo("0");
                            },
                            letter -> {
                                assertThat(letter.value()).isEmpty();
                                assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS))
                                        .isEqualTo("empty-record");
                            });
        }
    }

    @Test
    void aRawRecordWithoutASourceIdIsADeadLetterAsItCame() {
        byte[] noText = {(byte) 0xC3, 0x28};
        try (TopologyStory story = Raw.story()) {
            story.givenOctets(CS_CDR, null, Samples.file())
                    .givenOctets(CS_CDR, noText, Samples.file())
                    .givenOctets(CS_CDR, key("~1"), Samples.file())
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(
                            letter -> assertMissingSource(letter, null),
                            letter -> assertMissingSource(letter, noText),
                            letter -> assertMissingSource(letter, key("~1")));
        }
    }

    private static void assertMissingSource(TestRecord<byte[], byte[]> letter, byte @Nullable [] key) {
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(Samples.file());
        assertThat(header(letter, DeadLetterHeaders.ERROR_CLASS)).isEqualTo("missing-source");
    }

    @Test
    void aFileThatIsSentAgainIsDroppedAndCounted() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Samples.file(), NOON)
                    .given(CS_CDR, key("msc-1"), Samples.run(), NOON.plusSeconds(1))
                    .given(CS_CDR, key("msc-1"), Ber.concat(Samples.run(), Cdrs.call(1)), NOON.plusSeconds(2))
                    .expect(DECODED)
                    .toSatisfyExactly(
                            record -> assertThat(record.value().getEvents()).hasSize(20),
                            record -> assertThat(record.value().getEvents()).hasSize(1))
                    .advance(Duration.ofSeconds(1))
                    .expect(STATUSES)
                    .toContainExactlyValues(SourceStatus.newBuilder()
                            .setSource("msc-1")
                            .setFormat("cs-cdr")
                            .setRawRecords(3)
                            .setEvents(21)
                            .setDuplicates(40)
                            .setRejected(0)
                            .setDuplicateFiles(1)
                            .setLastSeen(NOON.plusSeconds(2))
                            .setHighestEventTime(EVENT_TIME)
                            .setLastFileSequence(fileSequence())
                            .build());
        }
    }

    private static long fileSequence() {
        return TestRules.decode(Samples.file()).files.get(0);
    }

    @Test
    void recordsOfATypeThatGivesNoEventAreOnlyCountedWhereThatIsConfigured() {
        DecoderTopology topology = new DecoderTopology(
                Raw.SERDES, TestRules.rules(), Raw.options(Map.of(CS_CDR.name(), "cs-cdr"), 1000, true), Raw.NOBODY);
        byte[] ssAction = Ber.constructed(10, Ber.primitive(0, "0A"), Ber.primitive(1, Cdrs.IMSI));
        try (TopologyStory story = TopologyStory.of("decoder-service", topology::addTo, Map.of(), NOON)) {
            story.given(CS_CDR, key("msc-1"), Ber.concat(ssAction, Cdrs.call(1), new byte[] {1, 2, 3}), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(
                            record -> assertThat(record.value().getEvents()).hasSize(1))
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(letter -> assertThat(letter.value()).containsExactly(1, 2, 3))
                    .advance(Duration.ofSeconds(1))
                    .expect(STATUSES)
                    .toSatisfyExactly(status -> {
                        assertThat(status.value().getPassedOver()).isEqualTo(1);
                        assertThat(status.value().getRejected()).isEqualTo(1);
                    });
        }
    }

    @Test
    void aRecordThatIsTwiceInOneFileCountsOnce() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Ber.concat(Cdrs.call(1), Cdrs.call(2), Cdrs.call(1)), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(
                            record -> assertThat(record.value().getEvents()).hasSize(2));
        }
    }

    @Test
    void theSameRecordOfAnotherSourceIsAnotherEvent() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Cdrs.call(1), NOON)
                    .given(CS_CDR, key("msc-2"), Cdrs.call(1), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(
                            record -> assertThat(record.key()).isEqualTo("msc-1"),
                            record -> assertThat(record.key()).isEqualTo("msc-2"));
        }
    }

    @Test
    void aLargeFileBecomesBlocksInItsOrderNoneAboveTheLimits() {
        int calls = 2_500;
        byte[][] cdrs = new byte[calls][];
        for (int i = 0; i < calls; i++) {
            cdrs[i] = Cdrs.call(i);
        }
        byte[] file = Cdrs.extendedFile(cdrs);
        List<String> ids = TestRules.decode(file).eventIds();
        try (TopologyStory story = Raw.story()) {
            List<TestRecord<String, EventBlock>> blocks = story.given(CS_CDR, key(TestRules.SOURCE), file, NOON)
                    .expect(DECODED)
                    .records();

            List<String> inBlocks = new ArrayList<>();
            for (int part = 0; part < blocks.size(); part++) {
                EventBlock block = blocks.get(part).value();
                assertThat(block.getPart()).isEqualTo(part);
                assertThat(block.getEvents()).hasSizeBetween(1, BlockWriter.MAX_EVENTS);
                assertThat(header(blocks.get(part), "lux-events"))
                        .isEqualTo("" + block.getEvents().size());
                block.getEvents().forEach(event -> inBlocks.add(event.getEventId()));
            }
            assertThat(inBlocks).isEqualTo(ids).hasSize(calls);
        }
    }

    @Test
    void aBlockIsAsLargeInAvroAsTheLimitSaysOrSomewhatSmaller() {
        byte[] file = largeCalls(3_000);
        try (TopologyStory story = Raw.story()) {
            List<TestRecord<String, EventBlock>> blocks = story.given(CS_CDR, key("msc-lyon-1"), file, NOON)
                    .expect(DECODED)
                    .records();

            assertThat(blocks).hasSizeGreaterThan(3);
            assertThat(blocks.subList(0, blocks.size() - 1)).allSatisfy(block -> {
                int octets = DECODED.valueSerde().serializer().serialize(DECODED.name(), block.value()).length;
                assertThat(octets).isBetween(BlockWriter.MAX_OCTETS / 2, BlockWriter.MAX_OCTETS);
            });
        }
    }

    /** Calls of the samples' kind, with every field there is. */
    private static byte[] largeCalls(int count) {
        byte[][] cdrs = new byte[count][];
        for (int i = 0; i < count; i++) {
            cdrs[i] = Cdrs.moCall(
                    Ber.primitive(1, String.format("0228%010dF0", i)),
                    Ber.primitive(2, "5341230156789012"),
                    Ber.primitive(3, "91336612345678"),
                    Ber.primitive(4, "91336612345678"),
                    Ber.primitive(5, "8160214365F7"),
                    Ber.primitive(9, "913366090909F9"),
                    Ber.constructed(11, Ber.primitive(0, "17")),
                    Ber.constructed(12, Ber.primitive(0, "1234"), Ber.primitive(1, "5678"), Ber.primitive(2, "02F802")),
                    Ber.constructed(14, Ber.primitive(3, "11")),
                    Ber.primitive(22, Cdrs.TIME),
                    Ber.primitive(23, Cdrs.TIME),
                    Ber.primitive(24, Cdrs.TIME),
                    Ber.primitive(25, "3C"),
                    Ber.primitive(30, "00"),
                    Ber.constructed(31, Ber.primitive(0, "10")),
                    Ber.primitive(32, String.format("%08x", i)),
                    Ber.primitive(38, String.format("%016x", i)),
                    Ber.primitive(39, "913366090909F9"),
                    Ber.primitive(61, "02"));
        }
        return Cdrs.extendedFile(cdrs);
    }

    @Test
    void theStatusOfASourceIsPublishedAtItsPaceWhenItHasChanged() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Cdrs.call(1), NOON)
                    .given(CS_CDR, key("msc-1"), Ber.concat(Cdrs.call(2), Ber.hex("1234")), NOON)
                    .expect(STATUSES)
                    .toBeEmpty()
                    .advance(Duration.ofSeconds(1))
                    .expect(STATUSES)
                    .toSatisfyExactly(record -> {
                        assertThat(record.key()).isEqualTo("msc-1");
                        assertThat(record.value().getRawRecords()).isEqualTo(2);
                        assertThat(record.value().getEvents()).isEqualTo(2);
                        assertThat(record.value().getRejected()).isEqualTo(1);
                    })
                    .advance(Duration.ofSeconds(10))
                    .expect(STATUSES)
                    .toBeEmpty()
                    .expect(DECODED)
                    .toSatisfyExactly(block -> {}, block -> {})
                    .expect(DEAD_LETTERS)
                    .toSatisfyExactly(letter -> assertThat(letter.value()).isEqualTo(Ber.hex("1234")));
        }
    }

    @Test
    void eventsOutOfOrderKeepTheOrderOfTheFile() {
        byte[] later = Cdrs.moCall(Ber.primitive(24, "2611201700002B0100"));
        byte[] earlier = Cdrs.moCall(Ber.primitive(24, "2611201600002B0100"));
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Ber.concat(later, earlier), NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(record -> {
                        assertThat(record.value().getLeastEventTime()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
                        assertThat(record.value().getHighestEventTime())
                                .isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
                        assertThat(record.value().getEvents())
                                .extracting(NetworkEvent::getEventTime)
                                .containsExactly(
                                        Instant.parse("2026-11-20T16:00:00Z"), Instant.parse("2026-11-20T15:00:00Z"));
                    });
        }
    }

    @Test
    void aSourceSilentForItsRetentionIsForgotten() {
        Instant later = NOON.plus(Duration.ofDays(31));
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Cdrs.call(1), NOON)
                    .given(CS_CDR, key("msc-2"), Cdrs.call(2), later)
                    .advance(Duration.ofSeconds(1))
                    .expect(STATUSES)
                    .toSatisfyExactly(
                            gone -> assertThat(KeyValue.pair(gone.key(), gone.value()))
                                    .isEqualTo(KeyValue.pair("msc-1", null)),
                            there -> assertThat(there.key()).isEqualTo("msc-2"));
            story.given(CS_CDR, key("msc-1"), Cdrs.call(1), later)
                    .expect(DECODED)
                    .toSatisfyExactly(
                            block -> assertThat(block.value().getEvents()).hasSize(1),
                            idle -> assertThat(idle.value().getSourceIdle()).isTrue(),
                            block -> assertThat(block.key()).isEqualTo("msc-2"),
                            again -> assertThat(again.value().getEvents()).hasSize(1));
        }
    }
}
