package io.luxqoe.decoder.samples;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes GTP' of TS 32.295 as gateways send it to a charging gateway. */
public final class GtpPrimeWriter {
    private GtpPrimeWriter() {}

    /** A Data Record Transfer Request of version 2 that sends these records. */
    public static byte[] transfer(int sequence, byte[]... records) {
        return message("4E", 240, sequence, Ber.concat(Ber.hex("7E01"), packet(1, records)));
    }

    /** A message with that first octet and those elements behind a header of 6 octets. */
    public static byte[] message(String flags, int type, int sequence, byte[] elements) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(Ber.hex(flags));
        message.write(type);
        two(message, elements.length);
        two(message, sequence);
        message.writeBytes(elements);
        return message.toByteArray();
    }

    /** A message of version 0 with the header of GTP version 0: 20 octets. */
    public static byte[] longMessage(String flags, int type, int sequence, byte[] elements) {
        byte[] message = message(flags, type, sequence, elements);
        return Ber.concat(Arrays.copyOf(message, 6), Ber.hex("0000 FF FFFFFF 0000000000000000"), elements);
    }

    /** A Data Record Packet. */
    public static byte[] packet(int format, byte[]... records) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(records.length);
        body.write(format);
        two(body, 0x1A03);
        for (byte[] record : records) {
            two(body, record.length);
            body.writeBytes(record);
        }
        return element(252, body.toByteArray());
    }

    /** An element of variable length. */
    public static byte[] element(int type, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(type);
        two(element, content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
