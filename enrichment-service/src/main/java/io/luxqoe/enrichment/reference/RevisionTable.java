package io.luxqoe.enrichment.reference;

import org.jspecify.annotations.Nullable;

/** Revisions by key. What holds always is kept without its revision, which most of the large tables have no need of. */
final class RevisionTable<C> extends GlobalTable<Revision<C>, KeyTable<Object>> implements AsOfLookup<C> {
    RevisionTable(String name) {
        this(name, new Changes());
    }

    /** @param changes of all tables that something is made of which is kept */
    RevisionTable(String name, Changes changes) {
        super(name, changes);
    }

    @Override
    public @Nullable C asOf(String key, long instant) {
        return asOf(content().get(key), instant);
    }

    @Override
    public void asOf(@Nullable String[] keys, long[] instants, @Nullable C[] found) {
        @Nullable Object[] kept = new Object[keys.length];
        content().get(keys, kept);
        for (int i = 0; i < keys.length; i++) {
            found[i] = asOf(kept[i], instants[i]);
        }
    }

    @SuppressWarnings("unchecked") // what is put is a revision or what it says
    private @Nullable C asOf(@Nullable Object kept, long instant) {
        return kept instanceof Revision<?> newest ? Revision.asOf((Revision<C>) newest, instant) : (C) kept;
    }

    @Override
    @SuppressWarnings("unchecked") // what is put is a revision or what it says
    public @Nullable C asOf(String key, Span span) {
        Object kept = content().get(key);
        return kept instanceof Revision<?> newest ? Revision.asOf((Revision<C>) newest, span) : (C) kept;
    }

    @Override
    void put(String key, Revision<C> entry) {
        Object kept = entry.isAlways() ? entry.context() : entry;
        changes().make(() -> content().put(key, kept));
    }

    @Override
    void remove(String key) {
        changes().make(() -> content().remove(key));
    }

    @Override
    int size() {
        return content().size();
    }

    @Override
    KeyTable<Object> empty() {
        return new KeyTable<>();
    }
}
