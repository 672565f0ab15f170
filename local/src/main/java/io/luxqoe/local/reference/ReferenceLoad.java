package io.luxqoe.local.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One load: every row is read, checked and compared with its table, and then all changes are written at once, or none.
 */
public final class ReferenceLoad {

    /** Rows between two words of progress. */
    private static final int STEP = 1_000;

    private final LoadOptions options;
    private final ReferenceStore store;
    private final LoadListener listener;
    private final Map<ReferenceTable, TableChanges> tables = new EnumMap<>(ReferenceTable.class);
    private boolean written;

    public ReferenceLoad(LoadOptions options, ReferenceStore store, LoadListener listener) {
        this.options = options;
        this.store = store;
        this.listener = listener;
    }

    /** The layouts that there are, joined by commas. */
    public static String layouts() {
        return Layout.names();
    }

    /**
     * Runs it.
     *
     * @return what became of the rows, by table
     * @throws ReferenceFileException if a file cannot be read, or the options do not fit it; nothing is written
     */
    public List<TableSummary> run() {
        if (options.write()) {
            store.begin();
        }
        if (options.deleted() != null && options.deletedFrom() != null) {
            deleteListed(options.deleted(), options.deletedFrom());
        }
        for (Path path : options.files()) {
            try (RowFile file = RowFile.open(path)) {
                load(file);
            } catch (IOException e) {
                throw new ReferenceFileException(path + " cannot be closed");
            }
        }
        if (options.replace()) {
            tables.values().forEach(this::deleteUnnamed);
        }
        List<TableSummary> summaries =
                tables.values().stream().map(TableChanges::summary).toList();
        boolean well = summaries.stream().allMatch(summary -> summary.rejected == 0);
        if (options.write() && (well || options.partial()) && writes().findAny().isPresent()) {
            store.write(writes());
            written = true;
        }
        return summaries;
    }

    /** Whether anything was written. */
    public boolean hasWritten() {
        return written;
    }

    private Stream<ReferenceStore.Write> writes() {
        return tables.values().stream().flatMap(TableChanges::writes);
    }

    private TableChanges changes(ReferenceTable table) {
        return tables.computeIfAbsent(table, unread -> new TableChanges(unread, store.read(unread)));
    }

    private void load(RowFile file) {
        Row row = file.next();
        if (row == null) {
            throw new ReferenceFileException(file.path() + " has no rows");
        }
        Layout layout = layout(file, row.header());
        TableChanges changes = changes(layout.table());
        Map<Header, FileColumns> columns = new HashMap<>();
        long rows = 0;
        for (; row != null; row = file.next()) {
            FileColumns known =
                    columns.computeIfAbsent(row.header(), header -> new FileColumns(file, header, layout, options));
            take(file, row, known, layout, changes);
            if (++rows % STEP == 0) {
                listener.read(file.path(), rows);
            }
        }
    }

    private Layout layout(RowFile file, Header header) {
        if (options.layout() == null) {
            return Layout.of(file, header);
        }
        Layout layout = Layout.named(options.layout());
        if (!layout.fits(header)) {
            throw new ReferenceFileException(file.path() + " lacks columns of the layout " + layout.name());
        }
        return layout;
    }

    private void take(RowFile file, Row row, FileColumns columns, Layout layout, TableChanges changes) {
        try {
            Map<String, String> texts = columns.fields(row);
            if (texts == null) {
                changes.summary().passedOver++;
                return;
            }
            Change change = changes.apply(row.line(), texts, layout.firstCounts());
            if (change != null) {
                listener.changed(change);
            }
        } catch (BadRow bad) {
            reject(file.path(), row.line(), bad, changes);
        }
    }

    private void reject(Path path, long line, BadRow bad, TableChanges changes) {
        changes.summary().rejected++;
        listener.rejected(new Rejection(path, line, bad.column(), bad.reason()));
    }

    private void deleteUnnamed(TableChanges changes) {
        if (changes.namesNone() || changes.summary().rejected > 0) {
            // A file that has no row to be taken is no reason to empty a table, and a rejected row may name a key.
            return;
        }
        changes.unnamed().forEach(key -> delete(changes, key));
    }

    private void delete(TableChanges changes, String key) {
        Change change = changes.delete(key);
        if (change != null) {
            listener.changed(change);
        }
    }

    private void deleteListed(Path path, ReferenceTable table) {
        TableChanges changes = changes(table);
        List<String> lines = lines(path);
        for (int at = 0; at < lines.size(); at++) {
            String text = lines.get(at).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                delete(changes, ReferenceRules.key(table, pseudonymous(table, text)));
            } catch (BadRow bad) {
                reject(path, at + 1L, bad, changes);
            }
        }
    }

    private String pseudonymous(ReferenceTable table, String key) {
        UnaryOperator<String> pseudonyms = options.pseudonyms();
        return table == ReferenceTable.SUBSCRIBER && pseudonyms != null && FileColumns.isImsi(key)
                ? pseudonyms.apply(key)
                : key;
    }

    private static List<String> lines(Path path) {
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (IOException e) {
            throw new ReferenceFileException("There is no file " + path + " of keys that can be read as UTF-8 text");
        }
    }
}
