package io.luxqoe.decoder.stream;

import static io.luxqoe.decoder.stream.Raw.CS_CDR;
import static io.luxqoe.decoder.stream.Raw.DECODED;
import static io.luxqoe.decoder.stream.Raw.NOON;
import static io.luxqoe.decoder.stream.Raw.STATUSES;
import static io.luxqoe.decoder.stream.Raw.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.schemas.SequenceGap;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.testing.TopologyStory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the statuses of sources tell of their silence and of the files that did not come. */
class SourceStatusTest {
    private static final Duration USUAL = Duration.ofSeconds(20);
    /** Five usual intervals. */
    private static final Duration SILENCE = Duration.ofSeconds(100);

    private final Map<String, SourceStatus> statuses = new HashMap<>();
    private int calls;

    @Test
    void aSourceIsSilentOnceTheOthersHaveGoneOnWithoutItForMuchLongerThanItsUsualInterval() {
        try (TopologyStory story = Raw.story()) {
            Instant last = habit(story, "msc-1");
            speak(story, "msc-2", last.plus(SILENCE));
            read(story);
            assertThat(status("msc-1").getUsualIntervalMs()).isEqualTo(USUAL.toMillis());
            assertThat(status("msc-1").getSilentSince()).isNull();

            speak(story, "msc-2", last.plus(SILENCE).plusSeconds(2));
            read(story);
            assertThat(status("msc-1").getSilentSince()).isEqualTo(last);
            assertThat(status("msc-1").getIdle()).isFalse();
            assertThat(status("msc-2").getSilentSince()).isNull();

            speak(story, "msc-1", last.plus(SILENCE).plusSeconds(3));
            read(story);
            assertThat(status("msc-1").getSilentSince()).isNull();
            assertThat(story.expect(DECODED).records()).isNotEmpty();
        }
    }

    @Test
    void aSourceIsSilentByTheWallClockWhenNothingComesAtAll() {
        try (TopologyStory story = Raw.story()) {
            Instant last = habit(story, "msc-1");
            for (int second = 0; second < SILENCE.toSeconds(); second++) {
                read(story);
                assertThat(status("msc-1").getSilentSince()).isNull();
            }
            read(story);
            read(story);
            assertThat(status("msc-1").getSilentSince()).isEqualTo(last);
            assertThat(story.expect(DECODED).records()).isNotEmpty();
        }
    }

    @Test
    void timeInWhichTheTaskDidNotRunIsNoSilence() {
        try (TopologyStory story = Raw.story()) {
            habit(story, "msc-1");
            story.advance(SILENCE.multipliedBy(10));
            read(story);
            assertThat(status("msc-1").getSilentSince()).isNull();
            assertThat(story.expect(DECODED).records()).isNotEmpty();
        }
    }

    @Test
    void aSourceWhoseHabitIsUnknownOrShorterThanTheLeastSilenceIsNotSilent() {
        try (TopologyStory story = Raw.story()) {
            speak(story, "msc-new", NOON);
            for (int i = 0; i <= UsualInterval.ENOUGH; i++) {
                speak(story, "msc-fast", NOON.plusSeconds(i));
            }
            speak(story, "msc-2", NOON.plusSeconds(60));
            read(story);
            assertThat(status("msc-new").getSilentSince()).isNull();
            assertThat(status("msc-fast").getSilentSince()).isNull();

            speak(story, "msc-2", NOON.plusSeconds(70));
            read(story);
            assertThat(status("msc-new").getSilentSince()).isNull();
            assertThat(status("msc-fast").getSilentSince()).isNotNull();
            assertThat(story.expect(DECODED).records()).isNotEmpty();
        }
    }

    @Test
    void aFileThatDidNotComeIsAGapUntilItComesAfterAll() {
        try (TopologyStory story = Raw.story()) {
            byte[] late = file(4712);
            story.given(CS_CDR, key("msc-1"), file(4711), NOON)
                    .given(CS_CDR, key("msc-1"), file(4713), NOON.plusSeconds(1))
                    .given(CS_CDR, key("msc-2"), file(10), NOON.plusSeconds(1));
            read(story);
            assertThat(status("msc-1").getGaps())
                    .containsExactly(new SequenceGap(SequenceKind.FILE, 4712L, 1L, NOON.plusSeconds(1), null));
            assertThat(status("msc-1").getNumbersMissing()).isEqualTo(1);
            assertThat(status("msc-2").getGaps()).isEmpty();

            story.given(CS_CDR, key("msc-1"), late, NOON.plusSeconds(2));
            read(story);
            assertThat(status("msc-1").getGaps()).isEmpty();
            assertThat(status("msc-1").getNumbersMissing()).isZero();
            assertThat(story.expect(DECODED).records()).hasSize(4);
        }
    }

    private SourceStatus status(String source) {
        return Objects.requireNonNull(statuses.get(source), source);
    }

    private byte[] file(int number) {
        return Cdrs.numberedFile(number, Cdrs.call(calls++));
    }

    /** Raw records at the usual interval; the timestamp of the last. */
    private Instant habit(TopologyStory story, String source) {
        Instant at = NOON;
        for (int i = 0; i < UsualInterval.ENOUGH; i++) {
            speak(story, source, at);
            at = at.plus(USUAL);
        }
        speak(story, source, at);
        return at;
    }

    private void speak(TopologyStory story, String source, Instant at) {
        story.given(CS_CDR, key(source), Cdrs.call(calls++), at);
    }

    private void read(TopologyStory story) {
        story.advance(Duration.ofSeconds(1));
        story.driver()
                .createOutputTopic(
                        STATUSES.name(),
                        STATUSES.keySerde().deserializer(),
                        STATUSES.valueSerde().deserializer())
                .readRecordsToList()
                .forEach(status -> statuses.put(status.key(), status.value()));
    }
}
