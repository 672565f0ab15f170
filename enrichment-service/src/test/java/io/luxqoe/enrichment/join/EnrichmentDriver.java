package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.AccessPoint;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DataService;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** The topology of the service under a driver, built with the settings of the service, and all its topics. */
final class EnrichmentDriver implements AutoCloseable {
    static final String SERVICE = "enrichment-service";

    private final AvroSerdes serdes = AvroSerdes.mock(UUID.randomUUID().toString());
    private final Path folder = temporaryFolder();
    private final TopologyTestDriver driver;
    final RecordingListener listener = new RecordingListener();

    EnrichmentDriver(boolean singleEvents) {
        this(singleEvents, Map.of());
    }

    /** With other settings than the service's. */
    EnrichmentDriver(boolean singleEvents, Map<String, ?> others) {
        this(singleEvents, null, others);
    }

    /** With events that wait for missing references. */
    EnrichmentDriver(ParkingOptions parking) {
        this(false, parking, Map.of());
    }

    private EnrichmentDriver(boolean singleEvents, @Nullable ParkingOptions parking, Map<String, ?> others) {
        Properties settings = CommonSettings.of(SERVICE);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.putAll(others);
        driver = new TopologyTestDriver(topology(serdes, listener, singleEvents, parking, settings), settings);
    }

    /** The topology as the service builds it. */
    static Topology topology(
            AvroSerdes serdes, EnrichmentListener listener, boolean singleEvents, Properties settings) {
        return topology(serdes, listener, singleEvents, null, settings);
    }

    private static Topology topology(
            AvroSerdes serdes,
            EnrichmentListener listener,
            boolean singleEvents,
            @Nullable ParkingOptions parking,
            Properties settings) {
        return new EnrichmentTopology(serdes, listener, singleEvents, parking, null, 1_000)
                .addTo(CommonSettings.builder(settings))
                .build(settings);
    }

    TestInputTopic<String, Cell> cells() {
        return input(LuxTopic.REFERENCE_CELL, Cell.class);
    }

    TestInputTopic<String, CauseReference> causes() {
        return input(LuxTopic.REFERENCE_CAUSE, CauseReference.class);
    }

    TestInputTopic<String, DeviceType> devices() {
        return input(LuxTopic.REFERENCE_DEVICE_TYPE, DeviceType.class);
    }

    TestInputTopic<String, DialledNumber> numbers() {
        return input(LuxTopic.REFERENCE_DIALLED_NUMBER, DialledNumber.class);
    }

    TestInputTopic<String, Subscriber> subscribers() {
        return input(LuxTopic.REFERENCE_SUBSCRIBER, Subscriber.class);
    }

    TestInputTopic<String, PlannedWork> works() {
        return input(LuxTopic.REFERENCE_PLANNED_WORK, PlannedWork.class);
    }

    TestInputTopic<String, Operator> operators() {
        return input(LuxTopic.REFERENCE_OPERATOR, Operator.class);
    }

    TestInputTopic<String, Equipment> equipment() {
        return input(LuxTopic.REFERENCE_EQUIPMENT, Equipment.class);
    }

    TestInputTopic<String, AccessPoint> accessPoints() {
        return input(LuxTopic.REFERENCE_ACCESS_POINT, AccessPoint.class);
    }

    TestInputTopic<String, DataService> services() {
        return input(LuxTopic.REFERENCE_SERVICE, DataService.class);
    }

    TestInputTopic<String, Source> sources() {
        return input(LuxTopic.REFERENCE_SOURCE, Source.class);
    }

    TestInputTopic<String, EventBlock> blocks() {
        return input(LuxTopic.EVENT_DECODED, EventBlock.class);
    }

    /** Sends a record of any topic. */
    @SuppressWarnings("unchecked") // the serde of the record's own class
    void put(LuxTopic topic, String key, SpecificRecord value) {
        input(topic, (Class<SpecificRecord>) value.getClass()).pipeInput(key, value);
    }

    /** A topic as octets, for records that are no Avro. */
    TestInputTopic<byte[], byte[]> octets(LuxTopic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    TestOutputTopic<String, EnrichedBlock> enriched() {
        return output(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class);
    }

    TestOutputTopic<String, EnrichedEvent> single() {
        return output(LuxTopic.EVENT_SINGLE, EnrichedEvent.class);
    }

    TestOutputTopic<byte[], byte[]> deadLetters() {
        return driver.createOutputTopic(
                LuxTopic.ENRICHMENT_DEAD_LETTER.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lux-enrichment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(LuxTopic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.topicName(), new StringSerializer(), serdes.forValue(type).serializer());
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(LuxTopic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.topicName(),
                Serdes.String().deserializer(),
                serdes.forValue(type).deserializer());
    }
}
