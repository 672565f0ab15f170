package io.luxqoe.decoder.bench;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import java.util.HexFormat;
import java.util.Random;

/**
 * Files of originating calls as one switch of a network writes them: 200,000 subscribers, of whom a fifth makes three
 * fifths of the calls, 10,000 cells, 2,000 types of device. Every file that is given out is new, so that no call is a
 * duplicate, while subscribers, cells and numbers come again as they do in a network.
 */
public final class CallTraffic {
    /** Calls in a file. */
    public static final int CALLS = 1000;
    /** Octets before the first CDR. */
    public static final int FILE_HEADER = 54;
    /** Octets of a CDR header. */
    public static final int CDR_HEADER = 5;

    private static final int FILES = 100;
    private static final int SUBSCRIBERS = 200_000;
    private static final int CELLS = 10_000;
    private static final int DEVICE_TYPES = 2_000;
    private static final int TRUNK_GROUPS = 40;
    /** Octets of callReference, which stands last in a record, so that a file can be made new. */
    private static final int REFERENCE = 4;

    private final Random random = new Random(20_261_120);
    private final byte[][] files = new byte[FILES][];
    private int given;

    /** Generates the files. */
    public CallTraffic() {
        for (int i = 0; i < FILES; i++) {
            byte[][] calls = new byte[CALLS][];
            for (int j = 0; j < CALLS; j++) {
                calls[j] = call();
            }
            files[i] = Cdrs.extendedFile(calls);
        }
    }

    /** A file whose calls no file before had. It is valid until the next one is asked for. */
    public byte[] next() {
        byte[] file = files[given % FILES];
        given++;
        for (int at = FILE_HEADER, number = 0; at < file.length; number++) {
            at += CDR_HEADER + cdrLength(file, at);
            int reference = given * CALLS + number;
            for (int i = 1; i <= REFERENCE; i++) {
                file[at - i] = (byte) reference;
                reference >>>= 8;
            }
        }
        return file;
    }

    /** Octets of the record whose CDR header is at {@code at}. */
    public static int cdrLength(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }

    private byte[] call() {
        int subscriber = subscriber();
        int second = random.nextInt(3600);
        int setUp = 2 + random.nextInt(20);
        boolean answered = random.nextInt(100) < 65;
        int talk = 1 + (int) (-120 * Math.log(1 - random.nextDouble()));
        int release = second + setUp + (answered ? talk : 0);
        String called = called(subscriber);
        return Cdrs.moCall(
                Ber.primitive(1, tbcd("20820" + tenDigits(1_000_000_000L + 7919L * subscriber))),
                Ber.primitive(2, imei(subscriber)),
                Ber.primitive(3, "91" + tbcd(msisdn(subscriber))),
                Ber.primitive(4, "11" + "81" + tbcd(msisdn(subscriber))),
                Ber.primitive(5, called),
                random.nextBoolean() ? Ber.primitive(6, called) : new byte[0],
                Ber.primitive(9, "91" + tbcd("33689000010")),
                Ber.constructed(10, Ber.primitive(0, twoOctets(random.nextInt(TRUNK_GROUPS)))),
                Ber.constructed(11, Ber.primitive(0, twoOctets(random.nextInt(TRUNK_GROUPS)))),
                Ber.constructed(12, location(random.nextInt(CELLS))),
                Ber.constructed(14, Ber.primitive(3, "11")),
                Ber.primitive(22, time(second)),
                answered ? Ber.primitive(23, time(second + setUp)) : new byte[0],
                Ber.primitive(24, time(release)),
                Ber.primitive(25, twoOctets(answered ? talk : setUp)),
                Ber.primitive(30, random.nextInt(200) == 0 ? "04" : "00"),
                Ber.constructed(31, Ber.primitive(0, "0090")),
                Ber.primitive(38, "4B" + twoOctets(random.nextInt(1 << 15)) + twoOctets(random.nextInt(1 << 15))),
                Ber.primitive(39, "91" + tbcd("33689000010")),
                Ber.primitive(40, "02"),
                Ber.primitive(61, random.nextInt(3) == 0 ? "02" : "01"),
                Ber.primitive(32, "00000000"));
    }

    private int subscriber() {
        return (int) (SUBSCRIBERS * Math.pow(random.nextDouble(), 3));
    }

    private String called(int subscriber) {
        int kind = random.nextInt(100);
        if (kind < 50) {
            return "81" + tbcd("0" + msisdn(subscriber()).substring(2));
        }
        if (kind < 80) {
            // everybody calls a few people more often than the others
            long friend = (subscriber * 31L + random.nextInt(8)) * 104_729 % 100_000_000;
            return "91" + tbcd("337" + eightDigits(friend));
        }
        if (kind < 95) {
            return "81" + tbcd("01" + eightDigits(random.nextInt(1_000_000) * 97L));
        }
        return kind < 98 ? "81" + tbcd("3900") : "91" + tbcd("4479" + eightDigits(random.nextInt(100_000_000)));
    }

    private static String msisdn(int subscriber) {
        return "336" + eightDigits(subscriber * 499L);
    }

    private static String imei(int subscriber) {
        return tbcd("35" + String.format("%06d", 331 * (subscriber % DEVICE_TYPES)) + eightDigits(subscriber));
    }

    private static byte[] location(int cell) {
        return Ber.concat(
                Ber.primitive(0, twoOctets(0x100 + cell / 100)),
                Ber.primitive(1, twoOctets(cell)),
                Ber.primitive(2, "02F802"));
    }

    private static String time(int second) {
        return "261120%02d%02d%02d2B0100".formatted(10 + second / 3600, second / 60 % 60, second % 60);
    }

    private static String tenDigits(long number) {
        return String.format("%010d", number);
    }

    private static String eightDigits(long number) {
        return String.format("%08d", number);
    }

    private static String twoOctets(int number) {
        return HexFormat.of().toHexDigits((short) number);
    }

    static String tbcd(String digits) {
        String even = digits.length() % 2 == 0 ? digits : digits + 'F';
        StringBuilder swapped = new StringBuilder(even.length());
        for (int i = 0; i < even.length(); i += 2) {
            swapped.append(even.charAt(i + 1)).append(even.charAt(i));
        }
        return swapped.toString();
    }
}
