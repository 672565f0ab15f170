package io.luxqoe.local.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a row goes in the revisions of its key. What holds at an instant is the newest revision whose interval covers
 * it, so a revision need not end where the next one begins.
 */
final class Revisions {

    /** Earlier revisions that a record carries at most. */
    static final int MOST_EARLIER = 16;

    /**
     * What a row makes of its key.
     *
     * @param record what the table is to hold, null where it does already
     * @param revision the revision that the row is about, alone
     */
    record Result(
            Change.Kind kind,
            @Nullable SpecificRecord record,
            SpecificRecord revision,
            List<Change.FieldChange> fields) {}

    private final RecordShape shape;

    Revisions(RecordShape shape) {
        this.shape = shape;
    }

    /**
     * Applies a row.
     *
     * @param held what the table holds of the key, null for nothing
     * @param row values by field; fields that are not in it stay as they are
     */
    Result apply(@Nullable SpecificRecord held, Map<ReferenceField, @Nullable Object> row) throws BadRow {
        if (held == null) {
            for (ReferenceField field : shape.fields().values()) {
                if (field.isRequired() && !row.containsKey(field)) {
                    throw field.bad("is needed for a key that the table does not have yet: as a column, or --set "
                            + field.name() + "=…");
                }
            }
            SpecificRecord made = changed(shape.blank(), row);
            return new Result(Change.Kind.ADDED, made, made, List.of());
        }
        List<SpecificRecord> revisions = shape.revisions(held);
        Instant from = shape.hasRevisions() ? validFrom(row) : null;
        int at = from == null ? 0 : indexFrom(revisions, from);
        if (from == null
                || (at < revisions.size() && shape.from(revisions.get(at)).equals(from))) {
            return correct(revisions, at, row);
        }
        return insert(revisions, at, from, row);
    }

    /** Where a row says since when it holds; null where it does not. */
    private @Nullable Instant validFrom(Map<ReferenceField, @Nullable Object> row) {
        return row.get(shape.field(RecordShape.VALID_FROM)) instanceof Instant from && !from.equals(Instant.EPOCH)
                ? from
                : null;
    }

    /** Index of the newest revision that does not begin after that instant. */
    private int indexFrom(List<SpecificRecord> revisions, Instant from) {
        int at = 0;
        while (at < revisions.size() && shape.from(revisions.get(at)).isAfter(from)) {
            at++;
        }
        return at;
    }

    private Result correct(List<SpecificRecord> revisions, int at, Map<ReferenceField, @Nullable Object> row) {
        SpecificRecord before = revisions.get(at);
        SpecificRecord after = changed(shape.alone(before), row);
        if (shape.hasRevisions()) {
            after.put(shape.field(RecordShape.VALID_FROM).position(), shape.from(before));
        }
        List<Change.FieldChange> fields = shape.difference(before, after);
        List<SpecificRecord> corrected = new ArrayList<>(revisions);
        corrected.set(at, after);
        return new Result(Change.Kind.CORRECTED, fields.isEmpty() ? null : joined(corrected), after, fields);
    }

    private Result insert(
            List<SpecificRecord> revisions, int at, Instant from, Map<ReferenceField, @Nullable Object> row)
            throws BadRow {
        if (at > MOST_EARLIER) {
            throw new BadRow(
                    RecordShape.VALID_FROM, "is before the " + (MOST_EARLIER + 1) + " revisions that a record keeps");
        }
        SpecificRecord before = revisions.get(Math.min(at, revisions.size() - 1));
        SpecificRecord copy = shape.alone(before);
        copy.put(shape.field(RecordShape.VALID_UNTIL).position(), null);
        SpecificRecord after = changed(copy, row);
        if (saysNothingNew(revisions, at, from, after)) {
            return new Result(Change.Kind.REVISED, null, after, List.of());
        }
        List<SpecificRecord> more = new ArrayList<>(revisions);
        more.add(at, after);
        return new Result(Change.Kind.REVISED, joined(more), after, shape.difference(before, after));
    }

    /** Whether the revision that held at that instant says the same, and for as long. */
    private boolean saysNothingNew(List<SpecificRecord> revisions, int at, Instant from, SpecificRecord after) {
        if (at == revisions.size()) {
            return false;
        }
        SpecificRecord before = revisions.get(at);
        return shape.until(before).isAfter(from)
                && shape.difference(before, after).stream()
                        .allMatch(change -> change.field().equals(RecordShape.VALID_FROM));
    }

    private SpecificRecord joined(List<SpecificRecord> revisions) {
        SpecificRecord newest = shape.alone(revisions.get(0));
        if (revisions.size() == 1) {
            return newest;
        }
        return shape.withPrevious(
                newest, List.copyOf(revisions.subList(1, Math.min(revisions.size(), MOST_EARLIER + 1))));
    }

    private static SpecificRecord changed(SpecificRecord copy, Map<ReferenceField, @Nullable Object> row) {
        row.forEach((field, value) -> copy.put(field.position(), value));
        return copy;
    }
}
