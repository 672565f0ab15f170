package io.luxqoe.decoder.samples;

import java.io.ByteArrayOutputStream;

/** Writes files of TS 32.297 as its releases and its writers do: each part of a header is there or is not. */
public final class CdrFileWriter {
    /** Release identifier of all releases that need an extension. */
    public static final int EXTENDED = 7;

    private static final int FIXED = 50;
    private static final int TS_32_250 = 6;
    private static final int BER = 1;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int high = EXTENDED;
    private int low = EXTENDED;
    private byte[] filter = {};
    private byte[] tail = {8, 8};
    private int sequence = 1;
    private int lostIndicator;
    private int opened = 0x0B5A_92E0;
    private int count;
    private int announcedCount;
    private int announcedLength;
    private boolean announces;

    /** The release identifiers of the header; {@link #tail} is what they ask for. */
    public CdrFileWriter releases(int newHigh, int newLow) {
        high = newHigh;
        low = newLow;
        return this;
    }

    /** A CDR routeing filter. */
    public CdrFileWriter filter(byte[] octets) {
        filter = octets;
        return this;
    }

    /** What follows the routeing filter: private extension and release extensions, as the writer has them. */
    public CdrFileWriter tail(String hex) {
        tail = Ber.hex(hex);
        return this;
    }

    /** The file sequence number. */
    public CdrFileWriter sequence(int number) {
        sequence = number;
        return this;
    }

    /** The lost CDR indicator. */
    public CdrFileWriter lost(int indicator) {
        lostIndicator = indicator;
        return this;
    }

    /** Opening and last append are zero. */
    public CdrFileWriter withoutTimes() {
        opened = 0;
        return this;
    }

    /** Length and count that the header announces, whatever is there. */
    public CdrFileWriter announcing(int length, int cdrs) {
        announces = true;
        announcedLength = length;
        announcedCount = cdrs;
        return this;
    }

    /** A CDR of the MSC (TS 32.250) with the longer header. */
    public CdrFileWriter cdr(byte[] record) {
        return cdr(EXTENDED, TS_32_250, record);
    }

    /** A CDR of that release and that TS number. */
    public CdrFileWriter cdr(int release, int ts, byte[] record) {
        body.write(record.length >> 8);
        body.write(record.length);
        body.write(release << 5 | 3);
        body.write(BER << 5 | ts);
        if (release == EXTENDED) {
            body.write(8);
        }
        body.writeBytes(record);
        count++;
        return this;
    }

    /** The file. */
    public byte[] file() {
        int headerLength = FIXED + filter.length + tail.length;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        four(header, announces ? announcedLength : headerLength + body.size());
        four(header, headerLength);
        header.write(high << 5 | 4);
        header.write(low << 5 | 4);
        four(header, opened);
        four(header, opened);
        four(header, announces ? announcedCount : count);
        four(header, sequence);
        header.write(0);
        header.writeBytes(Ber.hex("FFFFFFFF 00000000000000000000FFFF 0A000001"));
        header.write(lostIndicator);
        header.write(filter.length >> 8);
        header.write(filter.length);
        return Ber.concat(header.toByteArray(), filter, tail, body.toByteArray());
    }

    private static void four(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
