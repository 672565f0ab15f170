package io.luxqoe.decoder.stream;

import static io.luxqoe.decoder.stream.Raw.CS_CDR;
import static io.luxqoe.decoder.stream.Raw.DECODED;
import static io.luxqoe.decoder.stream.Raw.IDLE_AFTER;
import static io.luxqoe.decoder.stream.Raw.NOON;
import static io.luxqoe.decoder.stream.Raw.STATUSES;
import static io.luxqoe.decoder.stream.Raw.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.testing.TopologyStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** When a source is said to be idle: by the others of its partition, or when nothing comes at all. */
class IdleMarkTest {
    private int number;

    @Test
    void aSourceIsIdleOnceTheOthersHaveGoneOnWithoutIt() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-1", NOON);
            speak(story, "msc-2", NOON.plusSeconds(1));
            speak(story, "msc-2", NOON.plus(IDLE_AFTER).minusMillis(1));
            story.expect(DECODED).toSatisfyExactly(events("msc-1"), events("msc-2"), events("msc-2"));

            speak(story, "msc-2", NOON.plus(IDLE_AFTER));
            story.expect(DECODED)
                    .toSatisfyExactly(mark -> assertMark(mark, "msc-1", NOON.plus(IDLE_AFTER)), events("msc-2"));
        }
    }

    @Test
    void theMarkIsRepeatedWhileTheSilenceLastsAndOverWhenTheSourceSpeaks() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-1", NOON);
            speak(story, "msc-2", NOON.plus(IDLE_AFTER));
            speak(story, "msc-2", NOON.plus(IDLE_AFTER.multipliedBy(2)).minusMillis(1));
            story.expect(DECODED).toSatisfyExactly(events("msc-1"), mark("msc-1"), events("msc-2"), events("msc-2"));

            speak(story, "msc-2", NOON.plus(IDLE_AFTER.multipliedBy(2)));
            story.expect(DECODED).toSatisfyExactly(mark("msc-1"), events("msc-2"));

            speak(story, "msc-1", NOON.plus(IDLE_AFTER.multipliedBy(2)).plusSeconds(1));
            speak(story, "msc-2", NOON.plus(IDLE_AFTER.multipliedBy(3)));
            story.expect(DECODED).toSatisfyExactly(events("msc-1"), events("msc-2"));
        }
    }

    @Test
    void everySourceIsIdleWhenNothingComesAtAll() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-1", NOON);
            speak(story, "msc-2", NOON);
            tick(story, IDLE_AFTER);
            story.expect(DECODED).toSatisfyExactly(events("msc-1"), events("msc-2"));

            tick(story, Duration.ofSeconds(1));
            assertThat(story.expect(DECODED).records())
                    .allSatisfy(mark -> assertThat(mark.value().getSourceIdle()).isTrue())
                    .extracting(TestRecord::key)
                    .containsExactlyInAnyOrder("msc-1", "msc-2");
            assertThat(last(story, "msc-1").getIdle()).isTrue();

            speak(story, "msc-2", NOON.plus(IDLE_AFTER));
            tick(story, Duration.ofSeconds(1));
            assertThat(last(story, "msc-2").getIdle()).isFalse();
            assertThat(story.expect(DECODED).records()).last().satisfies(events("msc-2"));
        }
    }

    @Test
    void marksByTheWallClockAreRepeatedToo() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-1", NOON);
            tick(story, IDLE_AFTER.multipliedBy(2).plusSeconds(1));
            story.expect(DECODED)
                    .toSatisfyExactly(events("msc-1"), mark("msc-1"), mark("msc-1"))
                    .expect(STATUSES)
                    .toSatisfyExactly(
                            status -> assertThat(status.value().getIdle()).isFalse(),
                            status -> assertThat(status.value().getIdle()).isTrue());
        }
    }

    @Test
    void timeInWhichTheTaskDidNotRunIsNoSilence() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-1", NOON);
            story.advance(IDLE_AFTER)
                    .advance(IDLE_AFTER)
                    .advance(IDLE_AFTER)
                    .expect(DECODED)
                    .toSatisfyExactly(events("msc-1"))
                    .expect(STATUSES)
                    .records();
        }
    }

    @Test
    void aPartitionWithoutAnySourceIsMarkedUnderAKeyOfItsOwn() {
        try (TopologyStory story = Raw.story()) {
            tick(story, IDLE_AFTER.minusSeconds(1));
            story.expect(DECODED).toBeEmpty();

            tick(story, Duration.ofSeconds(1));
            story.expect(DECODED).toSatisfyExactly(mark -> assertMark(mark, "~0", NOON.plus(IDLE_AFTER)));
        }
    }

    private static void tick(TopologyStory story, Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            story.advance(Duration.ofSeconds(1));
        }
    }

    private void speak(TopologyStory story, String source, Instant at) {
        story.given(CS_CDR, key(source), Cdrs.call(number++), at);
    }

    private static SourceStatus last(TopologyStory story, String source) {
        List<TestRecord<String, SourceStatus>> statuses = story.expect(STATUSES).records().stream()
                .filter(status -> status.key().equals(source))
                .toList();
        return statuses.get(statuses.size() - 1).value();
    }

    private static Consumer<TestRecord<String, EventBlock>> events(String source) {
        return record -> {
            assertThat(record.key()).isEqualTo(source);
            assertThat(record.value().getSourceIdle()).isFalse();
            assertThat(record.value().getEvents()).hasSize(1);
        };
    }

    private static Consumer<TestRecord<String, EventBlock>> mark(String source) {
        return record -> {
            assertThat(record.key()).isEqualTo(source);
            assertThat(record.value().getSourceIdle()).isTrue();
        };
    }

    private static void assertMark(TestRecord<String, EventBlock> record, String source, Instant at) {
        assertThat(record.key()).isEqualTo(source);
        assertThat(record.getRecordTime()).isEqualTo(at);
        assertThat(Raw.header(record, "lux-events")).isEqualTo("0");
        EventBlock expected = EventBlock.newBuilder()
                .setSource(source)
                .setSourceIdle(true)
                .setEvents(List.of())
                .build();
        assertThat(record.value()).isEqualTo(expected);
    }
}
