package io.luxqoe.local.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of mobile networks by MCC and MNC, as public ones are laid out. Networks that do not operate any more are
 * passed over, and so are parts of a network code beyond three digits, which no CDR carries; a network that is listed
 * under several countries counts once.
 */
final class PlmnListLayout extends Layout {

    /** Columns for the name, the one that people know first. */
    private static final List<String> NAMES = List.of("name", "brand", "operator", "network");

    private static final List<String> COUNTRIES = List.of("countryCode", "iso", "country");

    PlmnListLayout() {
        super("mcc-mnc", ReferenceTable.OPERATOR);
    }

    @Override
    boolean fits(Header header) {
        return header.has("mcc") && header.has("mnc");
    }

    @Override
    Set<String> ownColumns() {
        return Set.of(
                "mcc",
                "mnc",
                "name",
                "brand",
                "operator",
                "network",
                "countrycode",
                "iso",
                "country",
                "countryname",
                "country code",
                "mcc (int)",
                "mnc (int)",
                "type",
                "status",
                "bands",
                "notes");
    }

    @Override
    Set<String> madeFields(Header header) {
        return COUNTRIES.stream().anyMatch(header::has) ? Set.of("plmn", "name", "country") : Set.of("plmn", "name");
    }

    @Override
    boolean firstCounts() {
        return true;
    }

    @Override
    @Nullable
    Map<String, String> fields(Row row) throws BadRow {
        String mcc = row.cell("mcc");
        String mnc = row.cell("mnc");
        if (row.cell("status").equalsIgnoreCase("Not operational") || mnc.matches("[0-9]{4,}")) {
            return null;
        }
        if (!mcc.matches("[0-9]{3}")) {
            throw new BadRow("mcc", "is not three digits");
        }
        if (!mnc.matches("[0-9]{2,3}")) {
            throw new BadRow("mnc", "is not two or three digits");
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("plmn", mcc + '-' + mnc);
        fields.put("name", firstOf(row, NAMES, ".+"));
        if (madeFields(row.header()).contains("country")) {
            fields.put("country", firstOf(row, COUNTRIES, "[A-Za-z]{2}").toUpperCase(Locale.ROOT));
        }
        return fields;
    }

    private static String firstOf(Row row, List<String> columns, String form) {
        return columns.stream()
                .map(row::cell)
                .filter(cell -> cell.matches(form))
                .findFirst()
                .orElse("");
    }
}
