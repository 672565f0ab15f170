package io.luxqoe.local.reference;

import io.luxqoe.decoder.identity.HomePlmns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells as OpenCelliD and the Mozilla Location Service list them. The key is made of what CDRs carry: area and the low
 * 16 bits of the cell for GSM and UMTS, whose cell is RNC id × 65,536 + cell identity there (TS 25.331 clause 10.3.2.2),
 * the whole cell identity for LTE and NR.
 */
final class OpenCellIdLayout extends Layout {

    private static final List<String> KEY = List.of("radio", "mcc", "net", "area", "cell");
    private static final Set<String> COLUMNS = Set.of(
            "radio",
            "mcc",
            "net",
            "area",
            "cell",
            "unit",
            "lon",
            "lat",
            "range",
            "samples",
            "changeable",
            "created",
            "updated",
            "averagesignal");

    private static final long SIXTEEN_BITS = 0xFFFF;
    private static final long TWENTY_FOUR_BITS = (1L << 24) - 1;
    private static final long TWENTY_EIGHT_BITS = (1L << 28) - 1;
    private static final long THIRTY_SIX_BITS = (1L << 36) - 1;

    OpenCellIdLayout() {
        super("opencellid", ReferenceTable.CELL);
    }

    @Override
    boolean fits(Header header) {
        return header.hasAll(KEY);
    }

    @Override
    Set<String> ownColumns() {
        return COLUMNS;
    }

    @Override
    Set<String> madeFields(Header header) {
        return header.has("lat") && header.has("lon")
                ? Set.of("cellKey", "radioTechnology", "latitude", "longitude")
                : Set.of("cellKey", "radioTechnology");
    }

    @Override
    @Nullable
    Map<String, String> fields(Row row) throws BadRow {
        String radio = row.cell("radio").toUpperCase(Locale.ROOT);
        String technology;
        long area;
        long cell;
        switch (radio) {
            case "GSM", "UMTS" -> {
                technology = radio.equals("GSM") ? "GERAN" : "UTRAN";
                area = whole(row, "area", SIXTEEN_BITS);
                cell = whole(row, "cell", TWENTY_EIGHT_BITS) & SIXTEEN_BITS;
            }
            case "LTE" -> {
                technology = "E_UTRAN";
                area = whole(row, "area", SIXTEEN_BITS);
                cell = whole(row, "cell", TWENTY_EIGHT_BITS);
            }
            case "NR" -> {
                technology = "NR";
                area = whole(row, "area", TWENTY_FOUR_BITS);
                cell = whole(row, "cell", THIRTY_SIX_BITS);
            }
            case "CDMA" -> {
                return null;
            }
            default -> throw new BadRow("radio", "is none of GSM, UMTS, LTE, NR, CDMA");
        }
        String key = plmn(row) + '-' + area + '-' + cell;
        return madeFields(row.header()).contains("latitude")
                ? Map.of(
                        "cellKey",
                        key,
                        "radioTechnology",
                        technology,
                        "latitude",
                        row.cell("lat"),
                        "longitude",
                        row.cell("lon"))
                : Map.of("cellKey", key, "radioTechnology", technology);
    }

    /** The list writes codes as numbers, so the zeros that the network sends are put back. */
    private static String plmn(Row row) throws BadRow {
        int mcc = (int) whole(row, "mcc", 999);
        int mnc = (int) whole(row, "net", 999);
        int digits = Math.max(
                HomePlmns.hasThreeDigitMnc(mcc) ? 3 : 2, row.cell("net").length());
        return padded(mcc, 3) + '-' + padded(mnc, Math.min(digits, 3));
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static long whole(Row row, String column, long largest) throws BadRow {
        try {
            long number = Long.parseLong(row.cell(column));
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRow(column, "is not a whole number from 0 to " + largest);
    }
}
