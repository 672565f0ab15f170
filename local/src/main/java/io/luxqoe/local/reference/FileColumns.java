package io.luxqoe.local.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a file, checked once: what of a row becomes which field. */
final class FileColumns {

    /** TS 23.003 clause 2.2: MCC, MNC and MSIN have at most 15 digits. */
    private static final Pattern IMSI = Pattern.compile("[0-9]{6,15}");

    /** Words that many rows have are kept once; most of a table's memory would be copies of them. */
    private static final int RECURRING = 10_000;

    private final Map<String, String> recurring = new HashMap<>();
    private final Header header;
    private final Layout layout;
    private final Map<String, Integer> direct;
    private final Map<Integer, String> only = new HashMap<>();
    private final Map<String, String> constants;
    private final @Nullable UnaryOperator<String> pseudonyms;

    FileColumns(RowFile file, Header header, Layout layout, LoadOptions options) {
        this.header = header;
        this.layout = layout;
        this.direct = layout.directFields(file, header);
        this.constants = options.constants();
        this.pseudonyms = options.pseudonyms();
        constants.keySet().forEach(field -> checkConstant(file, field));
        options.only().forEach((column, value) -> {
            int at = header.index(column);
            if (at < 0) {
                throw new ReferenceFileException(file.path() + " has no column " + column + " for --only");
            }
            only.put(at, value);
        });
        if (hasImsi() && pseudonyms == null) {
            throw new ReferenceFileException(
                    file.path() + " has IMSIs: --key-file must name the key that the decoder makes pseudonyms with");
        }
    }

    private void checkConstant(RowFile file, String field) {
        ReferenceTable table = layout.table();
        if (!table.shape().fields().containsKey(field) || table.keyFields().contains(field)) {
            throw new ReferenceFileException(
                    "--set " + field + ": the table " + table + " has no such field that may be set");
        }
        if (direct.containsKey(field) || layout.madeFields(header).contains(field)) {
            throw new ReferenceFileException("--set " + field + ": " + file.path() + " has a column for it");
        }
    }

    private boolean hasImsi() {
        return layout.table() == ReferenceTable.SUBSCRIBER && header.has(OwnLayout.IMSI);
    }

    static boolean isImsi(String text) {
        return IMSI.matcher(text).matches();
    }

    /**
     * The fields of a row as text.
     *
     * @return null where the row is passed over
     */
    @Nullable
    Map<String, String> fields(Row row) throws BadRow {
        if (row.cells().size() != header.names().size()) {
            throw new BadRow(
                    "",
                    "has " + row.cells().size() + " cells, and the header "
                            + header.names().size());
        }
        for (Map.Entry<Integer, String> wanted : only.entrySet()) {
            if (!row.cell(wanted.getKey()).equals(wanted.getValue())) {
                return null;
            }
        }
        Map<String, String> made = layout.fields(row);
        if (made == null) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>(constants);
        fields.putAll(made);
        direct.forEach((field, at) -> fields.put(field, recurring(field, row.cell(at))));
        if (hasImsi() && pseudonyms != null) {
            String imsi = row.cell(OwnLayout.IMSI);
            if (!isImsi(imsi)) {
                throw new BadRow(OwnLayout.IMSI, "is not 6 to 15 digits");
            }
            fields.put(layout.table().keyFields().get(0), pseudonyms.apply(imsi));
        }
        return fields;
    }

    private String recurring(String field, String cell) {
        if (layout.table().keyFields().contains(field)) {
            return cell;
        }
        String kept = recurring.get(cell);
        if (kept == null && recurring.size() < RECURRING) {
            recurring.put(cell, cell);
        }
        return kept == null ? cell : kept;
    }
}
