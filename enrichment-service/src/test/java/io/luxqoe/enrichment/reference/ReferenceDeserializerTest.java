package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class ReferenceDeserializerTest {
    private static final byte[] OCTETS = {1, 2, 3};

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private int rejected;
    private final ReferenceDeserializer<Integer, String> deserializer = new ReferenceDeserializer<>(
            ReferenceKind.CELL,
            lengths(),
            length -> length + " octets",
            new ReferenceListener() {
                @Override
                public void rejected(ReferenceKind kind) {
                    rejected++;
                }

                @Override
                public void resized(ReferenceKind kind, int keys) {
                    throw new AssertionError("It keeps nothing");
                }
            },
            Duration.ZERO);

    @Test
    void aRecordBecomesWhatIsKeptOfIt() {
        assertThat(deserializer.deserialize("t", OCTETS)).isEqualTo("3 octets");
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(deserializer.deserialize("t", null)).isNull();
    }

    @Test
    void aBrokenRecordIsCountedAndRefused() {
        List<RuntimeException> broken =
                List.of(new SerializationException("not Avro"), new NullPointerException("no begin"));
        failures.addAll(broken);

        assertThat(broken).allSatisfy(failure -> assertThatThrownBy(() -> deserializer.deserialize("t", OCTETS))
                .isSameAs(failure));
        assertThat(rejected).isEqualTo(2);
    }

    @Test
    void whileTheRegistryGivesNoAnswerTheTableWaits() {
        failures.add(new TimeoutException("no answer"));
        failures.add(new SerializationException("no schema", new TimeoutException("no answer yet")));

        assertThat(deserializer.deserialize("t", OCTETS)).isEqualTo("3 octets");
        assertThat(rejected).isZero();
    }

    @Test
    void anInterruptionEndsTheWait() {
        failures.add(new TimeoutException("no answer"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> deserializer.deserialize("t", OCTETS)).isInstanceOf(TimeoutException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsNotTheRecordsFaultIsNotHeldAgainstIt() {
        failures.add(new InvalidConfigurationException("the registry refuses us"));

        assertThatThrownBy(() -> deserializer.deserialize("t", OCTETS))
                .isInstanceOf(InvalidConfigurationException.class);
        assertThat(rejected).isZero();
    }

    private Deserializer<Integer> lengths() {
        return (topic, octets) -> {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return octets.length;
        };
    }
}
