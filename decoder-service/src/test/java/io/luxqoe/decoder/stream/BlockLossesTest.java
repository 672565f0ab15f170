package io.luxqoe.decoder.stream;

import static io.luxqoe.decoder.stream.Raw.CS_CDR;
import static io.luxqoe.decoder.stream.Raw.DEAD_LETTERS;
import static io.luxqoe.decoder.stream.Raw.DECODED;
import static io.luxqoe.decoder.stream.Raw.IDLE_AFTER;
import static io.luxqoe.decoder.stream.Raw.NOON;
import static io.luxqoe.decoder.stream.Raw.STATUSES;
import static io.luxqoe.decoder.stream.Raw.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.streams.testing.TopologyStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What blocks and marks say of what was lost of a source. */
class BlockLossesTest {
    private static final Instant EVENT_TIME = Instant.parse("2026-11-20T15:46:15Z");
    private static final byte[] NO_RECORD = {1, 2, 3};
    private static final byte[] SS_ACTION = Ber.constructed(10, Ber.primitive(0, "0A"), Ber.primitive(1, Cdrs.IMSI));

    private int calls;

    @Test
    void theBlockBehindAGapSaysSoAndTheBlockOfTheLateFileTakesItBack() {
        try (TopologyStory story = Raw.story()) {
            byte[] late = file(2);
            story.given(CS_CDR, key("msc-1"), file(1), NOON)
                    .given(CS_CDR, key("msc-1"), file(4), NOON)
                    .given(CS_CDR, key("msc-1"), late, NOON)
                    .given(CS_CDR, key("msc-1"), late, NOON);

            assertThat(losses(story))
                    .containsExactly(
                            null,
                            new BlockLosses(2L, 0L, 0L, 0L, EVENT_TIME),
                            new BlockLosses(0L, 1L, 0L, 0L, EVENT_TIME));
        }
    }

    @Test
    void whatIsRejectedOfAFileIsSaidWithItsFirstBlockAlone() {
        byte[][] cdrs = IntStream.range(0, 2_500).mapToObj(Cdrs::call).toArray(byte[][]::new);
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), Ber.concat(Ber.concat(cdrs), NO_RECORD), NOON);

            List<BlockLosses> losses = losses(story);
            assertThat(losses).hasSizeGreaterThan(2);
            assertThat(losses.get(0)).isEqualTo(new BlockLosses(0L, 0L, 0L, 1L, EVENT_TIME));
            assertThat(losses.subList(1, losses.size())).containsOnlyNulls();
            assertThat(story.expect(DEAD_LETTERS).records()).hasSize(1);
        }
    }

    @Test
    void aRawRecordOfWhichNothingCouldBeReadIsABlockWithoutEvents() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), NO_RECORD, NOON)
                    .expect(DECODED)
                    .toSatisfyExactly(record -> {
                        EventBlock block = record.value();
                        assertThat(record.key()).isEqualTo("msc-1");
                        assertThat(Raw.header(record, "lux-events")).isEqualTo("0");
                        assertThat(block.getEvents()).isEmpty();
                        assertThat(block.getSourceIdle()).isFalse();
                        assertThat(block.getLeastEventTime()).isNull();
                        assertThat(block.getHighestEventTime()).isNull();
                        assertThat(block.getOrigin().getTimestamp()).isEqualTo(NOON);
                        assertThat(block.getLosses()).isEqualTo(new BlockLosses(0L, 0L, 0L, 1L, null));
                    })
                    .expect(DEAD_LETTERS)
                    .records();
        }
    }

    @Test
    void whatHeldNoEventIsNoLoss() {
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), SS_ACTION, NOON)
                    .given(CS_CDR, key("msc-1"), new byte[0], NOON)
                    .given(CS_CDR, key("msc-1"), Ber.concat(SS_ACTION, Cdrs.call(1)), NOON);

            assertThat(losses(story)).containsOnlyNulls().hasSize(1);
            assertThat(story.expect(DEAD_LETTERS).records()).hasSize(3);
        }
    }

    @Test
    void aFileThatIsSentAgainLosesNothingAgain() {
        byte[] file = Ber.concat(Cdrs.call(1), NO_RECORD);
        try (TopologyStory story = Raw.story()) {
            story.given(CS_CDR, key("msc-1"), file, NOON).given(CS_CDR, key("msc-1"), file, NOON);

            assertThat(losses(story)).containsExactly(new BlockLosses(0L, 0L, 0L, 1L, EVENT_TIME));
            assertThat(story.expect(DEAD_LETTERS).records()).hasSize(2);
        }
    }

    @Test
    void anIdleMarkSaysWhetherTheSilenceIsBeyondTheHabitOfTheSource() {
        try (TopologyStory story = Raw.story()) {
            for (int i = 0; i <= UsualInterval.ENOUGH; i++) {
                speak(story, "msc-1-often", NOON.plusSeconds(20L * i));
                speak(story, "msc-2-seldom", NOON.plusSeconds(180L * i));
            }
            story.expect(DECODED).records();

            Instant last = NOON.plusSeconds(180L * UsualInterval.ENOUGH);
            speak(story, "msc-3", last.plus(IDLE_AFTER));

            assertThat(story.expect(DECODED).records())
                    .filteredOn(record -> record.value().getSourceIdle())
                    .extracting(record -> record.key() + " " + record.value().getSourceSilent())
                    .containsExactlyInAnyOrder("msc-1-often true", "msc-2-seldom false");
        }
    }

    @Test
    void marksByTheWallClockSayItToo() {
        try (TopologyStory story = Raw.story()) {
            for (int i = 0; i <= UsualInterval.ENOUGH; i++) {
                speak(story, "msc-1", NOON.plusSeconds(20L * i));
            }
            speak(story, "msc-2", NOON);
            story.expect(DECODED).records();
            for (long second = 0; second <= IDLE_AFTER.toSeconds(); second++) {
                story.advance(Duration.ofSeconds(1));
            }

            assertThat(story.expect(DECODED).records())
                    .extracting(record -> record.key() + " " + record.value().getSourceSilent())
                    .containsExactlyInAnyOrder("msc-1 true", "msc-2 false");
            assertThat(story.expect(STATUSES).records()).isNotEmpty();
        }
    }

    private byte[] file(int number) {
        return Cdrs.numberedFile(number, Cdrs.call(calls++));
    }

    private void speak(TopologyStory story, String source, Instant at) {
        story.given(CS_CDR, key(source), Cdrs.call(calls++), at);
    }

    private static List<BlockLosses> losses(TopologyStory story) {
        return story.expect(DECODED).records().stream()
                .map(TestRecord::value)
                .filter(Objects::nonNull)
                .map(EventBlock::getLosses)
                .toList();
    }
}
