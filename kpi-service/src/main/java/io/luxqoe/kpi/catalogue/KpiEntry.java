package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One KPI as a catalogue file has it: text, until {@link #toKpi()} has checked it field by field. */
final class KpiEntry {

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "family",
            "formula",
            "unit",
            "direction",
            "clause",
            "description",
            "minimumSamples",
            "samples");
    private static final Pattern ID = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Pattern UNIT = Pattern.compile("[!-~]{1,20}");
    private static final int LONGEST_TEXT = 1_000;

    /** Something is wrong with a field. */
    static final class FieldException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FieldException(String field, String reason) {
            super(field + ": " + reason);
        }
    }

    private final JsonNode entry;
    private final List<MeasurementFamily> families;

    KpiEntry(JsonNode entry, List<MeasurementFamily> families) {
        this.entry = entry;
        this.families = families;
    }

    /**
     * The KPI.
     *
     * @throws FieldException names the first field that is wrong
     */
    Kpi toKpi() {
        entry.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new FieldException(field, "no such field; there are " + FIELDS);
                });
        MeasurementFamily family = family();
        return new Kpi(
                id(family),
                text("name"),
                family,
                formula("formula", family),
                matching("unit", UNIT, "a UCUM unit such as 1, s, kbit/s, without blanks, of at most 20 characters"),
                direction(),
                text("clause"),
                text("description"),
                minimumSamples(),
                formula("samples", family));
    }

    private MeasurementFamily family() {
        String id = text("family");
        return families.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new FieldException(
                        "family",
                        "no family " + id + "; there are "
                                + families.stream().map(MeasurementFamily::id).toList()));
    }

    private String id(MeasurementFamily family) {
        String id = matching("id", ID, "lower-case words joined by dots and hyphens, such as voice.drop-rate");
        if (!id.startsWith(family.id() + ".")) {
            throw new FieldException(
                    "id", "the id of a KPI of family " + family.id() + " begins with " + family.id() + ".");
        }
        return id;
    }

    private Formula formula(String field, MeasurementFamily family) {
        try {
            return Formula.compile(text(field), family);
        } catch (FormulaException e) {
            throw new FieldException(field, String.valueOf(e.getMessage()));
        }
    }

    private Kpi.Direction direction() {
        String text = text("direction");
        return Arrays.stream(Kpi.Direction.values())
                .filter(direction -> written(direction).equals(text))
                .findFirst()
                .orElseThrow(() -> new FieldException(
                        "direction",
                        "'" + text + "' is none of "
                                + Arrays.stream(Kpi.Direction.values())
                                        .map(KpiEntry::written)
                                        .toList()));
    }

    private static String written(Kpi.Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private long minimumSamples() {
        JsonNode value = required("minimumSamples");
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new FieldException("minimumSamples", "a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    private String matching(String field, Pattern pattern, String what) {
        String text = text(field);
        if (!pattern.matcher(text).matches()) {
            throw new FieldException(field, "'" + text + "' is not " + what);
        }
        return text;
    }

    private String text(String field) {
        JsonNode value = required(field);
        if (!value.isString() && !value.isNumber()) {
            throw new FieldException(field, "it is a text");
        }
        String text = value.asString();
        if (text.isBlank()) {
            throw new FieldException(field, "it is missing");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new FieldException(field, "it has at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private JsonNode required(String field) {
        JsonNode value = entry.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new FieldException(field, "it is missing");
        }
        return value;
    }
}
