package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.identity.HomePlmns;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The header P-Access-Network-Info (RFC 7315 clause 5.4, TS 24.229 clause 7.2A.4): {@code
 * 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082012340ABCDEF}. The cell id is MCC, MNC, then area and cell in hexadecimal, each of
 * the width of its technology. A header that says no cell, or one that makes no sense, gives no location.
 */
final class AccessNetwork {
    private static final int MCC_LENGTH = 3;

    private @Nullable Location location;
    private boolean byNetwork;

    /** Reads a header; where the network provided a location that one stays. */
    void read(String header) {
        HeaderValues values = new HeaderValues(header);
        while (values.next()) {
            boolean networkProvided = values.parameter("network-provided") != null;
            if (location == null || (networkProvided && !byNetwork)) {
                Location found = location(values);
                if (found != null) {
                    location = found;
                    byNetwork = networkProvided;
                }
            }
        }
    }

    /** The location that was found, if one was. */
    @Nullable
    Location location() {
        return location;
    }

    private static @Nullable Location location(HeaderValues value) {
        RadioTechnology technology = technology(value.token().toLowerCase(Locale.ROOT));
        return switch (technology) {
            case GERAN -> location(technology, value.parameter("cgi-3gpp"), 4, 4);
            case UTRAN, E_UTRAN -> location(technology, value.parameter("utran-cell-id-3gpp"), 4, 7);
            case NR -> location(technology, value.parameter("utran-cell-id-3gpp"), 6, 9);
            default -> null;
        };
    }

    private static RadioTechnology technology(String accessType) {
        if (accessType.startsWith("3gpp-e-utran")) {
            return RadioTechnology.E_UTRAN;
        }
        if (accessType.startsWith("3gpp-nr")) {
            return RadioTechnology.NR;
        }
        if (accessType.startsWith("3gpp-utran")) {
            return RadioTechnology.UTRAN;
        }
        return accessType.startsWith("3gpp-geran") ? RadioTechnology.GERAN : RadioTechnology.UNKNOWN;
    }

    private static @Nullable Location location(
            RadioTechnology technology, @Nullable String cellId, int areaWidth, int cellWidth) {
        if (cellId == null || cellId.length() < MCC_LENGTH + 2 + areaWidth + 1) {
            return null;
        }
        int mcc = (int) number(cellId, 0, MCC_LENGTH, 10);
        if (mcc < 0) {
            return null;
        }
        int area = MCC_LENGTH + mncLength(mcc, cellId.length() - MCC_LENGTH - areaWidth - cellWidth);
        int cell = area + areaWidth;
        if (cellId.length() <= cell || cellId.length() > cell + cellWidth || number(cellId, MCC_LENGTH, area, 10) < 0) {
            return null;
        }
        long areaCode = number(cellId, area, cell, 16);
        long cellIdentity = number(cellId, cell, cellId.length(), 16);
        if (areaCode < 0 || cellIdentity < 0) {
            return null;
        }
        String plmn = cellId.substring(0, MCC_LENGTH) + '-' + cellId.substring(MCC_LENGTH, area);
        return new Location(technology, plmn, (int) areaCode, cellIdentity, plmn + '-' + areaCode + '-' + cellIdentity);
    }

    /** The full width tells; writers that leave leading zeros of the cell away are judged by the country. */
    private static int mncLength(int mcc, int byWidth) {
        return byWidth == 2 || byWidth == 3 ? byWidth : HomePlmns.hasThreeDigitMnc(mcc) ? 3 : 2;
    }

    /** The digits in the slice as a number, or -1 where one is none of that radix. */
    private static long number(String text, int from, int to, int radix) {
        long number = 0;
        for (int i = from; i < to; i++) {
            char symbol = text.charAt(i);
            int digit = symbol < 0x80 ? Character.digit(symbol, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
