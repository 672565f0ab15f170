package io.luxqoe.decoder.samples;

import java.io.ByteArrayOutputStream;

/** Records written by hand, for what the samples lack. */
public final class Cdrs {
    /** 2026-11-20T16:46:15+01:00. */
    public static final String TIME = "2611201646152B0100";
    /** IMSI 208201234567890. */
    public static final String IMSI = "02281032547698F0";

    private Cdrs() {}

    /** An originating call with these elements besides recordType. */
    public static byte[] moCall(byte[]... elements) {
        return Ber.constructed(0, Ber.primitive(0, "00"), Ber.concat(elements));
    }

    /** A terminating call with these elements besides recordType. */
    public static byte[] mtCall(byte[]... elements) {
        return Ber.constructed(1, Ber.primitive(0, "01"), Ber.concat(elements));
    }

    /** An originating short message with these elements besides recordType. */
    public static byte[] moSms(byte[]... elements) {
        return Ber.constructed(6, Ber.primitive(0, "06"), Ber.concat(elements));
    }

    /** A terminating short message with these elements besides recordType. */
    public static byte[] mtSms(byte[]... elements) {
        return Ber.constructed(7, Ber.primitive(0, "07"), Ber.concat(elements));
    }

    /** The smallest call that is one: an IMSI that differs with {@code number}, and a releaseTime. */
    public static byte[] call(int number) {
        return moCall(Ber.primitive(1, String.format("0228%08d", number)), Ber.primitive(24, TIME));
    }

    /** A TS 32.297 file of these CDRs as a writer of release 99 makes it: no extension anywhere. */
    public static byte[] release99File(byte[]... cdrs) {
        return file(Ber.hex("0000"), 0, cdrs);
    }

    /** A TS 32.297 file of these CDRs as a writer of release 10 or later makes it, extensions everywhere. */
    public static byte[] extendedFile(byte[]... cdrs) {
        return file(Ber.hex("0000" + "0808"), 7, cdrs);
    }

    /** The same with that file sequence number. */
    public static byte[] numberedFile(int sequenceNumber, byte[]... cdrs) {
        byte[] file = extendedFile(cdrs);
        four(file, 22, sequenceNumber);
        return file;
    }

    /** A TS 32.297 file: {@code tail} ends the header behind an empty routeing filter. */
    public static byte[] file(byte[] tail, int release, byte[]... cdrs) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] cdr : cdrs) {
            body.write(cdr.length >> 8);
            body.write(cdr.length);
            body.write(release << 5 | 1);
            body.write(0x26);
            if (release == 7) {
                body.write(8);
            }
            body.writeBytes(cdr);
        }
        byte[] header = new byte[50];
        four(header, 0, 50 + tail.length + body.size());
        four(header, 4, 50 + tail.length);
        header[8] = (byte) (release << 5 | 1);
        header[9] = (byte) (release << 5 | 1);
        four(header, 18, cdrs.length);
        four(header, 22, 4711);
        return Ber.concat(header, tail, body.toByteArray());
    }

    private static void four(byte[] octets, int at, int value) {
        for (int i = 0; i < 4; i++) {
            octets[at + i] = (byte) (value >> (8 * (3 - i)));
        }
    }
}
