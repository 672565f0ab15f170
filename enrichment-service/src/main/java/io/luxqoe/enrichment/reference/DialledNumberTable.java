package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.DialledNumberContext;
import org.jspecify.annotations.Nullable;

/**
 * Dialled numbers and prefixes: the number itself where it has a revision that held, else the longest prefix that has.
 */
final class DialledNumberTable
        extends GlobalTable<Revision<DialledNumberTable.Entry>, PrefixTree<Revision<DialledNumberTable.Entry>>>
        implements AsOfLookup<Known<DialledNumberContext>> {

    /**
     * What one revision says.
     *
     * @param prefix every number that begins with the digits is meant
     */
    record Entry(boolean prefix, Known<DialledNumberContext> context) {}

    DialledNumberTable(String name) {
        super(name, new Changes());
    }

    @Override
    public @Nullable Known<DialledNumberContext> asOf(String digits, long instant) {
        return content().longest(digits, (revisions, whole) -> {
            Entry held = Revision.asOf(revisions, instant);
            return held != null && (whole || held.prefix) ? held.context : null;
        });
    }

    @Override
    void put(String digits, Revision<Entry> entry) {
        content(content().with(digits, entry));
    }

    @Override
    void remove(String digits) {
        content(content().without(digits));
    }

    @Override
    int size() {
        return content().size();
    }

    @Override
    PrefixTree<Revision<Entry>> empty() {
        return PrefixTree.empty();
    }
}
