package io.luxqoe.enrichment.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable tree of keys by character, for the longest prefix. A change gives a new tree that shares all but the
 * changed path, so readers need no lock and allocate nothing.
 */
final class PrefixTree<V> {
    private static final PrefixTree<?> EMPTY = new PrefixTree<>(null, "", List.of());

    private final @Nullable V value;
    /** First characters of the children, in the order of the children. */
    private final String labels;

    private final List<PrefixTree<V>> children;
    private final int size;

    private PrefixTree(@Nullable V value, String labels, List<PrefixTree<V>> children) {
        this.value = value;
        this.labels = labels;
        this.children = children;
        int keys = value == null ? 0 : 1;
        for (PrefixTree<V> child : children) {
            keys += child.size;
        }
        this.size = keys;
    }

    @SuppressWarnings("unchecked") // holds nothing
    static <V> PrefixTree<V> empty() {
        return (PrefixTree<V>) EMPTY;
    }

    /** What the value of a key gives for a word that begins with the key. */
    @FunctionalInterface
    interface Choice<V, R> {
        /** Null where the key does not serve; {@code whole} says that the key is the word itself. */
        @Nullable
        R of(V value, boolean whole);
    }

    /** What the longest key gives that the word begins with, among those that give anything. */
    <R> @Nullable R longest(String word, Choice<V, R> choice) {
        R best = null;
        PrefixTree<V> node = this;
        for (int depth = 0; node != null; depth++) {
            boolean whole = depth == word.length();
            if (node.value != null) {
                R given = choice.of(node.value, whole);
                best = given == null ? best : given;
            }
            node = whole ? null : node.child(word.charAt(depth));
        }
        return best;
    }

    PrefixTree<V> with(String key, V replacement) {
        return changed(key, 0, replacement);
    }

    PrefixTree<V> without(String key) {
        return changed(key, 0, null);
    }

    int size() {
        return size;
    }

    private @Nullable PrefixTree<V> child(char label) {
        int at = labels.indexOf(label);
        return at < 0 ? null : children.get(at);
    }

    private PrefixTree<V> changed(String key, int depth, @Nullable V replacement) {
        if (depth == key.length()) {
            return new PrefixTree<>(replacement, labels, children);
        }
        char label = key.charAt(depth);
        int at = labels.indexOf(label);
        PrefixTree<V> before = at < 0 ? empty() : children.get(at);
        PrefixTree<V> after = before.changed(key, depth + 1, replacement);
        List<PrefixTree<V>> changed = new ArrayList<>(children);
        if (after.size > 0 && at >= 0) {
            changed.set(at, after);
            return new PrefixTree<>(value, labels, List.copyOf(changed));
        }
        if (after.size > 0) {
            changed.add(after);
            return new PrefixTree<>(value, labels + label, List.copyOf(changed));
        }
        if (at >= 0) {
            changed.remove(at);
            return new PrefixTree<>(value, labels.substring(0, at) + labels.substring(at + 1), List.copyOf(changed));
        }
        return this;
    }
}
