package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class AvroSerdesTest {

    private static final Schema OLD = new Schema.Parser()
            .parse(
                    """
                    {"type": "record", "name": "Reading", "namespace": "example.sensor", "fields": [
                      {"name": "colour", "type": "string"},
                      {"name": "sensor", "type": "string"},
                      {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                    ]}""");

    private final String scope;

    AvroSerdesTest(TestInfo test) {
        scope = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aRecordIsWrittenInConfluentsWireFormat() {
        Serde<Reading> serde = AvroSerdes.mock(scope).forValue(Reading.class);

        byte[] octets = serde.serializer().serialize("readings", reading());

        assertThat(HexFormat.of().formatHex(octets))
                .isEqualTo("00" + "00000001" // magic octet, schema id
                        + "047331" // sensor, two octets
                        + "d00f" // at, 1,000 ms as a zigzag
                        + "02" + "000000000000f83f" // value, second branch, 1.5
                        + "02" + "0261" + "00" // tags, one item, end
                        + "02" + "04cafe"); // raw, second branch, two octets
    }

    @Test
    void whatIsWrittenIsRead() {
        Serde<Reading> serde = AvroSerdes.mock(scope).forValue(Reading.class);

        Reading read = throughWire(serde, reading());

        assertThat(read).isEqualTo(reading());
        assertThat(read.getAt()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void nullStaysNull() {
        Serde<Reading> serde = AvroSerdes.mock(scope).forValue(Reading.class);

        assertThat(serde.serializer().serialize("readings", null)).isNull();
        assertThat(serde.deserializer().deserialize("readings", null)).isNull();
    }

    @Test
    void aRecordOfAnOlderSchemaIsReadWithDefaults() {
        GenericRecord old = new GenericRecordBuilder(OLD)
                .set("colour", "red")
                .set("sensor", "s1")
                .set("at", 1_000L)
                .build();
        byte[] octets = serializer(Map.of()).serialize("readings", old);

        Reading read =
                AvroSerdes.mock(scope).forValue(Reading.class).deserializer().deserialize("readings", octets);

        assertThat(read)
                .isEqualTo(Reading.newBuilder()
                        .setSensor("s1")
                        .setAt(Instant.ofEpochSecond(1))
                        .build());
    }

    @Test
    void withoutAClassARecordIsGeneric() {
        byte[] octets =
                AvroSerdes.mock(scope).forValue(Reading.class).serializer().serialize("readings", reading());

        GenericContainer read = deserializer(Map.of()).deserialize("readings", octets);

        assertThat(read).isInstanceOf(GenericRecord.class).isNotInstanceOf(Reading.class);
        assertThat(((GenericRecord) read).get("at")).isEqualTo(1_000L);
    }

    @Test
    void theSpecificReaderFindsTheClassThatTheSchemaNames() {
        byte[] octets =
                AvroSerdes.mock(scope).forValue(Reading.class).serializer().serialize("readings", reading());

        assertThat(deserializer(Map.of(AvroConfig.SPECIFIC_READER, "true")).deserialize("readings", octets))
                .isEqualTo(reading());
    }

    @Test
    void theSameSchemaHasTheSameIdUnderEverySubject() {
        AvroSerdes serdes = AvroSerdes.mock(scope);

        byte[] value = serdes.forValue(Reading.class).serializer().serialize("readings", reading());
        byte[] key = serdes.forKey(Reading.class).serializer().serialize("a-store-changelog", reading());

        assertThat(key).isEqualTo(value);
    }

    @Test
    void theSubjectIsNamedForTheTopic() {
        AvroSerdes serdes = AvroSerdes.mock(scope);

        serdes.forValue(Reading.class).serializer().serialize("readings", reading());
        serdes.forKey(Reading.class).serializer().serialize("readings", reading());

        MockRegistry registry = MockRegistry.ofScope(scope);
        assertThat(registry.lookUp("readings-value", Reading.SCHEMA$)).isEqualTo(1);
        assertThat(registry.lookUp("readings-key", Reading.SCHEMA$)).isEqualTo(1);
    }

    @Test
    void theSubjectIsNamedByTheStrategySet() {
        serializer(Map.of(
                        "value.subject.name.strategy",
                        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy"))
                .serialize("readings", reading());
        serializer(Map.of("value.subject.name.strategy", "RecordNameStrategy")).serialize("readings", reading());

        MockRegistry registry = MockRegistry.ofScope(scope);
        assertThat(registry.lookUp("readings-example.sensor.Reading", Reading.SCHEMA$))
                .isEqualTo(1);
        assertThat(registry.lookUp("example.sensor.Reading", Reading.SCHEMA$)).isEqualTo(1);
    }

    @Test
    void withoutRegistrationTheSchemaMustBeKnown() {
        Serializer<GenericContainer> serializer = serializer(Map.of(AvroConfig.AUTO_REGISTER, "false"));

        assertThatThrownBy(() -> serializer.serialize("readings", reading()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("readings-value");
        MockRegistry.ofScope(scope).register("readings-value", Reading.SCHEMA$);
        assertThat(serializer.serialize("readings", reading())).startsWith(0, 0, 0, 0, 1);
    }

    @Test
    void theLatestVersionIsUsedIfItGivesTheSameOctets() {
        Schema withoutDocs =
                new Schema.Parser().parse(Reading.SCHEMA$.toString().replaceAll(",\"doc\":\"[^\"]*\"", ""));
        MockRegistry registry = MockRegistry.ofScope(scope);
        registry.register("elsewhere", OLD);
        registry.register("readings-value", withoutDocs);
        registry.register("others-value", OLD);
        Serializer<GenericContainer> serializer =
                serializer(Map.of(AvroConfig.AUTO_REGISTER, "false", AvroConfig.USE_LATEST, "true"));

        assertThat(serializer.serialize("readings", reading())).startsWith(0, 0, 0, 0, 2);
        assertThatThrownBy(() -> serializer.serialize("others", reading()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("others-value");
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsRefusedAndTheNextIsWritten() {
        Serializer<Reading> serializer =
                AvroSerdes.mock(scope).forValue(Reading.class).serializer();
        byte[] expected = serializer.serialize("readings", reading());

        assertThatThrownBy(() -> serializer.serialize("readings", new Reading()))
                .isInstanceOf(UnwritableRecordException.class)
                .hasMessageContaining("example.sensor.Reading");
        assertThat(serializer.serialize("readings", reading())).isEqualTo(expected);
    }

    @Test
    void manyThreadsShareASerde() {
        Serde<Reading> serde = AvroSerdes.mock(scope).forValue(Reading.class);

        List<Reading> read = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> Reading.newBuilder(reading()).setSensor("s" + i).build())
                .map(reading -> throughWire(serde, reading))
                .toList();

        assertThat(read)
                .extracting(Reading::getSensor)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20_000).mapToObj(i -> "s" + i).toList());
    }

    @Test
    void theClassesAreThoseOfTheConfiguration() {
        AvroSerdes serdes = new AvroSerdes(Map.of(
                AvroConfig.SERIALIZER,
                ForeignSerializer.class.getName(),
                AvroConfig.DESERIALIZER,
                ForeignDeserializer.class.getName(),
                AvroConfig.URL,
                "http://registry.example",
                "anything.else",
                "passed on"));

        Serde<Reading> serde = serdes.forValue(Reading.class);
        Reading read = throughWire(serde, reading());

        assertThat(read.getSensor()).isEqualTo("foreign");
        assertThat(ForeignSerializer.configured)
                .isEqualTo(Map.of(AvroConfig.URL, "http://registry.example", "anything.else", "passed on"));
        assertThat(ForeignDeserializer.configured)
                .containsAllEntriesOf(ForeignSerializer.configured)
                .containsEntry("specific.avro.reader", true)
                .containsEntry("specific.avro.value.type", Reading.class);
    }

    @Test
    void aWrongConfigurationNamesItsProperty() {
        assertThatThrownBy(() -> new AvroSerdes(Map.of(AvroConfig.SERIALIZER, "no.such.Serializer")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("lux.avro.serializer")
                .hasMessageContaining("no.such.Serializer");
        assertThatThrownBy(() -> new AvroSerdes(Map.of(AvroConfig.DESERIALIZER, "java.lang.String")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("lux.avro.deserializer");
        assertWrong("schema.registry.url", Map.of());
        assertWrong("schema.registry.url", Map.of(AvroConfig.URL, "ftp://user:secret@registry"));
        assertWrong("schema.registry.url", Map.of(AvroConfig.URL, " , "));
        assertWrong("auto.register.schemas", Map.of(AvroConfig.URL, "mock://x", AvroConfig.AUTO_REGISTER, "yes"));
        assertWrong(
                "value.subject.name.strategy",
                Map.of(AvroConfig.URL, "mock://x", "value.subject.name.strategy", "my.Strategy"));
        assertWrong("lux.registry.retry-for", Map.of(AvroConfig.URL, "http://r", AvroConfig.RETRY_FOR, "4 minutes"));
        assertWrong("http.read.timeout.ms", Map.of(AvroConfig.URL, "http://r", "http.read.timeout.ms", "0"));
        assertWrong(
                "basic.auth.credentials.source",
                Map.of(AvroConfig.URL, "http://r", "basic.auth.credentials.source", "SASL_INHERIT"));
    }

    private static void assertWrong(String property, Map<String, ?> config) {
        assertThatThrownBy(() -> new AvroSerdes(config).forValue(Reading.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(property)
                .hasMessageNotContaining("secret");
    }

    private Serializer<GenericContainer> serializer(Map<String, ?> extra) {
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(withScope(extra), false);
        return serializer;
    }

    private Deserializer<GenericContainer> deserializer(Map<String, ?> extra) {
        AvroDeserializer deserializer = new AvroDeserializer();
        deserializer.configure(withScope(extra), false);
        return deserializer;
    }

    private Map<String, Object> withScope(Map<String, ?> extra) {
        Map<String, Object> config = new HashMap<>(extra);
        config.put(AvroConfig.URL, "mock://" + scope);
        return config;
    }

    private static <T> T throughWire(Serde<T> serde, T datum) {
        return serde.deserializer().deserialize("readings", serde.serializer().serialize("readings", datum));
    }

    private static Reading reading() {
        return Reading.newBuilder()
                .setSensor("s1")
                .setAt(Instant.ofEpochSecond(1))
                .setValue(1.5)
                .setTags(List.of("a"))
                .setRaw(ByteBuffer.wrap(new byte[] {(byte) 0xCA, (byte) 0xFE}))
                .build();
    }

    /** Stands for the serializer of another registry's vendor. */
    public static final class ForeignSerializer implements Serializer<Reading> {

        private static Map<String, Object> configured = Map.of();

        @Override
        public void configure(Map<String, ?> config, boolean isKey) {
            configured = Map.copyOf(config);
        }

        @Override
        public byte[] serialize(String topic, @Nullable Reading reading) {
            return "foreign".getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Stands for the deserializer of another registry's vendor. */
    public static final class ForeignDeserializer implements Deserializer<Reading> {

        private static Map<String, Object> configured = Map.of();

        @Override
        public void configure(Map<String, ?> config, boolean isKey) {
            configured = Map.copyOf(config);
        }

        @Override
        public Reading deserialize(String topic, byte[] octets) {
            return Reading.newBuilder()
                    .setSensor(new String(octets, StandardCharsets.UTF_8))
                    .setAt(Instant.EPOCH)
                    .build();
        }
    }
}
