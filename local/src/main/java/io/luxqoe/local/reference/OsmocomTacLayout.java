package io.luxqoe.local.reference;

import java.util.Map;
import java.util.Set;

/** Osmocom's table of TACs: {@code tac,name,name,contributor,…}, the brand first and then the model. */
final class OsmocomTacLayout extends Layout {

    OsmocomTacLayout() {
        super("osmocom-tac", ReferenceTable.DEVICE_TYPE);
    }

    @Override
    boolean fits(Header header) {
        return header.has("tac") && header.has("name") && modelAt(header) >= 0;
    }

    @Override
    Set<String> ownColumns() {
        return Set.of("tac", "name", "model", "contributor", "comment", "gsmarena", "aka");
    }

    @Override
    Set<String> madeFields(Header header) {
        return Set.of("tac", "manufacturer", "model");
    }

    @Override
    Map<String, String> fields(Row row) {
        return Map.of(
                "tac", row.cell("tac"), "manufacturer", row.cell("name"), "model", row.cell(modelAt(row.header())));
    }

    private static int modelAt(Header header) {
        int model = header.index("model");
        return model >= 0 ? model : header.index("name", header.index("name") + 1);
    }
}
