package io.luxqoe.local.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The fields of a table's records, which are handled alike whatever the table. */
final class RecordShape {

    static final String VALID_FROM = "validFrom";
    static final String VALID_UNTIL = "validUntil";
    private static final String PREVIOUS = "previous";

    private final Class<? extends SpecificRecord> type;
    private final Schema schema;
    private final Map<String, ReferenceField> fields = new LinkedHashMap<>();

    RecordShape(Class<? extends SpecificRecord> type) {
        this.type = type;
        this.schema = SpecificData.getForClass(type).getSchema(type);
        for (Schema.Field field : schema.getFields()) {
            if (!field.name().equals(PREVIOUS)) {
                fields.put(field.name(), new ReferenceField(field));
            }
        }
    }

    /** Its fields by name, in the schema's order, the earlier revisions left out. */
    Map<String, ReferenceField> fields() {
        return fields;
    }

    ReferenceField field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    /** Whether its records carry their validity and earlier revisions. */
    boolean hasRevisions() {
        return fields.containsKey(VALID_FROM);
    }

    SpecificRecord blank() {
        SpecificRecord made = (SpecificRecord) SpecificData.newInstance(type, schema);
        fields.values().forEach(field -> {
            Object value = field.otherwise();
            if (value != null) {
                made.put(field.position(), value);
            }
        });
        return hasRevisions() ? withPrevious(made, List.of()) : made;
    }

    /** A copy that may be changed, without earlier revisions. */
    SpecificRecord alone(SpecificRecord original) {
        SpecificRecord copy = (SpecificRecord) SpecificData.newInstance(type, schema);
        fields.values().forEach(field -> copy.put(field.position(), original.get(field.position())));
        return hasRevisions() ? withPrevious(copy, List.of()) : copy;
    }

    /** Sets the earlier revisions. */
    SpecificRecord withPrevious(SpecificRecord changed, List<SpecificRecord> previous) {
        changed.put(schema.getField(PREVIOUS).pos(), previous);
        return changed;
    }

    /** All revisions of a record, newest first, each alone. */
    List<SpecificRecord> revisions(SpecificRecord held) {
        List<SpecificRecord> all = new ArrayList<>();
        all.add(alone(held));
        if (hasRevisions() && held.get(schema.getField(PREVIOUS).pos()) instanceof List<?> previous) {
            previous.forEach(earlier -> all.add(alone((SpecificRecord) earlier)));
        }
        return all;
    }

    @Nullable
    Object get(SpecificRecord held, String name) {
        return held.get(field(name).position());
    }

    /** First instant at which a revision holds; the epoch for always. */
    Instant from(SpecificRecord revision) {
        return get(revision, VALID_FROM) instanceof Instant from ? from : Instant.EPOCH;
    }

    /** First instant at which it holds no more; the end of time for open end. */
    Instant until(SpecificRecord revision) {
        return get(revision, VALID_UNTIL) instanceof Instant until ? until : Instant.MAX;
    }

    /** What differs in two revisions. */
    List<Change.FieldChange> difference(SpecificRecord before, SpecificRecord after) {
        List<Change.FieldChange> differing = new ArrayList<>();
        for (ReferenceField field : fields.values()) {
            Object was = before.get(field.position());
            Object is = after.get(field.position());
            if (!Objects.equals(was, is)) {
                differing.add(new Change.FieldChange(field.name(), field.format(was), field.format(is)));
            }
        }
        return differing;
    }
}
