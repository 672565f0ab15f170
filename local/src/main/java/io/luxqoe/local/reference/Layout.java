package io.luxqoe.local.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a file's columns become fields of a reference record. */
abstract class Layout {

    private final String name;
    private final ReferenceTable table;

    Layout(String name, ReferenceTable table) {
        this.name = name;
        this.table = table;
    }

    /** Names of all layouts, joined by commas. */
    static String names() {
        return all().map(Layout::name).collect(Collectors.joining(", "));
    }

    /**
     * The layout of that name.
     *
     * @throws ReferenceFileException if there is none
     */
    static Layout named(String name) {
        return all().filter(layout -> layout.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new ReferenceFileException("'" + name + "' is no layout; there are " + names()));
    }

    /** The layout that a header is of. */
    static Layout of(RowFile file, Header header) {
        return all().filter(layout -> layout.fits(header))
                .findFirst()
                .orElseThrow(() -> new ReferenceFileException(
                        file.path() + " has the columns of no layout; name it with --layout, one of " + names()));
    }

    private static Stream<Layout> all() {
        return Stream.concat(
                Stream.of(new OpenCellIdLayout(), new OsmocomTacLayout(), new PlmnListLayout()),
                Arrays.stream(ReferenceTable.values()).map(OwnLayout::new));
    }

    final String name() {
        return name;
    }

    final ReferenceTable table() {
        return table;
    }

    /** Whether a header is of this layout. */
    abstract boolean fits(Header header);

    /** Names of the columns that are this layout's own, in lower case, used or not. */
    abstract Set<String> ownColumns();

    /** Fields of the record that the layout makes of its own columns. */
    abstract Set<String> madeFields(Header header);

    /**
     * The fields of a row as text, those of {@link #directFields} left out.
     *
     * @return null where the row is passed over: it is about something that LUX does not meet
     */
    abstract @Nullable Map<String, String> fields(Row row) throws BadRow;

    /** Whether the first row of a key counts, and what comes of it later is passed over. */
    boolean firstCounts() {
        return false;
    }

    /**
     * The columns that are fields by their own name.
     *
     * @throws ReferenceFileException for a column that the layout does not know
     */
    final Map<String, Integer> directFields(RowFile file, Header header) {
        Map<String, Integer> direct = new LinkedHashMap<>();
        Set<String> made = madeFields(header);
        List<String> names = header.names();
        for (int at = 0; at < names.size(); at++) {
            String column = names.get(at);
            if (ownColumns().contains(column.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String field = table.shape().fields().keySet().stream()
                    .filter(known -> known.equalsIgnoreCase(column))
                    .findFirst()
                    .orElseThrow(() -> new ReferenceFileException(file.path() + " has a column "
                            + header.shown(names.indexOf(column)) + " that the layout " + name
                            + " does not know; it knows " + knownColumns()));
            if (made.contains(field) || direct.put(field, at) != null) {
                throw new ReferenceFileException(file.path() + " has the field " + field + " twice");
            }
        }
        return direct;
    }

    private String knownColumns() {
        return Stream.concat(ownColumns().stream().sorted(), table.shape().fields().keySet().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
