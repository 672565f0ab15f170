package io.luxqoe.decoder.inspect;

import java.util.ArrayList;
import java.util.List;

/** Places in words: PLMN, cell, user location information in the forms of TS 29.274, TS 29.060 and TS 29.061. */
final class LocationText {
    private static final int PLMN = 3;
    private static final int AREA = 7;

    private final byte[] octets;
    private final int to;
    private final List<String> parts = new ArrayList<>();
    private int at;

    private LocationText(byte[] octets, int at, int to) {
        this.octets = octets;
        this.at = at;
        this.to = to;
    }

    /** The three octets as {@code mcc-mnc}, whatever nibbles they hold. */
    static String plmn(byte[] octets, int from) {
        String nibbles = "0123456789abcdef";
        StringBuilder text = new StringBuilder(7)
                .append(nibbles.charAt(octets[from] & 0xF))
                .append(nibbles.charAt(octets[from] >> 4 & 0xF))
                .append(nibbles.charAt(octets[from + 1] & 0xF))
                .append('-')
                .append(nibbles.charAt(octets[from + 2] & 0xF))
                .append(nibbles.charAt(octets[from + 2] >> 4 & 0xF));
        int third = octets[from + 1] >> 4 & 0xF;
        return third == 0xF
                ? text.toString()
                : text.append(nibbles.charAt(third)).toString();
    }

    /** PLMN, location area and cell or service area in seven octets. */
    static String area(byte[] octets, int from, int to) {
        return to - from == AREA
                ? plmn(octets, from) + " area " + number(octets, from + 3, 2) + " cell " + number(octets, from + 5, 2)
                : "";
    }

    /** User location information; empty if no form fits. */
    static String userLocation(byte[] octets, int from, int to) {
        if (to - from < 2) {
            return "";
        }
        String text = new LocationText(octets, from + 1, to).bitmap(octets[from] & 0xFF);
        if (text.isEmpty()) {
            text = new LocationText(octets, from + 1, to).type(octets[from] & 0xFF);
        }
        return text;
    }

    /** TS 29.274 clause 8.21. */
    private String bitmap(int map) {
        boolean fits = (map & 0xC0) == 0
                && ((map & 1) == 0 || twoPairs("CGI", "ci"))
                && ((map & 2) == 0 || twoPairs("SAI", "sac"))
                && ((map & 4) == 0 || twoPairs("RAI", "rac"))
                && ((map & 8) == 0 || trackingArea(2))
                && ((map & 16) == 0 || eutranCell())
                && ((map & 32) == 0 || locationArea());
        return fits && at == to && !parts.isEmpty() ? String.join("; ", parts) : "";
    }

    /** TS 29.060 clause 7.7.51 and TS 29.061 clause 16.4.7. */
    private String type(int type) {
        boolean fits =
                switch (type) {
                    case 0 -> twoPairs("CGI", "ci");
                    case 1 -> twoPairs("SAI", "sac");
                    case 2 -> twoPairs("RAI", "rac");
                    case 128 -> trackingArea(2);
                    case 129 -> eutranCell();
                    case 130 -> trackingArea(2) && eutranCell();
                    case 135 -> newRadioCell();
                    case 136 -> trackingArea(3);
                    case 137 -> trackingArea(3) && newRadioCell();
                    default -> false;
                };
        return fits && at == to ? String.join("; ", parts) : "";
    }

    private boolean twoPairs(String name, String second) {
        return part(name, AREA, "lac " + pair(3) + " " + second + " " + pair(5));
    }

    private boolean locationArea() {
        return part("LAI", 5, "lac " + pair(3));
    }

    private boolean trackingArea(int octetsOfCode) {
        return part("TAI", PLMN + octetsOfCode, "tac " + field(3, octetsOfCode));
    }

    private boolean eutranCell() {
        long cell = field(3, 4) & 0xFFFFFFF;
        return part("ECGI", AREA, "eci " + cell + " (enb " + (cell >> 8) + " cell " + (cell & 0xFF) + ")");
    }

    private boolean newRadioCell() {
        return part("NCGI", 8, "nci " + (field(3, 5) & 0xFFFFFFFFFL));
    }

    private boolean part(String name, int length, String rest) {
        if (at + length > to) {
            return false;
        }
        parts.add(name + " " + plmn(octets, at) + " " + rest);
        at += length;
        return true;
    }

    private long pair(int offset) {
        return field(offset, 2);
    }

    private long field(int offset, int length) {
        return at + offset + length > to ? -1 : number(octets, at + offset, length);
    }

    private static long number(byte[] octets, int from, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (octets[from + i] & 0xFF);
        }
        return number;
    }
}
