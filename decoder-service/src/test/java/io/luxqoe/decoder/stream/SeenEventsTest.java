package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What is remembered of the events of each source, compared with plain collections. */
class SeenEventsTest {
    private final Random random = new Random(42);
    private final KeyValueStore<Bytes, byte[]> store = store();

    private static KeyValueStore<Bytes, byte[]> store() {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("seen-events"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }

    @Test
    void theLastEventsOfEachSourceAreKnownBeforeAndAfterARestart() {
        int kept = 1000;
        SeenEvents seen = new SeenEvents(store, kept);
        Map<String, Deque<Long>> oracle = new HashMap<>();
        for (int raw = 0; raw < 2_000; raw++) {
            String source = "msc-" + random.nextInt(3);
            Deque<Long> ids = oracle.computeIfAbsent(source, any -> new ArrayDeque<>());
            for (int events = random.nextInt(60); events > 0; events--) {
                long id = random.nextLong();
                seen.add(source, id, ~id);
                ids.addFirst(id);
            }
            seen.save(source);
            if (raw % 500 == 499) {
                assertLastKept(seen, oracle, kept);
                seen = new SeenEvents(store, kept);
                assertLastKept(seen, oracle, kept);
            }
        }
    }

    private static void assertLastKept(SeenEvents seen, Map<String, Deque<Long>> oracle, int kept) {
        int known = 0;
        for (Deque<Long> ids : oracle.values()) {
            List<Boolean> found = ids.stream().map(id -> seen.contains(id, ~id)).toList();
            assertThat(found.subList(0, kept)).doesNotContain(false);
            int last = found.lastIndexOf(true);
            assertThat(found.subList(0, last + 1)).doesNotContain(false);
            assertThat(last + 1).isLessThan(kept + 2 * SeenEvents.SLOT_IDS);
            known += last + 1;
        }
        assertThat(seen.size()).isEqualTo(known);
    }

    @Test
    void aShorterHistoryAfterARestartDropsTheOldest() {
        SeenEvents seen = new SeenEvents(store, 10_000);
        for (long id = 1; id <= 5_000; id++) {
            seen.add("msc-1", id, id);
        }
        seen.save("msc-1");

        SeenEvents shorter = new SeenEvents(store, 100);
        for (long id = 5_001; id <= 5_100; id++) {
            shorter.add("msc-1", id, id);
        }
        shorter.save("msc-1");

        assertThat(shorter.contains(5_100, 5_100)).isTrue();
        assertThat(shorter.contains(4_000, 4_000)).isFalse();
        assertThat(shorter.size()).isLessThan(100 + 2 * SeenEvents.SLOT_IDS);
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void aForgottenSourceLeavesNothing() {
        SeenEvents seen = new SeenEvents(store, 1000);
        for (long id = 1; id <= 500; id++) {
            seen.add("msc-1", id, id);
            seen.add("msc-10", -id, id);
        }
        seen.save("msc-1");
        seen.save("msc-10");

        seen.forget("msc-1");

        assertThat(seen.contains(1, 1)).isFalse();
        assertThat(seen.contains(-1, 1)).isTrue();
        assertThat(seen.size()).isEqualTo(500);
        assertThat(entries()).isEqualTo(8);
    }

    @Test
    void aSetOfIdsIsASet() {
        IdSet ids = new IdSet();
        Set<Long> oracle = new HashSet<>();
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            boolean removes = !added.isEmpty() && random.nextInt(3) == 0;
            long id = removes ? added.get(random.nextInt(added.size())) : 1 + random.nextInt(30_000);
            long clustered = id % 64;
            if (removes) {
                ids.remove(id, clustered);
                oracle.remove(id);
            } else {
                ids.add(id, clustered);
                oracle.add(id);
                added.add(id);
            }
            if (i % 20_000 == 0) {
                for (long each = 1; each <= 30_000; each += 7) {
                    assertThat(ids.contains(each, each % 64)).isEqualTo(oracle.contains(each));
                }
            }
        }
        assertThat(ids.size()).isEqualTo(oracle.size());
    }

    private int entries() {
        int entries = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                entries++;
            }
        }
        return entries;
    }
}
