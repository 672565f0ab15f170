package io.luxqoe.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.Topic;
import io.luxqoe.streams.testing.TopologyStory;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class BoundedRocksDbTest {

    private static final Topic<String, String> IN = new Topic<>("in", Serdes.String(), Serdes.String());
    private static final Topic<String, String> OUT = new Topic<>("out", Serdes.String(), Serdes.String());

    static {
        RocksDB.loadLibrary();
    }

    @Test
    void storesOpenWriteAndReadWithIt() {
        try (TopologyStory story = TopologyStory.of("test-service", builder -> {
            builder.table(IN.name(), IN.consumedAs("read"), inStore("first"))
                    .mapValues(value -> value + "!", Named.as("exclaim"), inStore("second"))
                    .toStream(Named.as("changes"))
                    .to(OUT.name(), OUT.producedAs("write"));
        })) {
            story.given(IN, "k", "a")
                    .given(IN, "k", "b")
                    .expect(OUT)
                    .toContainExactly(KeyValue.pair("k", "a!"), KeyValue.pair("k", "b!"));
            assertThat(story.driver().getKeyValueStore("second").get("k")).isEqualTo("b!");
        }
    }

    @Test
    void allStoresShareOneBudget() {
        try (Options first = configured("first");
                Options second = configured("second")) {
            assertThat(first.writeBufferManager()).isNotNull().isSameAs(second.writeBufferManager());
            assertThat(first.writeBufferSize()).isEqualTo(4 << 20);
        }
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> inStore(String name) {
        return Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.String());
    }

    private static Options configured(String store) {
        Options options = new Options();
        options.setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig(store, options, Map.of());
        return options;
    }
}
