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
    public @Nullable C asOf(String key, Span span) {
        return Revision.asOf(content().get(key), span);
    }

    @Override
    void put(String key, Revision<C> entry) {
        content().put(key, entry);
        changed();
    }

    @Override
    void remove(String key) {
        content().remove(key);
        changed();
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
