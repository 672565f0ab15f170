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
}
