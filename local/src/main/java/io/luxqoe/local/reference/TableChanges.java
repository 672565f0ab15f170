package io.luxqoe.local.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a load makes of one table: its content, and the changes on top of it, in memory. */
final class TableChanges {

    private static final String ZONE = "zone";

    private final ReferenceTable table;
    private final RecordShape shape;
    private final Revisions revisions;
    private final ReferenceStore.Content content;

    /** What is to be written; null for a tombstone. */
    private final Map<String, @Nullable SpecificRecord> pending = new HashMap<>();

    /** Lines of the rows by key, and by key and beginning where a row has one: the keys of these are kept beside. */
    private final Map<String, Long> lines = new HashMap<>();

    private final Set<String> keysWithBeginning = new HashSet<>();
    private final TableSummary summary;

    TableChanges(ReferenceTable table, ReferenceStore.Content content) {
        this.table = table;
        this.shape = table.shape();
        this.revisions = new Revisions(shape);
        this.content = content;
        this.summary = new TableSummary(table);
    }

    TableSummary summary() {
        return summary;
    }

    /**
     * Applies a row.
     *
     * @param line where it is, for a later one that says the same key again
     * @param texts fields as text; those that are not in it stay as they are
     * @param firstCounts pass over a key that was there already
     * @return null where nothing changes
     */
    @Nullable
    Change apply(long line, Map<String, String> texts, boolean firstCounts) throws BadRow {
        String key = key(texts);
        if (firstCounts && isNamed(key)) {
            summary.passedOver++;
            return null;
        }
        SpecificRecord held = held(key);
        ZoneId zone = zone(texts, held);
        Map<ReferenceField, @Nullable Object> row = new LinkedHashMap<>();
        for (Map.Entry<String, String> cell : texts.entrySet()) {
            ReferenceField field = shape.field(cell.getKey());
            row.put(field, field.parse(cell.getValue(), zone));
        }
        if (table == ReferenceTable.ACCESS_POINT) {
            row.put(shape.field(table.keyFields().get(0)), key);
        }
        Revisions.Result result = revisions.apply(held, row);
        ReferenceRules.check(shape, result.revision());
        checkOnce(key, row, line);
        if (result.record() == null) {
            summary.unchanged++;
            return null;
        }
        pending.put(key, result.record());
        if (result.kind() == Change.Kind.ADDED) {
            summary.added++;
        } else {
            summary.changed++;
        }
        return new Change(table, key, result.kind(), result.fields());
    }

    private String key(Map<String, String> texts) throws BadRow {
        List<String> columns = table.keyFields();
        String key = part(columns.get(0), texts);
        for (String column : columns.subList(1, columns.size())) {
            key += ':' + part(column, texts);
        }
        return ReferenceRules.key(table, key);
    }

    private String part(String column, Map<String, String> texts) throws BadRow {
        ReferenceField field = shape.field(column);
        Object part = field.parse(texts.getOrDefault(column, ""), null);
        if (part == null) {
            throw field.bad("must not be empty");
        }
        return part.toString();
    }

    private @Nullable SpecificRecord held(String key) {
        return pending.containsKey(key) ? pending.get(key) : content.get(key);
    }

    /** What the local times of a planned work are in; null for other tables, whose instants need an offset. */
    private @Nullable ZoneId zone(Map<String, String> texts, @Nullable SpecificRecord held) throws BadRow {
        if (table != ReferenceTable.PLANNED_WORK) {
            return null;
        }
        String name = texts.getOrDefault(ZONE, "").strip();
        if (name.isEmpty() && held != null && shape.get(held, ZONE) instanceof String before) {
            name = before;
        }
        if (name.isEmpty()) {
            throw new BadRow(ZONE, "is needed: as a column, or --set zone=Europe/Paris");
        }
        return ReferenceRules.zone(name);
    }

    private void checkOnce(String key, Map<ReferenceField, @Nullable Object> row, long line) throws BadRow {
        Object from = shape.hasRevisions() ? row.get(shape.field(RecordShape.VALID_FROM)) : null;
        String revision = key;
        if (from != null && !from.equals(Instant.EPOCH)) {
            keysWithBeginning.add(key);
            revision = key + '@' + from;
        }
        Long before = lines.putIfAbsent(revision, line);
        if (before != null) {
            throw new BadRow(table.keyFields().get(0), "is the key of line " + before + " already");
        }
    }

    /**
     * Deletes a key.
     *
     * @return null where the table does not have it
     */
    @Nullable
    Change delete(String key) {
        if (!content.keys().contains(key) || pending.containsKey(key)) {
            summary.absent++;
            return null;
        }
        pending.put(key, null);
        summary.deleted++;
        return new Change(table, key, Change.Kind.DELETED, List.of());
    }

    /** The keys of the table that no row has named. */
    List<String> unnamed() {
        return content.keys().stream().filter(key -> !isNamed(key)).sorted().toList();
    }

    private boolean isNamed(String key) {
        return lines.containsKey(key) || keysWithBeginning.contains(key);
    }

    boolean namesNone() {
        return lines.isEmpty();
    }

    /** All that is to be written. */
    Stream<ReferenceStore.Write> writes() {
        return pending.entrySet().stream()
                .map(entry -> new ReferenceStore.Write(table, entry.getKey(), entry.getValue()));
    }
}
