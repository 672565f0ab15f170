package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.cdr.TimeStamps;
import io.luxqoe.decoder.raw.DecodeFailure;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The content of elements in words. What does not fit its type is shown in hexadecimal, and said so. */
final class Values {
    private static final HexFormat HEX = HexFormat.of();
    private static final String[] TYPES_OF_NUMBER = {
        "unknown",
        "international",
        "national",
        "network specific",
        "subscriber",
        "alphanumeric",
        "abbreviated",
        "reserved"
    };
    private static final int MAX_NUMBER = 16;
    private static final int MAX_BITS = 512;

    /**
     * A content in words.
     *
     * @param fits whether it is what its type allows
     */
    record Value(String text, boolean fits) {}

    private Values() {}

    /** The content in the slice as that type. */
    static Value of(ElementType type, byte[] octets, int from, int to) {
        String text =
                switch (type.kind()) {
                    case INTEGER, ENUMERATED -> number(type, octets, from, to);
                    case BITS -> bits(type, octets, from, to);
                    case BOOLEAN -> to - from == 1 ? (octets[from] == 0 ? "false" : "true") : "";
                    case NULL -> to == from ? "present" : "";
                    case CODE -> code(type, octets, from, to);
                    case OCTETS -> octets(octets, from, to);
                    case TEXT, LABEL -> text(octets, from, to);
                    case TIME_STAMP -> timeStamp(octets, from, to);
                    case TBCD -> digits(octets, from, to);
                    case ADDRESS_STRING -> addressString(octets, from, to);
                    case DIRECTORY_NUMBER -> directoryNumber(octets, from, to);
                    case SMS_ADDRESS -> smsAddress(octets, from, to);
                    case PLMN -> to - from == 3 ? LocationText.plmn(octets, from) : "";
                    case AREA_IDENTITY -> LocationText.area(octets, from, to);
                    case USER_LOCATION -> LocationText.userLocation(octets, from, to);
                    case TIME_ZONE -> timeZone(octets, from, to);
                    case PDP_TYPE -> pdpType(octets, from, to);
                    case IP_ADDRESS -> ipAddress(octets, from, to);
                    case FIELDS, CHOICE -> "";
                };
        return text.isEmpty() ? new Value(Hex.of(octets, from, to), false) : new Value(text, true);
    }

    private static String number(ElementType type, byte[] octets, int from, int to) {
        if (to == from || to - from > MAX_NUMBER) {
            return "";
        }
        BigInteger number = new BigInteger(octets, from, to - from);
        if (number.bitLength() < Integer.SIZE) {
            String name = type.valueName(number.intValue());
            if (name != null) {
                return number + " " + name;
            }
        }
        return number.toString();
    }

    private static String bits(ElementType type, byte[] octets, int from, int to) {
        int unused = to > from ? octets[from] : -1;
        if (unused < 0 || unused > 7 || (unused > 0 && to - from == 1)) {
            return "";
        }
        int count = Math.min((to - from - 1) * 8 - unused, MAX_BITS);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < count; bit++) {
            if ((octets[from + 1 + bit / 8] & 0x80 >> bit % 8) != 0) {
                String name = type.valueName(bit);
                names.add(name == null ? "bit " + bit : name);
            }
        }
        return names.isEmpty() ? "no bit set" : String.join(", ", names);
    }

    private static String code(ElementType type, byte[] octets, int from, int to) {
        if (to == from) {
            return "empty";
        }
        String name = to - from == 1 ? type.valueName(octets[from] & 0xFF) : null;
        return name == null ? Hex.of(octets, from, to) : Hex.of(octets, from, to) + " " + name;
    }

    private static String octets(byte[] octets, int from, int to) {
        if (to == from) {
            return "empty";
        }
        String hex = Hex.of(octets, from, to);
        return to - from > 2 && Text.isText(octets, from, to)
                ? hex + " " + Text.quoted(Text.of(octets, from, to))
                : hex;
    }

    private static String text(byte[] octets, int from, int to) {
        if (to == from) {
            return "\"\"";
        }
        return Text.isText(octets, from, to)
                ? Text.quoted(Text.of(octets, from, to))
                : Hex.of(octets, from, to) + " (no text)";
    }

    private static String timeStamp(byte[] octets, int from, int to) {
        if (to - from != TimeStamps.LENGTH) {
            return "";
        }
        try {
            TimeStamps.read(octets, from, "");
        } catch (DecodeFailure e) {
            return "";
        }
        String bcd = HEX.formatHex(octets, from, to);
        return "20" + bcd.substring(0, 2) + "-" + bcd.substring(2, 4) + "-" + bcd.substring(4, 6) + "T"
                + bcd.substring(6, 8) + ":" + bcd.substring(8, 10) + ":" + bcd.substring(10, 12)
                + (char) octets[from + 6]
                + bcd.substring(14, 16) + ":" + bcd.substring(16, 18);
    }

    private static String digits(byte[] octets, int from, int to) {
        return to - from > 6 && Text.isText(octets, from, to)
                ? Text.quoted(Text.of(octets, from, to))
                : tbcd(octets, from, to);
    }

    /** TBCD, low nibble first; nothing if a digit follows the filler. */
    private static String tbcd(byte[] octets, int from, int to) {
        StringBuilder digits = new StringBuilder((to - from) * 2);
        boolean filled = false;
        for (int at = from; at < to; at++) {
            for (int nibble : new int[] {octets[at] & 0xF, octets[at] >> 4 & 0xF}) {
                if (nibble == 0xF) {
                    filled = true;
                } else if (filled) {
                    return "";
                } else {
                    digits.append("0123456789*#abc".charAt(nibble));
                }
            }
        }
        return digits.isEmpty() ? "no digits" : digits.toString();
    }

    private static String addressString(byte[] octets, int from, int to) {
        return to == from ? "no digits" : withType(octets[from], tbcd(octets, from + 1, to));
    }

    private static String directoryNumber(byte[] octets, int from, int to) {
        if (to == from) {
            return "no digits";
        }
        int number = from + (octets[from] < 0 ? 1 : 2);
        if (number > to) {
            return "";
        }
        String text = withType(octets[from], tbcd(octets, number, to));
        if (octets[from] < 0 || text.isEmpty()) {
            return text;
        }
        return switch (octets[from + 1] >> 5 & 3) {
            case 0 -> text + ", presentation allowed";
            case 1 -> text + ", presentation restricted";
            case 2 -> text + ", not available";
            default -> text;
        };
    }

    /** Address field of TS 23.040 clause 9.1.2.5, or an AddressString, as some write. */
    private static String smsAddress(byte[] octets, int from, int to) {
        boolean withLength = to - from >= 2 && (octets[from] & 0xFF) < 0x80 && (octets[from] + 1) / 2 == to - from - 2;
        return addressString(octets, withLength ? from + 1 : from, to);
    }

    private static String withType(byte octet, String digits) {
        return digits.isEmpty() ? "" : digits + " (" + TYPES_OF_NUMBER[octet >> 4 & 7] + plan(octet & 0xF) + ")";
    }

    private static String plan(int plan) {
        return switch (plan) {
            case 1 -> ", E.164";
            case 3 -> ", X.121";
            case 6 -> ", E.212";
            case 8 -> ", national plan";
            case 9 -> ", private plan";
            default -> "";
        };
    }

    /** Octets 1 and 2 of TS 29.060 clause 7.7.52: quarters of an hour, and hours of daylight saving. */
    private static String timeZone(byte[] octets, int from, int to) {
        if (to - from != 2) {
            return "";
        }
        int quarters = (octets[from] & 0x7) * 10 + (octets[from] >> 4 & 0xF);
        String sign = (octets[from] & 0x8) == 0 ? "+" : "-";
        return String.format(
                "UTC%s%02d:%02d, daylight saving %d h", sign, quarters / 4, quarters % 4 * 15, octets[from + 1] & 3);
    }

    private static String pdpType(byte[] octets, int from, int to) {
        if (to - from != 2) {
            return "";
        }
        int number = octets[from + 1] & 0xFF;
        String name =
                switch (number) {
                    case 0x21 -> "IPv4";
                    case 0x57 -> "IPv6";
                    case 0x8D -> "IPv4v6";
                    case 0x01 -> "PPP";
                    case 0x02 -> "non-IP";
                    default -> "unknown";
                };
        return Hex.of(octets, from, to) + " " + name;
    }

    private static String ipAddress(byte[] octets, int from, int to) {
        if (to - from != 4 && to - from != 16) {
            return "";
        }
        byte[] address = new byte[to - from];
        System.arraycopy(octets, from, address, 0, address.length);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            return ""; // never: the length is right
        }
    }
}
