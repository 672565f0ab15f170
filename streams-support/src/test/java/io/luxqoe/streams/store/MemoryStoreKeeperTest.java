package io.luxqoe.streams.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.streams.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryStoreKeeperTest {

    private int outages;

    private final Words store = new MemoryStoreBuilder<>("words", Words::new).build();
    private final MemoryStoreKeeper<String> keeper = new MemoryStoreKeeper<>(
            new Topic<>(
                    "topic",
                    Serdes.String(),
                    Serdes.serdeFrom(new StringSerializer(), (topic, octets) -> read(octets))),
            "words",
            Duration.ofMillis(1));

    @BeforeEach
    void init() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        keeper.init(context);
    }

    @Test
    void eachRecordIsPutAndATombstoneDeletes() {
        keep("a", "1");
        keep("b", "2");
        keep("a", "3");
        keep("b", null);

        assertThat(store.words()).isEqualTo(Map.of("a", "3"));
    }

    @Test
    void itWaitsWhileTheRegistryGivesNoAnswer() {
        outages = 3;

        keep("a", "1");

        assertThat(outages).isZero();
        assertThat(store.words()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void whatCannotBeReadIsLeftToTheHandlerAndWhatWasThereStays() {
        keep("a", "1");

        assertThatThrownBy(() -> keep("a", "broken")).isInstanceOf(SerializationException.class);

        assertThat(store.words()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void aThreadThatIsToStopDoesNotWait() {
        outages = Integer.MAX_VALUE;
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> keep("a", "1")).isInstanceOf(RetriableException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private void keep(String key, @Nullable String value) {
        keeper.process(new Record<>(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), 0));
    }

    private String read(byte[] octets) {
        if (outages > 0) {
            outages--;
            throw new RetriableException("no answer") {};
        }
        String word = new String(octets, StandardCharsets.UTF_8);
        if (word.equals("broken")) {
            throw new SerializationException("broken");
        }
        return word;
    }

    private static final class Words extends MemoryStore<String> {

        private final Map<String, String> words = new TreeMap<>();

        private Words(String name) {
            super(name);
        }

        Map<String, String> words() {
            requireOpen();
            return words;
        }

        @Override
        protected void put(String key, @Nullable String value) {
            if (value == null) {
                words.remove(key);
            } else {
                words.put(key, value);
            }
        }

        @Override
        protected void clear() {
            words.clear();
        }
    }
}
