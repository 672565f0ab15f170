package io.luxqoe.streams.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.streams.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class TopologyStoryTest {

    private static final Topic<String, String> WORDS = new Topic<>("words", Serdes.String(), Serdes.String());
    private static final Topic<String, Long> COUNTS = new Topic<>("counts", Serdes.String(), Serdes.Long());
    private static final Topic<String, String> TICKS = new Topic<>("ticks", Serdes.String(), Serdes.String());

    @Test
    void aStoryIsToldToItsEnd() {
        try (TopologyStory story = TopologyStory.of("test-service", TopologyStoryTest::counting)) {
            story.given(WORDS, "a", "x")
                    .given(WORDS, "b", "x", Instant.EPOCH)
                    .expect(COUNTS)
                    .toContainExactly(KeyValue.pair("x", 1L), KeyValue.pair("x", 2L))
                    .given(WORDS, "a", "y")
                    .expect(COUNTS)
                    .toContainExactlyValues(1L)
                    .expect(COUNTS)
                    .toBeEmpty();
        }
    }

    @Test
    void timeGoesByOnDemand() {
        try (TopologyStory story = TopologyStory.of("test-service", TopologyStoryTest::ticking)) {
            story.advance(Duration.ofSeconds(1)).expect(TICKS).toSatisfyExactly(tick -> assertThat(tick.value())
                    .isEqualTo("1000"));
        }
    }

    @Test
    void aRecordThatTheStoryDoesNotTellOfFailsIt() {
        TopologyStory story = TopologyStory.of("test-service", TopologyStoryTest::counting);
        story.given(WORDS, "a", "x").expect(COUNTS).toContainExactlyValues(1L).given(WORDS, "a", "x");

        assertThatThrownBy(story::close).isInstanceOf(AssertionError.class).hasMessageContaining("counts");
    }

    @Test
    void aRecordThatDoesNotComeFailsIt() {
        TopologyStory story = TopologyStory.of("test-service", TopologyStoryTest::counting);

        assertThatThrownBy(() -> story.expect(COUNTS).toContainExactlyValues(1L))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> story.expect(COUNTS).records()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> story.expect(COUNTS).toContainExactlyValues())
                .isInstanceOf(IllegalArgumentException.class);
        story.close();
    }

    @Test
    void aStoryWithoutExpectationFails() {
        TopologyStory story = TopologyStory.of("test-service", TopologyStoryTest::counting);

        assertThatThrownBy(story::close).isInstanceOf(AssertionError.class);
    }

    @Test
    void aGeneratedNameIsRefusedAsInTheService() {
        assertThatThrownBy(() -> TopologyStory.of(
                        "test-service", builder -> builder.stream(List.of("words"), WORDS.consumedAs("words"))
                                .groupBy((key, word) -> word)
                                .count()
                                .toStream()
                                .to("counts")))
                .isInstanceOf(TopologyException.class);
    }

    private static void counting(StreamsBuilder builder) {
        builder.stream(List.of(WORDS.name()), WORDS.consumedAs("words"))
                .groupBy((key, word) -> word, Grouped.with("by-word", Serdes.String(), Serdes.String()))
                .count(Named.as("count"), Materialized.as("word-counts"))
                .toStream(Named.as("changes"))
                .to(COUNTS.name(), COUNTS.producedAs("counts"));
    }

    private static void ticking(StreamsBuilder builder) {
        builder.stream(List.of(WORDS.name()), WORDS.consumedAs("words"))
                .process(Ticker::new, Named.as("tick"))
                .to(TICKS.name(), TICKS.producedAs("ticks"));
    }

    private static final class Ticker extends ContextualProcessor<String, String, String, String> {

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            context.schedule(
                    Duration.ofSeconds(1),
                    PunctuationType.WALL_CLOCK_TIME,
                    now -> context.forward(new Record<>("tick", Long.toString(now), now)));
        }

        @Override
        public void process(Record<String, String> record) {}
    }
}
