package io.luxqoe.decoder.bench;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import java.util.HexFormat;
import java.util.Random;

/** Files of PGW records, each of a session with two containers, of 200,000 subscribers. Every file given out is new. */
public final class SessionTraffic {
    /** Records in a file. */
    public static final int RECORDS = 500;

    private static final int FILES = 100;
    private static final int SUBSCRIBERS = 200_000;
    private static final int FILE_HEADER = 54;
    private static final int CDR_HEADER = 5;
    /** Octets of localSequenceNumber, which stands last in a record, so that a file can be made new. */
    private static final int NUMBER = 4;

    private final Random random = new Random(20_261_120);
    private final byte[][] files = new byte[FILES][];
    private int given;

    /** Generates the files. */
    public SessionTraffic() {
        for (int i = 0; i < FILES; i++) {
            byte[][] records = new byte[RECORDS][];
            for (int j = 0; j < RECORDS; j++) {
                records[j] = record();
            }
            files[i] = Cdrs.extendedFile(records);
        }
    }

    /** A file whose records no file before had. It is valid until the next one is asked for. */
    public byte[] next() {
        byte[] file = files[given % FILES];
        given++;
        for (int at = FILE_HEADER, record = 0; at < file.length; record++) {
            at += CDR_HEADER + CallTraffic.cdrLength(file, at);
            int number = given * RECORDS + record;
            for (int i = 1; i <= NUMBER; i++) {
                file[at - i] = (byte) number;
                number >>>= 8;
            }
        }
        return file;
    }

    private byte[] record() {
        int subscriber = (int) (SUBSCRIBERS * Math.pow(random.nextDouble(), 3));
        return Ber.constructed(
                79,
                Ber.primitive(0, "55"),
                Ber.primitive(
                        3, CallTraffic.tbcd("20820" + String.format("%010d", 1_000_000_000L + 7919L * subscriber))),
                Ber.constructed(4, Ber.primitive(0, "0A010203")),
                Ber.primitive(5, fourOctets()),
                Ber.constructed(6, Ber.primitive(0, "0A010204")),
                Ber.primitive(7, "696E7465726E6574"),
                Ber.primitive(8, "F121"),
                Ber.constructed(9, Ber.constructed(0, Ber.primitive(0, fourOctets()))),
                Ber.constructed(12, volume(), volume()),
                Ber.primitive(13, Cdrs.TIME),
                Ber.primitive(14, "0708"),
                Ber.primitive(15, "11"),
                Ber.primitive(17, "02"),
                Ber.primitive(18, "706777312E6578616D706C65"),
                Ber.primitive(22, "91" + CallTraffic.tbcd("336" + String.format("%08d", subscriber * 499L))),
                Ber.primitive(23, "0800"),
                Ber.primitive(27, "02F802"),
                Ber.primitive(30, "06"),
                Ber.primitive(32, "1802F802" + "0101" + "02F8020" + "%07X".formatted(random.nextInt(10_000))),
                Ber.primitive(20, "00000000"));
    }

    private byte[] volume() {
        return Ber.universal(
                0x30,
                Ber.primitive(3, fourOctets()),
                Ber.primitive(4, fourOctets()),
                Ber.primitive(5, "02"),
                Ber.primitive(6, Cdrs.TIME));
    }

    private String fourOctets() {
        return HexFormat.of().toHexDigits(random.nextInt(Integer.MAX_VALUE));
    }
}
