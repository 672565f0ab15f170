package io.luxqoe.local.reference;

import java.util.Map;
import java.util.Set;

/** LUX's own CSV: the columns are the fields of the record, by their names in the schema. */
final class OwnLayout extends Layout {

    /** Column of a subscriber's file that is made a pseudonym. */
    static final String IMSI = "imsi";

    OwnLayout(ReferenceTable table) {
        super(table.toString(), table);
    }

    @Override
    boolean fits(Header header) {
        return header.hasAll(table().keyFields()) || (isSubscriber() && header.has(IMSI));
    }

    @Override
    Set<String> ownColumns() {
        return isSubscriber() ? Set.of(IMSI) : Set.of();
    }

    @Override
    Set<String> madeFields(Header header) {
        return isSubscriber() && header.has(IMSI) ? Set.copyOf(table().keyFields()) : Set.of();
    }

    @Override
    Map<String, String> fields(Row row) {
        // The IMSI goes on to where the key is made of it.
        return isSubscriber() && row.header().has(IMSI)
                ? Map.of(table().keyFields().get(0), row.cell(IMSI))
                : Map.of();
    }

    private boolean isSubscriber() {
        return table() == ReferenceTable.SUBSCRIBER;
    }
}
