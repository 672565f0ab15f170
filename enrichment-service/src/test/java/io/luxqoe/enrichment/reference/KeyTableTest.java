package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyTableTest {
    private final KeyTable<String> table = new KeyTable<>();

    @Test
    void aKeyHasTheValueThatWasPutLast() {
        assertThat(table.get("35332510")).isNull();
        table.put("35332510", "a");
        table.put("35332510", "b");
        assertThat(table.get("35332510")).isEqualTo("b");
        assertThat(table.size()).isEqualTo(1);

        table.remove("35332510");
        table.remove("35332510");
        assertThat(table.get("35332510")).isNull();
        assertThat(table.size()).isZero();

        table.put("35332510", "c");
        assertThat(table.get("35332510")).isEqualTo("c");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void aClearedTableIsEmpty() {
        table.put("35332510", "a");
        table.put("bts-1", "b");

        table.clear();

        assertThat(table.get("35332510")).isNull();
        assertThat(table.get("bts-1")).isNull();
        assertThat(table.size()).isZero();
    }

    @Test
    void keysThatLookAlikeAreDifferentKeys() {
        String digits = "0123456789012345678901234567890";
        List<String> keys = new ArrayList<>(List.of("", "-", "1-", "-1", "01", "001", "1", "１", "q", "Q850:17", "é"));
        for (int length = 2; length <= digits.length(); length++) {
            keys.add(digits.substring(0, length));
            keys.add("0".repeat(length));
            // Last four bits of p and of = are those of 0 and of the hyphen.
            keys.add(digits.substring(0, length - 1) + "p");
            keys.add("=" + digits.substring(1, length));
            keys.add("-" + digits.substring(1, length));
        }
        keys = keys.stream().distinct().toList();

        keys.forEach(key -> table.put(key, key));

        assertThat(keys).allSatisfy(key -> assertThat(table.get(key)).isEqualTo(key));
        assertThat(atOnce(keys)).isEqualTo(keys);
        assertThat(table.size()).isEqualTo(keys.size());
    }

    @Test
    void keysThatWouldHaveTheSameSlotAreAllFoundAndRemoved() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; keys.size() < 24; i++) {
            String key = Integer.toString(i);
            // The last of 64 slots: what follows begins again with the first one.
            if (PackedKey.hash(PackedKey.high(key), PackedKey.low(key)) >>> 58 == 63) {
                keys.add(key);
            }
        }
        keys.forEach(key -> table.put(key, key));
        assertThat(atOnce(keys)).isEqualTo(keys);

        for (int i = 0; i < keys.size(); i += 2) {
            table.remove(keys.get(i));
        }

        for (int i = 0; i < keys.size(); i++) {
            assertThat(table.get(keys.get(i))).isEqualTo(i % 2 == 0 ? null : keys.get(i));
        }
        assertThat(table.size()).isEqualTo(12);
    }

    @Test
    void atOnceOrOneByOneItHoldsWhatAMapHoldsWhateverHappens() {
        Random random = new Random(20_261_121);
        Map<String, String> expected = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            String key = key(random.nextInt(3_000));
            if (random.nextInt(3) == 0) {
                table.remove(key);
                expected.remove(key);
            } else {
                String value = "v" + random.nextInt();
                table.put(key, value);
                expected.put(key, value);
            }
            if (step % 1_000 == 0) {
                List<@Nullable String> asked = new ArrayList<>();
                random.ints(64, 0, 4_000).forEach(i -> asked.add(i % 50 == 0 ? null : key(i)));
                assertThat(atOnce(asked))
                        .isEqualTo(asked.stream()
                                .map(each -> each == null ? null : expected.get(each))
                                .toList());
            }
            assertThat(table.get(key)).isEqualTo(expected.get(key));
        }
        assertThat(table.size()).isEqualTo(expected.size());
    }

    @Test
    void keysThatComeAndGoLeaveRoomForOthers() {
        for (int i = 0; i < 100_000; i++) {
            table.put(key(i), "v");
            table.remove(key(i));
        }

        // In a table without a free slot this would never end.
        assertThat(table.get(key(100_000))).isNull();
        assertThat(table.size()).isZero();
    }

    /** What one reader sees of a key. */
    private record Seen(String key, int number) {}

    @Test
    @Timeout(60)
    void whileItGrowsAndShrinksReadersSeeNoOtherKeysValueAndNothingOlderThanBefore() throws Exception {
        KeyTable<Seen> shared = new KeyTable<>();
        int keys = 200;
        for (int key = 0; key < keys; key++) {
            shared.put(key(key), new Seen(key(key), 0));
        }
        CompletableFuture<Void> storm = CompletableFuture.runAsync(() -> {
            for (int number = 1; number <= 3_000; number++) {
                for (int key = 0; key < keys; key++) {
                    shared.put(key(key), new Seen(key(key), number));
                }
                // Others come and go, so that it grows into new arrays again and again.
                for (int other = 0; other < 20; other++) {
                    shared.put(key(keys + number * 20 + other), new Seen("another", number));
                    shared.remove(key(keys + (number - 1) * 20 + other));
                }
            }
        });
        CompletableFuture<?>[] readers = {
            CompletableFuture.runAsync(() -> {
                int[] last = new int[keys];
                while (!storm.isDone()) {
                    for (int key = 0; key < keys; key++) {
                        check(shared.get(key(key)), key, last);
                    }
                }
            }),
            CompletableFuture.runAsync(() -> {
                int[] last = new int[keys];
                @Nullable String[] asked = new String[keys];
                @Nullable Object[] found = new Object[keys];
                for (int key = 0; key < keys; key++) {
                    asked[key] = key(key);
                }
                while (!storm.isDone()) {
                    shared.get(asked, found);
                    for (int key = 0; key < keys; key++) {
                        check((Seen) found[key], key, last);
                    }
                }
            })
        };
        CompletableFuture.allOf(readers).get(50, TimeUnit.SECONDS);
        storm.get();

        assertThat(shared.get(key(7))).isEqualTo(new Seen(key(7), 3_000));
        assertThat(shared.size()).isEqualTo(keys + 20);
    }

    private static void check(@Nullable Seen seen, int key, int[] last) {
        assertThat(seen).isNotNull();
        assertThat(seen.key).isEqualTo(key(key));
        assertThat(seen.number).isGreaterThanOrEqualTo(last[key]);
        last[key] = seen.number;
    }

    /** Of any five keys one is none that is packed. */
    private static String key(int i) {
        return switch (i % 5) {
            case 0 -> "208-20-" + i / 100 + "-" + i;
            case 1 -> Integer.toString(35_000_000 + i);
            case 2 -> "208-" + i;
            case 3 -> "bts-" + i;
            default -> Long.toString(26_843_545_600_000L + i);
        };
    }

    private List<@Nullable Object> atOnce(List<? extends @Nullable String> keys) {
        @Nullable Object[] found = new Object[keys.size()];
        table.get(keys.toArray(new String[0]), found);
        List<@Nullable Object> all = new ArrayList<>();
        for (Object each : found) {
            all.add(each);
        }
        return all;
    }
}
