package io.luxqoe.enrichment.reference;

import org.jspecify.annotations.Nullable;

/**
 * What a reference table says of a key as of an instant. Read by stream threads while the table changes; what is given
 * is immutable and shared by all events that meet the same revision.
 */
@FunctionalInterface
public interface AsOfLookup<C> {
    /**
     * What held of the key at that instant.
     *
     * @param key natural key of the table
     * @param instant event time, epoch milliseconds
     * @return null where the table has no such key, or no revision of it that held
     */
    @Nullable
    C asOf(String key, long instant);

    /**
     * What held of several keys: of each as {@link #asOf(String, long)} says it, but all at once, so that the waits for
     * the memory overlap.
     *
     * @param keys null or empty for none
     * @param instants as many, epoch milliseconds
     * @param found is given as many
     */
    default void asOf(@Nullable String[] keys, long[] instants, @Nullable C[] found) {
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            found[i] = key == null || key.isEmpty() ? null : asOf(key, instants[i]);
        }
    }

    /**
     * What held of the key at the instant of the span, which is narrowed to where that is the same: to nothing by a table
     * that cannot tell.
     */
    default @Nullable C asOf(String key, Span span) {
        span.end();
        return asOf(key, span.instant());
    }
}
