package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.schemas.SubscriberContext;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SubscriberTableTest {
    private static final SubscriberContext BUSINESS = new SubscriberContext("business", "a-1", null);
    private static final SubscriberContext PRIVATE = new SubscriberContext("privé", null, "idf");

    @TempDir
    Path folder;

    /** So small that most keys meet others in their bucket. */
    private final SubscriberTable table = new SubscriberTable("subscribers", 50);

    @BeforeEach
    void open() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(settings, new TaskId(0, 0), folder.toFile());
        table.init(context.getStateStoreContext(), table);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aSubscriberIsWhatItsRevisionSaidThen() {
        table.put("a", new Revision<>(10, 20, PRIVATE, new Revision<>(Long.MIN_VALUE, 15, BUSINESS, null)));

        assertThat(asOf("a", 9)).isEqualTo(BUSINESS);
        assertThat(asOf("a", 12)).isEqualTo(PRIVATE);
        assertThat(asOf("a", 20)).isNull();
    }

    @Test
    void whatWasAskedForBeforeAChangeIsForgotten() {
        assertThat(asOf("a", 0)).isNull();
        table.put("a", always(BUSINESS));
        assertThat(asOf("a", 0)).isEqualTo(BUSINESS);
        table.put("a", always(PRIVATE));
        assertThat(asOf("a", 0)).isEqualTo(PRIVATE);
        table.remove("a");
        assertThat(asOf("a", 0)).isNull();
    }

    @Test
    void subscribersThatAreAlikeShareOneContext() {
        table.put("a", always(new SubscriberContext("s", "a", "r")));
        table.put("b", always(new SubscriberContext("s", "a", "r")));

        assertThat(table.asOf("a", 0)).isNotNull().isSameAs(table.asOf("b", 0));
    }

    @Test
    void itsSizeIsOfDifferentSubscribers() {
        table.put("a", always(BUSINESS));
        table.put("b", always(BUSINESS));
        table.put("a", always(BUSINESS));
        table.put("a", always(PRIVATE));
        assertThat(table.size()).isEqualTo(2);

        table.remove("a");
        table.remove("never there");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void aTableThatIsOpenedAgainIsEmptyAndAClosedOneIsNot() {
        table.put("a", always(BUSINESS));
        table.close();
        assertThatThrownBy(() -> table.asOf("a", 0)).isInstanceOf(InvalidStateStoreException.class);

        open();
        assertThat(asOf("a", 0)).isNull();
        assertThat(table.persistent()).isFalse();
    }

    @Test
    void manyMoreSubscribersThanAreKeptOnTheHeapAreAllFound() {
        @Nullable SubscriberContext[] expected = new SubscriberContext[500];
        Random random = new Random(1);
        for (int step = 0; step < 20_000; step++) {
            int key = random.nextInt(expected.length);
            switch (random.nextInt(10)) {
                case 0 -> {
                    expected[key] = new SubscriberContext("s" + random.nextInt(20), null, null);
                    table.put("key-" + key, always(expected[key]));
                }
                case 1 -> {
                    expected[key] = null;
                    table.remove("key-" + key);
                }
                default -> assertThat(asOf("key-" + key, 0)).isEqualTo(expected[key]);
            }
            if (step % 500 == 0) {
                int[] asked = random.ints(64, 0, expected.length).toArray();
                @Nullable SubscriberContext[] found = atOnce(asked);
                for (int i = 0; i < asked.length; i++) {
                    assertThat(found[i]).isEqualTo(i % 9 == 0 ? null : expected[asked[i]]);
                }
            }
        }
    }

    /** Versions of a key only grow: a reader that meets an older one than before was given what was overtaken. */
    @Test
    @Timeout(60)
    void readersNeverWaitForAStormOfChangesAndNeverGoBack() throws Exception {
        int keys = 100;
        CompletableFuture<Void> storm = CompletableFuture.runAsync(() -> {
            for (int version = 1; version <= 1_000; version++) {
                for (int key = 0; key < keys; key++) {
                    table.put("key-" + key, always(new SubscriberContext("" + version, null, null)));
                }
            }
        });
        CompletableFuture<?>[] readers = new CompletableFuture<?>[2];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = CompletableFuture.runAsync(() -> {
                int[] last = new int[keys];
                int[] all = IntStream.range(0, keys).toArray();
                while (!storm.isDone()) {
                    @Nullable SubscriberContext[] together = atOnce(all);
                    for (int key = 0; key < keys; key++) {
                        if (key % 9 != 0) {
                            last[key] = check(together[key], last[key]);
                        }
                        last[key] = check(asOf("key-" + key, 0), last[key]);
                    }
                }
            });
        }
        CompletableFuture.allOf(readers).get(50, TimeUnit.SECONDS);
        storm.get();

        for (int key = 0; key < keys; key++) {
            assertThat(asOf("key-" + key, 0))
                    .extracting(SubscriberContext::getSegment)
                    .isEqualTo("1000");
        }
    }

    /** Returns its version. */
    private static int check(@Nullable SubscriberContext seen, int last) {
        int version = seen == null ? 0 : Integer.parseInt(seen.getSegment());
        assertThat(version).isGreaterThanOrEqualTo(last);
        return version;
    }

    /** The first one and every ninth after it is no key. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private @Nullable SubscriberContext[] atOnce(int[] keys) {
        @Nullable String[] names = new String[keys.length];
        @Nullable Known<SubscriberContext>[] known = new Known[keys.length];
        for (int i = 0; i < keys.length; i++) {
            names[i] = i % 18 == 0 ? null : i % 9 == 0 ? "" : "key-" + keys[i];
        }
        table.asOf(names, new long[keys.length], known);
        @Nullable SubscriberContext[] found = new SubscriberContext[keys.length];
        for (int i = 0; i < keys.length; i++) {
            found[i] = known[i] == null ? null : known[i].context();
        }
        return found;
    }

    private @Nullable SubscriberContext asOf(String pseudonym, long instant) {
        Known<SubscriberContext> known = table.asOf(pseudonym, instant);
        return known == null ? null : known.context();
    }

    private static Revision<SubscriberContext> always(SubscriberContext context) {
        return new Revision<>(Long.MIN_VALUE, Long.MAX_VALUE, context, null);
    }
}
