package io.luxqoe.kpi.video;

import static io.luxqoe.kpi.video.Player.event;
import static io.luxqoe.kpi.video.Player.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.kpi.video.VideoOutput.Promised;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoSessionTopologyTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final VideoSpec SPEC = new VideoSpec(
            Duration.ofMinutes(2), Duration.ofHours(12), Duration.ofMinutes(5), Duration.ofMinutes(1), 2, 1);

    @TempDir
    Path stateDir;

    private final List<VideoOutput> outputs = new ArrayList<>();
    private final VideoBuffer buffer = new VideoBuffer(SPEC, VideoTasks.SUMMARIES);
    private Topology topology;
    private TopologyTestDriver driver;
    private TestInputTopic<String, VideoMessage> told;
    private TestOutputTopic<String, EnrichedEvent> summaries;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "kpi-service");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        new VideoSessionTopology(SPEC, VideoTasks.SUMMARIES)
                .addTo(
                        builder,
                        builder.stream(
                                "told",
                                Consumed.with(Serdes.String(), VideoMessageSerde.serde())
                                        .withName("told")))
                .foreach((id, output) -> outputs.add(output), Named.as("measured"));
        topology = builder.build();
        driver = new TopologyTestDriver(topology, settings, Instant.EPOCH);
        told = driver.createInputTopic(
                "told", Serdes.String().serializer(), VideoMessageSerde.serde().serializer());
        summaries = driver.createOutputTopic(
                VideoTasks.SUMMARIES.name(),
                Serdes.String().deserializer(),
                VideoTasks.SUMMARIES.valueSerde().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aSessionEndsWhenNoTaskCanBringAnotherReportOfIt() {
        report("sid", NOON, "s");
        report("sid", NOON.plusSeconds(90), "p");
        Instant closes = NOON.plusSeconds(90).plus(Duration.ofMinutes(2 + 5 + 1));
        promise(0, NOON.plusSeconds(86_400));
        promise(1, closes);
        assertThat(summaries.isEmpty()).isTrue();

        promise(1, closes.plusMillis(1));

        assertThat(summaries.readKeyValue().key).isEqualTo("sid");
        assertThat(summaries.isEmpty()).isTrue();
        assertThat(driver.getKeyValueStore(VideoSessionProcessor.SESSIONS).approximateNumEntries())
                .isZero();
    }

    @Test
    void aSessionHoldsUpTheWindowThatItMayEndInAndNoOther() {
        report("sid", NOON.plusSeconds(90), "p");
        promiseAll(NOON.plusSeconds(500));
        assertThat(outputs).last().isInstanceOfSatisfying(Promised.class, promised -> assertThat(promised.watermark())
                .isEqualTo(NOON.plusSeconds(120 + 300).toEpochMilli()));

        promiseAll(NOON.plusSeconds(700));

        assertThat(outputs.get(outputs.size() - 2)).isInstanceOf(Ended.class);
        assertThat(outputs)
                .last()
                .isEqualTo(new Promised(0, NOON.plusSeconds(700).toEpochMilli()));
    }

    @Test
    void aReportBetweenTwoSessionsMakesThemOne() {
        report("sid", NOON, "s");
        report("sid", NOON.plusSeconds(240), "p");
        report("sid", NOON.plusSeconds(120), "p");
        promiseAll(NOON.plusSeconds(86_400));

        assertThat(summaries.readValuesToList())
                .extracting(summary -> ((VideoSession) summary.getEvent().getDetails()).getReports())
                .containsExactly(3L);
    }

    @Test
    void aSessionThatDoesNotEndIsCutAndGoesOnAsAnother() {
        for (Instant time = NOON; time.isBefore(NOON.plusSeconds(86_400)); time = time.plusSeconds(60)) {
            report("radio", time, "p");
        }
        promiseAll(NOON.plus(Duration.ofHours(12).plusMinutes(6)));
        List<EnrichedEvent> first = summaries.readValuesToList();
        promiseAll(NOON.plus(Duration.ofDays(2)));
        List<EnrichedEvent> rest = summaries.readValuesToList();

        assertThat(first).hasSize(1);
        assertThat(session(first.get(0)).getContinued()).isFalse();
        assertThat(session(first.get(0)).getPlayingTimeMs())
                .isEqualTo(Duration.ofHours(12).minusMinutes(1).toMillis());
        assertThat(rest).hasSize(1);
        assertThat(session(rest.get(0)).getContinued()).isTrue();
        assertThat(session(rest.get(0)).getStart()).isEqualTo(NOON.plus(Duration.ofHours(12)));
    }

    @Test
    void nothingEndsBeforeEveryTaskHasSpoken() {
        report("sid", NOON, "s");
        promise(0, NOON.plusSeconds(86_400));

        assertThat(summaries.isEmpty()).isTrue();
        assertThat(outputs).isEmpty();
    }

    @Test
    void everyNodeHasAName() {
        assertThat(topology.describe().toString()).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }

    private void report(String sid, Instant time, String state) {
        buffer.add(event("edge-1", time.toEpochMilli(), state(sid, state)), null, 0);
        buffer.drainTo(told::pipeInput);
    }

    private void promiseAll(Instant watermark) {
        promise(0, watermark);
        promise(1, watermark);
    }

    private void promise(int task, Instant watermark) {
        told.pipeInput("", new Promise(task, watermark.toEpochMilli()));
    }

    private static VideoSession session(EnrichedEvent summary) {
        return (VideoSession) summary.getEvent().getDetails();
    }
}
