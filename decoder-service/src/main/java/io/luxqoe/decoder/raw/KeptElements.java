package io.luxqoe.decoder.raw;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which elements that no table knows are kept in the event, as hexadecimal. None is, unless a source is configured so: an
 * unknown element may hold what identifies a person.
 *
 * @param all whether every one is kept
 * @param tags numbers of the context-specific tags that are kept
 */
public record KeptElements(boolean all, Set<Integer> tags) {
    /** Nothing is kept. */
    public static final KeptElements NONE = new KeptElements(false, Set.of());
    /** Everything is kept. */
    public static final KeptElements ALL = new KeptElements(true, Set.of());

    /** The tags do not change. */
    public KeptElements {
        tags = Set.copyOf(tags);
    }

    /** Whether nothing is kept. */
    public boolean isEmpty() {
        return !all && tags.isEmpty();
    }

    /** Whether the element of that tag is kept. */
    public boolean keeps(int tag) {
        return all || tags.contains(tag);
    }

    @Override
    public String toString() {
        return all ? "all" : new TreeSet<>(tags).toString();
    }
}
