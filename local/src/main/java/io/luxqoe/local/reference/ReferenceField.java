package io.luxqoe.local.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** A field of a reference record: its cells in a file read and written as text. */
final class ReferenceField {

    /** Characters of a cell: no reference has more, and a file that is no table has. */
    private static final int LONGEST = 1_000;

    private static final int MOST_ITEMS = 10_000;
    private static final String JOINT = "|";
    private static final Pattern OFFSET = Pattern.compile(".*(?:[Zz]|[+-]\\d\\d(?::?\\d\\d)?)");

    private final Schema.Field field;
    private final Schema type;
    private final boolean nullable;

    ReferenceField(Schema.Field field) {
        this.field = field;
        this.nullable = field.schema().isNullable();
        this.type = field.schema().getType() == Schema.Type.UNION
                ? field.schema().getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : field.schema();
    }

    String name() {
        return field.name();
    }

    int position() {
        return field.pos();
    }

    /** Whether a record cannot be without it. */
    boolean isRequired() {
        return !nullable && !field.hasDefaultValue();
    }

    private boolean isInstant() {
        return type.getType() == Schema.Type.LONG && type.getLogicalType() != null;
    }

    /** What a record has where nothing is said; null for a field that may be absent, or must be given. */
    @Nullable
    Object otherwise() {
        if (nullable || !field.hasDefaultValue()) {
            return null;
        }
        return switch (type.getType()) {
            case ARRAY -> List.of();
            case ENUM -> SpecificData.get().createEnum(String.valueOf(field.defaultVal()), type);
            case LONG -> isInstant() ? Instant.EPOCH : field.defaultVal();
            default -> field.defaultVal() == JsonProperties.NULL_VALUE ? null : field.defaultVal();
        };
    }

    /**
     * The value that a cell stands for; what holds otherwise where the cell is blank.
     *
     * @param zone what a local time is in; null where an instant needs its offset
     */
    @Nullable
    Object parse(String cell, @Nullable ZoneId zone) throws BadRow {
        String text = cell.strip();
        if (text.isEmpty()) {
            if (isRequired()) {
                throw bad("must not be empty");
            }
            return otherwise();
        }
        if (type.getType() != Schema.Type.ARRAY) {
            return value(text, type, zone);
        }
        List<Object> items = new ArrayList<>();
        for (String item : text.split(Pattern.quote(JOINT), MOST_ITEMS + 1)) {
            if (item.isBlank()) {
                throw bad("has an empty item between two |");
            }
            Object value = value(item.strip(), type.getElementType(), zone);
            if (!items.contains(value)) {
                items.add(value);
            }
        }
        return List.copyOf(items);
    }

    private Object value(String text, Schema schema, @Nullable ZoneId zone) throws BadRow {
        if (text.length() > LONGEST) {
            throw bad("has more than " + LONGEST + " characters");
        }
        return switch (schema.getType()) {
            case STRING -> text(text);
            case BOOLEAN -> flag(text);
            case INT -> (int) whole(text, Integer.MAX_VALUE);
            case LONG -> isInstant() ? instant(text, zone) : (Object) whole(text, Long.MAX_VALUE);
            case DOUBLE -> number(text);
            case ENUM -> word(text, schema);
            default -> throw new IllegalStateException("No cell is a " + schema.getType());
        };
    }

    private String text(String text) throws BadRow {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad("has a control character");
        }
        return text;
    }

    private boolean flag(String text) throws BadRow {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw bad("is neither true nor false");
    }

    private long whole(String text, long largest) throws BadRow {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad("is not a whole number from 0 to " + largest);
    }

    private double number(String text) throws BadRow {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad("is not a number");
    }

    private Object word(String text, Schema words) throws BadRow {
        String symbol = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (!words.hasEnumSymbol(symbol)) {
            throw bad("is none of " + String.join(", ", words.getEnumSymbols()));
        }
        return SpecificData.get().createEnum(symbol, words);
    }

    private Instant instant(String text, @Nullable ZoneId zone) throws BadRow {
        String iso = text.replaceFirst("(?<=\\d) (?=\\d)", "T");
        try {
            if (iso.indexOf('T') > 0
                    && OFFSET.matcher(iso.substring(iso.indexOf('T'))).matches()) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            if (zone == null) {
                throw bad("is not a time with its offset, such as 2026-11-20T00:00:00Z or 2026-11-20T01:00+01:00");
            }
            return local(LocalDateTime.parse(iso), zone);
        } catch (DateTimeException e) {
            throw bad("is not a time of ISO 8601, such as 2026-11-20T01:00+01:00");
        }
    }

    private Instant local(LocalDateTime time, ZoneId zone) throws BadRow {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw bad("does not exist in " + zone + ": the clocks go forward over it; give its offset");
        }
        if (offsets.size() > 1) {
            throw bad("exists twice in " + zone + ": the clocks go back over it; give its offset, "
                    + offsets.stream().map(ZoneOffset::toString).collect(Collectors.joining(" or ")));
        }
        return time.toInstant(offsets.get(0));
    }

    BadRow bad(String reason) {
        return new BadRow(name(), reason);
    }

    /** The value as a cell has it; null for none. */
    @Nullable
    String format(@Nullable Object value) {
        if (value == null || (name().equals(RecordShape.VALID_FROM) && Instant.EPOCH.equals(value))) {
            return null;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Object::toString).collect(Collectors.joining(JOINT));
        }
        return value.toString();
    }
}
