package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixTreeTest {
    private static final PrefixTree.Choice<String, String> ANY = (value, whole) -> value;
    private static final PrefixTree.Choice<String, String> ONLY_A = (value, whole) -> value.equals("a") ? value : null;
    private static final PrefixTree.Choice<String, String> WHOLE = (value, whole) -> whole ? value : null;

    @Test
    void theLongestKeyThatGivesAnythingIsChosen() {
        PrefixTree<String> tree = PrefixTree.<String>empty().with("08", "a").with("0800", "b");

        assertThat(tree.longest("0800123456", ANY)).isEqualTo("b");
        assertThat(tree.longest("0812345678", ANY)).isEqualTo("a");
        assertThat(tree.longest("080", ONLY_A)).isEqualTo("a");
        assertThat(tree.longest("0", ANY)).isNull();
        assertThat(tree.longest("0800", WHOLE)).isEqualTo("b");
        assertThat(tree.longest("08001", WHOLE)).isNull();
    }

    @Test
    void aTreeIsNotChangedByItsSuccessors() {
        PrefixTree<String> before = PrefixTree.<String>empty().with("112", "a");
        PrefixTree<String> after = before.with("112", "b").without("112").with("11", "c");

        assertThat(before.longest("112", ANY)).isEqualTo("a");
        assertThat(after.longest("112", ANY)).isEqualTo("c");
    }

    /** Against a scan of a map, over random additions and removals, of keys with any characters. */
    @Test
    void agreesWithAScanOfAllKeys() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, String> keys = new HashMap<>();
            PrefixTree<String> tree = PrefixTree.empty();
            for (int step = 0; step < 60; step++) {
                String key = word(random);
                if (random.nextInt(3) == 0) {
                    keys.remove(key);
                    tree = tree.without(key);
                } else {
                    keys.put(key, key + "@" + step);
                    tree = tree.with(key, key + "@" + step);
                }
                String searched = word(random);

                assertThat(tree.size()).isEqualTo(keys.size());
                assertThat(tree.longest(searched, ANY))
                        .as("seed %d: %s among %s", seed, searched, keys)
                        .isEqualTo(keys.keySet().stream()
                                .filter(searched::startsWith)
                                .max(Comparator.comparingInt(String::length))
                                .map(keys::get)
                                .orElse(null));
                assertThat(tree.longest(searched, WHOLE)).isEqualTo(keys.get(searched));
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(6); length >= 0; length--) {
            word.append("01*\u00e9".charAt(random.nextInt(4)));
        }
        return word.toString();
    }
}
