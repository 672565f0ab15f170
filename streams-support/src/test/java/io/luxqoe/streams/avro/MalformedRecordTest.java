package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import example.sensor.Reading;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedRecordTest {

    private final Serde<Reading> serde = AvroSerdes.mock("malformed").forValue(Reading.class);
    private final Deserializer<Reading> deserializer = serde.deserializer();
    private final byte[] valid = serde.serializer().serialize("readings", reading());

    @ParameterizedTest
    @CsvSource({
        "'', 0 octets",
        "00000000, 4 octets",
        "01 00000001 047331, octet 1 instead of the magic octet 0",
        "00 00000001, not of its schema id 1",
        "00 00000001 0473, not of its schema id 1",
        "00 00000001 047331 d00f 00 00 00 ff, goes on after its end",
        "00 00000001 047331 d00f 06, not of its schema id 1",
        // lengths and counts of some 1,000,000,000: a string, an array, octets
        "00 00000001 80a8d6b907 7331, not of its schema id 1",
        "00 00000001 047331 d00f 00 80a8d6b907 0261, not of its schema id 1",
        "00 00000001 047331 d00f 00 00 02 80a8d6b907 cafe, not of its schema id 1",
        // negative ones
        "00 00000001 01 7331, not of its schema id 1",
        "00 00000001 047331 d00f 00 00 02 01, not of its schema id 1",
    })
    void octetsThatAreNoRecordAreRefusedWithTheReason(String octets, String reason) {
        byte[] malformed = HexFormat.of().parseHex(octets.replace(" ", ""));

        assertThatThrownBy(() -> deserializer.deserialize("readings", malformed))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsRefused() {
        byte[] octets = HexFormat.of().parseHex("0000bc614e00");

        assertThatThrownBy(() -> deserializer.deserialize("readings", octets))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("12345678");
    }

    @Test
    void whateverTheOctetsAreNothingElseIsThrownAndLittleIsAllocated() {
        Random random = new Random(20_261_120);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] octets = mutated(random);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                deserializer.deserialize("readings", octets);
                read++;
            } catch (SerializationException e) {
                refused++;
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("octets allocated for %s", HexFormat.of().formatHex(octets))
                    .isLessThan(1_000_000);
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void aGoodRecordIsReadAfterABadOne() {
        assertThatThrownBy(() -> deserializer.deserialize("readings", Arrays.copyOf(valid, valid.length - 1)))
                .isInstanceOf(MalformedRecordException.class);

        assertThat(deserializer.deserialize("readings", valid)).isEqualTo(reading());
    }

    private byte[] mutated(Random random) {
        byte[] octets = valid.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            octets[5 + random.nextInt(octets.length - 5)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(octets, random.nextInt(octets.length)) : octets;
    }

    private static Reading reading() {
        return Reading.newBuilder()
                .setSensor("a sensor")
                .setAt(Instant.ofEpochSecond(1_800_000_000))
                .setValue(1.5)
                .setTags(List.of("a", "bc", "def"))
                .setRaw(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}))
                .build();
    }
}
