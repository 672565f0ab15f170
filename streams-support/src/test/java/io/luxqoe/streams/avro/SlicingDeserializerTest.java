package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class SlicingDeserializerTest {
    private static final Schema OLDER = new Schema.Parser()
            .parse(
                    """
                    {"type": "record", "name": "Reading", "namespace": "example.sensor", "fields": [
                      {"name": "tags", "type": {"type": "array", "items": "string"}},
                      {"name": "sensor", "type": "string"},
                      {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                    ]}""");

    private final String scope;
    private final Serde<Reading> whole;
    private final Serde<Sliced<Reading>> sliced;

    SlicingDeserializerTest(TestInfo test) {
        scope = test.getTestMethod().orElseThrow().getName();
        whole = AvroSerdes.mock(scope).forValue(Reading.class);
        sliced = AvroSerdes.mock(scope).forSlicedValue(Reading.class, "tags");
    }

    @Test
    void theRecordIsTheUsualOneAndTheOctetsOfEachItemAreThoseItIsWrittenWith() throws IOException {
        Random random = new Random(4);
        for (int items = 0; items < 200; items++) {
            Reading reading = reading(items, random);

            Sliced<Reading> read = read(whole.serializer().serialize("readings", reading));

            assertThat(read.whole()).isEqualTo(reading);
            for (int item = 0; item < items; item++) {
                assertThat(octets(read, item))
                        .isEqualTo(written(reading.getTags().get(item)));
            }
            assertThat(sliced.serializer().serialize("readings", read))
                    .isEqualTo(whole.serializer().serialize("readings", reading));
        }
    }

    @Test
    void itemsMayComeInManyBlocks() throws IOException {
        Sliced<Reading> read = read(octets("047331" + "00" + "00" // sensor, at, no value
                + "02" + "0261" // one item
                + "03" + "08" + "0262" + "0263" + "00" // two, whose length is told, end
                + "00"));

        assertThat(read.whole().getTags()).containsExactly("a", "b", "c");
        assertThat(octets(read, 0)).isEqualTo(written("a"));
        assertThat(octets(read, 2)).isEqualTo(written("c"));
    }

    @Test
    void ofAnotherSchemaTheRecordIsReadAndTheOctetsAreOfNoUse() throws IOException {
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(Map.of(AvroConfig.URL, "mock://" + scope), false);
        GenericRecord older = new GenericRecordBuilder(OLDER)
                .set("tags", List.of("a"))
                .set("sensor", "s1")
                .set("at", 0L)
                .build();

        Sliced<Reading> read = read(Objects.requireNonNull(serializer.serialize("readings", older)));

        assertThat(read.whole().getTags()).containsExactly("a");
        assertThat(read.write(0, new OctetsEncoder())).isFalse();
    }

    @Test
    void ofAnotherDeserializerTheOctetsAreOfNoUse() throws IOException {
        Deserializer<Reading> another = (topic, octets) -> reading(1, new Random(1));

        Sliced<Reading> read =
                new SlicingDeserializer<>(another, Reading.class, "tags").deserialize("readings", new byte[] {7});

        assertThat(read).isNotNull();
        assertThat(read.write(0, new OctetsEncoder())).isFalse();
    }

    @Test
    void whatEndsTooEarlyOrTooLateIsMalformed() {
        byte[] octets = whole.serializer().serialize("readings", reading(3, new Random(1)));

        for (int length = 0; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedRecordException.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(octets, octets.length + 1)))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void nullStaysNull() {
        assertThat(sliced.serializer().serialize("readings", null)).isNull();
        assertThat(sliced.deserializer().deserialize("readings", null)).isNull();
    }

    private Sliced<Reading> read(byte[] octets) {
        return sliced.deserializer().deserialize("readings", octets);
    }

    private static byte[] octets(Sliced<Reading> read, int item) throws IOException {
        OctetsEncoder copied = new OctetsEncoder();
        assertThat(read.write(item, copied)).isTrue();
        return copied.toOctets();
    }

    private static byte[] written(String item) throws IOException {
        OctetsEncoder encoder = new OctetsEncoder();
        encoder.writeString(item);
        return encoder.toOctets();
    }

    /** Behind the header of the first schema, which is registered. */
    private byte[] octets(String hexadecimal) {
        whole.serializer().serialize("readings", reading(0, new Random(1)));
        return HexFormat.of().parseHex("0000000001" + hexadecimal);
    }

    private static Reading reading(int tags, Random random) {
        return Reading.newBuilder()
                .setSensor("s" + random.nextInt())
                .setAt(Instant.ofEpochMilli(random.nextInt()))
                .setValue(random.nextBoolean() ? null : random.nextDouble())
                .setTags(IntStream.range(0, tags)
                        .mapToObj(i -> "é".repeat(random.nextInt(3)) + i)
                        .toList())
                .build();
    }
}
