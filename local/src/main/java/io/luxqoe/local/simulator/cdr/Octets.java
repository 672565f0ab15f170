package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Plmn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The octet strings that charging records are made of (FORMATS section 1.5). */
final class Octets {

    private static final int E_164 = 1;
    private static final int FILLER = 0xF;

    private Octets() {}

    /** TBCD-STRING (TS 29.002): two digits an octet, low nibble first, filler F. */
    static byte[] tbcd(String digits) {
        return digits(digits, 0);
    }

    /** AddressString (TS 29.002): type of number and plan, then TBCD. */
    static byte[] addressString(int typeOfNumber, String digits) {
        byte[] octets = digits(digits, 1);
        octets[0] = (byte) (0x80 | typeOfNumber << 4 | E_164);
        return octets;
    }

    /** BCDDirectoryNumber (TS 24.008 clause 10.5.4.7 from octet 3): with octet 3a only where presentation is restricted. */
    static byte[] directoryNumber(Address address) {
        if (!address.restricted()) {
            return addressString(address.typeOfNumber(), address.digits());
        }
        byte[] octets = digits(address.digits(), 2);
        octets[0] = (byte) (address.typeOfNumber() << 4 | E_164);
        // Presentation restricted, number provided by the network.
        octets[1] = (byte) 0xA3;
        return octets;
    }

    /** TimeStamp: BCD date and time to the second, sign, BCD offset from UTC (TS 32.298 clause 5.1.2.1.4). */
    static byte[] timeStamp(Instant instant, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        LocalDateTime local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return new byte[] {
            bcd(local.getYear() % 100),
            bcd(local.getMonthValue()),
            bcd(local.getDayOfMonth()),
            bcd(local.getHour()),
            bcd(local.getMinute()),
            bcd(local.getSecond()),
            (byte) (offset.getTotalSeconds() < 0 ? '-' : '+'),
            bcd(minutes / 60),
            bcd(minutes % 60)
        };
    }

    /** The three octets of a PLMN with a two-digit network code (TS 24.008 clause 10.5.1.3). */
    static byte[] plmn(Plmn plmn) {
        String mcc = plmn.mcc();
        String mnc = plmn.mnc();
        return new byte[] {
            nibbles(digit(mcc, 0), digit(mcc, 1)), nibbles(digit(mcc, 2), FILLER), nibbles(digit(mnc, 0), digit(mnc, 1))
        };
    }

    /** An unsigned number in so many octets, big-endian. */
    static byte[] unsigned(long value, int octets) {
        byte[] result = new byte[octets];
        for (int i = 0; i < octets; i++) {
            result[i] = (byte) (value >> (8 * (octets - 1 - i)));
        }
        return result;
    }

    private static byte[] digits(String digits, int before) {
        int count = digits.length();
        byte[] octets = new byte[before + (count + 1) / 2];
        for (int i = 0; i < count; i += 2) {
            int second = i + 1 < count ? digit(digits, i + 1) : FILLER;
            octets[before + i / 2] = nibbles(digit(digits, i), second);
        }
        return octets;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }

    private static byte nibbles(int low, int high) {
        return (byte) (high << 4 | low);
    }

    private static byte bcd(int twoDigits) {
        return nibbles(twoDigits % 10, twoDigits / 10);
    }
}
