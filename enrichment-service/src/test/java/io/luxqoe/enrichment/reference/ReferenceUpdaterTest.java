package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.streams.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceUpdaterTest {
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final RevisionTable<String> table = new RevisionTable<>("cells");
    private final ReferenceUpdater<String, Revision<String>> updater = new ReferenceUpdater<>(
            new GlobalReference<>(
                    ReferenceKind.CELL,
                    new Topic<>(
                            "cells-topic",
                            Serdes.String(),
                            Serdes.serdeFrom(new StringSerializer(), new FailingDeserializer())),
                    "cells",
                    RevisionTable<String>::new,
                    text -> new Revision<>(0, Long.MAX_VALUE, text, null)),
            new ReferenceListener() {
                @Override
                public void rejected(ReferenceKind kind) {
                    heard.add(kind + " rejected");
                }

                @Override
                public void resized(ReferenceKind kind, int keys) {
                    heard.add(kind + " " + keys);
                }
            },
            Duration.ZERO);

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        table.init(context.getStateStoreContext(), table);
        updater.init(context);
    }

    @Test
    void theLastRecordOfAKeyHolds() {
        change("a", "1");
        change("b", "2");
        change("a", "3");

        assertThat(table.asOf("a", 0)).isEqualTo("3");
        assertThat(heard).containsExactly("CELL 1", "CELL 2", "CELL 2");
    }

    @Test
    void aTombstoneDeletes() {
        change("a", "1");
        change("a", null);
        change("never there", null);

        assertThat(table.asOf("a", 0)).isNull();
        assertThat(heard).containsExactly("CELL 1", "CELL 0", "CELL 0");
    }

    @Test
    void aBrokenRecordIsCountedAndTheLastGoodValueStays() {
        change("a", "1");
        failures.add(new SerializationException("not Avro"));
        change("a", "2");
        failures.add(new IllegalStateException("a bug of the deserializer"));
        change("a", "3");

        assertThat(table.asOf("a", 0)).isEqualTo("1");
        assertThat(heard).containsExactly("CELL 1", "CELL rejected", "CELL 1", "CELL rejected", "CELL 1");
    }

    @Test
    void whileTheRegistryGivesNoAnswerTheTableWaits() {
        failures.add(new TimeoutException("no answer"));
        failures.add(new TimeoutException("no answer yet"));
        change("a", "1");

        assertThat(table.asOf("a", 0)).isEqualTo("1");
        assertThat(heard).containsExactly("CELL 1");
    }

    @Test
    void whatIsNotTheRecordsFaultIsNotHeldAgainstIt() {
        failures.add(new InvalidConfigurationException("the registry refuses us"));

        assertThatThrownBy(() -> change("a", "1")).isInstanceOf(KafkaException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aClosedTableIsNotAnEmptyOne() {
        change("a", "1");
        table.close();

        assertThat(table.isOpen()).isFalse();
        assertThatThrownBy(() -> table.asOf("a", 0)).isInstanceOf(InvalidStateStoreException.class);
    }

    private void change(String key, @Nullable String value) {
        updater.process(new Record<>(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), 0));
    }

    private final class FailingDeserializer extends StringDeserializer {
        @Override
        public String deserialize(String topic, byte[] octets) {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return super.deserialize(topic, octets);
        }
    }
}
