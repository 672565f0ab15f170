package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.ber.BerCursor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the format of a raw record by its octets, where they tell. */
public final class FormatGuess {
    private static final int LOOKED_AT = 16 * 1024;
    private static final Pattern USAGE = Pattern.compile("[^;]*;\\d{4}-\\d{2}-\\d{2}T[^;]*;[^;]*;\\s*\\d+\\s*");
    private static final Pattern CMCD = Pattern.compile(
            "(?i)CMCD(=|%3D|-(Request|Object|Session|Status)\\b|\")|(^|[,&?{\"'])\\s*\"?(sid|cid|bl|br|mtp|ot|sf|st|tb)\"?[=:]");

    private FormatGuess() {}

    /** Name of the format that the octets are of, if they tell. */
    public static Optional<String> of(byte[] octets) {
        if (octets.length == 0) {
            return Optional.empty();
        }
        return isText(octets) ? text(octets) : charging(octets);
    }

    /** Whether the octets begin as text does: lines of printable characters. */
    static boolean isText(byte[] octets) {
        int to = Math.min(octets.length, LOOKED_AT);
        int odd = 0;
        for (int at = 0; at < to; at++) {
            int octet = octets[at];
            if (octet == 0x7F || (octet >= 0 && octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t')) {
                odd++;
            }
        }
        return to > 0
                && odd <= to / 100
                && octets[0] >= 0
                && (octets[0] >= ' ' || octets[0] == '\n' || octets[0] == '\r');
    }

    private static Optional<String> text(byte[] octets) {
        String head = new String(octets, 0, Math.min(octets.length, LOOKED_AT), StandardCharsets.UTF_8);
        boolean usage = head.lines().filter(line -> !line.isBlank()).limit(3).anyMatch(line -> USAGE.matcher(line)
                .matches());
        if (usage) {
            return Optional.of("data-usage");
        }
        return CMCD.matcher(head).find() ? Optional.of("cmcd") : Optional.empty();
    }

    /** The first record's outer tag tells the domain; all of them are read under any name. */
    private static Optional<String> charging(byte[] octets) {
        int to = Math.min(octets.length, LOOKED_AT);
        if (octets[0] == 0x30 && new BerCursor().over(octets, 0, octets.length).peek()) {
            return Optional.of("huawei-cs-cdr");
        }
        BerCursor cursor = new BerCursor();
        for (int at = 0; at < to; at++) {
            boolean record = RecordTree.mayBegin(octets, at, to)
                    && cursor.over(octets, at, octets.length).peek()
                    && startsWithRecordType(octets, cursor.valueStart());
            if (record) {
                return Optional.of(domain(cursor.tagNumber()));
            }
        }
        return Optional.empty();
    }

    private static boolean startsWithRecordType(byte[] octets, int at) {
        return at + 3 < octets.length && octets[at] == (byte) 0x80 && (octets[at + 1] == 1 || octets[at + 1] == 2);
    }

    private static String domain(int outerTag) {
        if ((outerTag >= 63 && outerTag <= 70) || outerTag == 82 || (outerTag >= 89 && outerTag <= 91)) {
            return "ims-cdr";
        }
        return outerTag >= 20 && outerTag != 100 ? "ps-cdr" : "cs-cdr";
    }
}
