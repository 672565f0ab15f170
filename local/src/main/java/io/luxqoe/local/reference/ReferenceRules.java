package io.luxqoe.local.reference;

import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DataService;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.Source;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a key and a record must be beyond their types, so that the enrichment finds them. */
final class ReferenceRules {

    private static final long LARGEST_AREA = (1L << 24) - 1;
    private static final long LARGEST_CELL = (1L << 36) - 1;
    private static final long LARGEST_RATING_GROUP = (1L << 32) - 1;

    private static final Pattern CELL_KEY =
            Pattern.compile("[0-9]{3}-[0-9]{2,3}-(0|[1-9][0-9]{0,7})-(0|[1-9][0-9]{0,10})");
    private static final Pattern TAC = Pattern.compile("[0-9]{8}");
    private static final Pattern PLMN = Pattern.compile("[0-9]{3}-[0-9]{2,3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9*#]{1,40}");
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern ACCESS_POINT = Pattern.compile("[a-z0-9._-]{1,100}");

    private ReferenceRules() {}

    /** A key as the topic has it. */
    static String key(ReferenceTable table, String text) throws BadRow {
        String key = table == ReferenceTable.ACCESS_POINT ? text.toLowerCase(Locale.ROOT) : text;
        String column = table.keyFields().get(0);
        switch (table) {
            case CELL -> checkCellKey(column, key);
            case DEVICE_TYPE -> matches(column, key, TAC, "is not a TAC of eight digits");
            case OPERATOR -> matches(column, key, PLMN, "is not MCC and MNC, such as 208-20");
            case DIALLED_NUMBER -> matches(column, key, DIGITS, "is not 1 to 40 digits, * and # as dialled");
            case ACCESS_POINT -> matches(column, key, ACCESS_POINT, "is not a network identifier, such as internet");
            case SUBSCRIBER ->
                matches(column, key, PSEUDONYM, "is not a pseudonym: 22 characters as the decoder writes them");
            default -> {}
        }
        return key;
    }

    private static void checkCellKey(String column, String key) throws BadRow {
        Matcher parts = CELL_KEY.matcher(key);
        if (!parts.matches()
                || Long.parseLong(parts.group(1)) > LARGEST_AREA
                || Long.parseLong(parts.group(2)) > LARGEST_CELL) {
            throw new BadRow(column, "is not mcc-mnc-area-cell in decimal, such as 208-20-4660-22136");
        }
    }

    private static void matches(String column, String key, Pattern pattern, String otherwise) throws BadRow {
        if (!pattern.matcher(key).matches()) {
            throw new BadRow(column, otherwise);
        }
    }

    /** Checks a revision as it is to be written. */
    static void check(RecordShape shape, SpecificRecord revision) throws BadRow {
        if (shape.hasRevisions() && !shape.from(revision).isBefore(shape.until(revision))) {
            throw new BadRow(RecordShape.VALID_UNTIL, "is not after the beginning of the revision");
        }
        if (revision instanceof Cell cell) {
            within("latitude", cell.getLatitude(), 90);
            within("longitude", cell.getLongitude(), 180);
        } else if (revision instanceof Equipment equipment) {
            require(!equipment.getEquipmentId().equals(equipment.getParent()), "parent", "is the equipment itself");
        } else if (revision instanceof CauseReference cause) {
            require(cause.getScheme() != CauseScheme.UNKNOWN, "scheme", "must be known");
        } else if (revision instanceof Operator operator) {
            String country = operator.getCountry();
            require(
                    country == null || COUNTRY.matcher(country).matches(),
                    "country",
                    "is not two capital letters of ISO 3166-1");
        } else if (revision instanceof DataService service) {
            require(
                    service.getRatingGroup() <= LARGEST_RATING_GROUP,
                    "ratingGroup",
                    "is more than " + LARGEST_RATING_GROUP);
        } else if (revision instanceof PlannedWork work) {
            require(!work.getObjects().isEmpty(), "objects", "must not be empty");
            require(work.getBegin().isBefore(work.getEnd()), "end", "is not after the begin");
            zone(work.getZone());
        } else if (revision instanceof Source source) {
            zone(source.getZone());
            Long interval = source.getUsualIntervalMs();
            require(interval == null || interval > 0, "usualIntervalMs", "must be more than 0");
        }
    }

    /** The IANA zone of that name. */
    static ZoneId zone(String name) throws BadRow {
        require(ZoneId.getAvailableZoneIds().contains(name), "zone", "is not an IANA zone, such as Europe/Paris");
        return ZoneId.of(name);
    }

    private static void within(String column, @Nullable Double degrees, double most) throws BadRow {
        require(
                degrees == null || Math.abs(degrees) <= most,
                column,
                "is not from -" + (int) most + " to " + (int) most);
    }

    private static void require(boolean holds, String column, String otherwise) throws BadRow {
        if (!holds) {
            throw new BadRow(column, otherwise);
        }
    }
}
