package io.luxqoe.local;

import io.luxqoe.local.simulator.network.Line;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for identities of subscribers in octets, however they are written: digits as text, as text of hexadecimal TBCD, and
 * as TBCD or plain BCD octets. An MSISDN is looked for with its country code and in its national form.
 */
final class IdentitySearch {

    private static final int MSISDN = 11;
    private static final int IMSI = 15;
    /** An IMEI without its check digit. */
    private static final int SHORT_IMEI = 14;

    private static final int NATIONAL_MSISDN = 10;
    private static final int[] LENGTHS = {NATIONAL_MSISDN, MSISDN, SHORT_IMEI, IMSI};
    private static final int NO_DIGIT = 0xF;

    /** Each identity as its length and its digits in one number, sorted. */
    private final long[] identities;

    private IdentitySearch(long[] identities) {
        this.identities = identities;
    }

    static IdentitySearch of(Collection<Line> lines) {
        return new IdentitySearch(lines.stream()
                .flatMap(line -> Stream.of(
                        line.imsi(),
                        line.msisdn(),
                        line.imei(),
                        line.imei().substring(0, SHORT_IMEI),
                        "0" + line.msisdn().substring(2)))
                .filter(digits -> Arrays.stream(LENGTHS).anyMatch(length -> length == digits.length()))
                .mapToLong(digits -> packed(digits.length(), Long.parseLong(digits)))
                .sorted()
                .toArray());
    }

    private static long packed(int length, long digits) {
        return length * 1_000_000_000_000_000L + digits;
    }

    /** Where the first identity is and how it is written, without its digits; nothing if there is none. */
    Optional<String> find(byte[] octets) {
        for (int at = 0; at < octets.length; at++) {
            if (isAt(octets, at, Writing.TEXT)) {
                return Optional.of("digits at octet " + at);
            }
            if (isAt(octets, at, Writing.TBCD) || isAt(octets, at, Writing.BCD)) {
                return Optional.of("BCD at octet " + at);
            }
            if (isAt(octets, at, Writing.HEXADECIMAL)) {
                return Optional.of("hexadecimal TBCD at octet " + at);
            }
        }
        return Optional.empty();
    }

    private enum Writing {
        TEXT,
        TBCD,
        BCD,
        HEXADECIMAL
    }

    private boolean isAt(byte[] octets, int at, Writing writing) {
        long digits = 0;
        for (int i = 0; i < IMSI; i++) {
            int digit = digit(octets, at, i, writing);
            if (digit > 9) {
                return false;
            }
            digits = digits * 10 + digit;
            if (isLength(i + 1)
                    && Arrays.binarySearch(identities, packed(i + 1, digits)) >= 0
                    && isDelimited(octets, at, i + 1, writing)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Short numbers come about by chance in millions of octets: they count only where their digits end with them, as the
     * writers of TBCD end an odd number with a filler, and in their national form only as text of its own.
     */
    private static boolean isDelimited(byte[] octets, int at, int length, Writing writing) {
        if (length > MSISDN) {
            return true;
        }
        boolean ends = digit(octets, at, length, writing) > 9;
        return length == MSISDN
                ? ends
                : ends && writing == Writing.TEXT && (at == 0 || decimal(octets, at - 1) == NO_DIGIT);
    }

    private static boolean isLength(int length) {
        return length == NATIONAL_MSISDN || length == MSISDN || length == SHORT_IMEI || length == IMSI;
    }

    private static int digit(byte[] octets, int at, int index, Writing writing) {
        return switch (writing) {
            case TEXT -> decimal(octets, at + index);
            case TBCD -> nibble(octets, at + index / 2, index % 2 == 0 ? 0 : 4);
            case BCD -> nibble(octets, at + index / 2, index % 2 == 0 ? 4 : 0);
            case HEXADECIMAL -> decimal(octets, at + (index ^ 1));
        };
    }

    private static int decimal(byte[] octets, int at) {
        return at < octets.length && octets[at] >= '0' && octets[at] <= '9' ? octets[at] - '0' : NO_DIGIT;
    }

    private static int nibble(byte[] octets, int at, int shift) {
        return at < octets.length ? octets[at] >> shift & 0xF : NO_DIGIT;
    }
}
