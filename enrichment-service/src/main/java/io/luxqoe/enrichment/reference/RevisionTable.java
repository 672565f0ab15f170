package io.luxqoe.enrichment.reference;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Revisions by key. */
final class RevisionTable<C> extends GlobalTable<Revision<C>, ConcurrentHashMap<String, Revision<C>>>
        implements AsOfLookup<C> {
    RevisionTable(String name) {
        super(name);
    }

    @Override
    public @Nullable C asOf(String key, long instant) {
        return Revision.asOf(content().get(key), instant);
    }

    @Override
    void put(String key, Revision<C> entry) {
        content().put(key, entry);
    }

    @Override
    void remove(String key) {
        content().remove(key);
    }

    @Override
    int size() {
        return content().size();
    }

    @Override
    ConcurrentHashMap<String, Revision<C>> empty() {
        return new ConcurrentHashMap<>();
    }
}
