package io.luxqoe.streams.avro;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/**
 * Avro's binary form in one array, behind room for the wire format's header. Avro's own encoder writes to a stream, which
 * copies all of it twice more, and makes an array of each string.
 */
final class OctetsEncoder extends BinaryEncoder {

    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;
    private static final int LEAST_CAPACITY = 1 << 12;

    private byte[] octets = new byte[LEAST_CAPACITY];
    private int length = WireFormat.HEADER_LENGTH;

    /** Forgets what was written. */
    void reset() {
        length = WireFormat.HEADER_LENGTH;
    }

    /** What was written, behind a header that is still to be filled in. */
    byte[] toOctets() {
        return Arrays.copyOf(octets, length);
    }

    @Override
    public void writeBoolean(boolean value) {
        writeOctet(value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        if (value >= -64 && value < 64) {
            writeOctet(value << 1 ^ value >> 31); // what most are: branches of unions, enums, lengths
        } else {
            ensure(LONGEST_INT);
            length += BinaryData.encodeInt(value, octets, length);
        }
    }

    @Override
    public void writeLong(long value) {
        ensure(LONGEST_LONG);
        length += BinaryData.encodeLong(value, octets, length);
    }

    @Override
    public void writeFloat(float value) {
        ensure(Float.BYTES);
        length += BinaryData.encodeFloat(value, octets, length);
    }

    @Override
    public void writeDouble(double value) {
        ensure(Double.BYTES);
        length += BinaryData.encodeDouble(value, octets, length);
    }

    @Override
    public void writeString(String value) throws IOException {
        int begin = length;
        int count = value.length();
        writeInt(count);
        ensure(count);
        for (int i = 0; i < count; i++) {
            char character = value.charAt(i);
            if (character >= 0x80) {
                length = begin;
                super.writeString(value);
                return;
            }
            octets[length + i] = (byte) character;
        }
        length += count;
    }

    @Override
    public void writeFixed(byte[] value, int from, int count) {
        ensure(count);
        System.arraycopy(value, from, octets, length, count);
        length += count;
    }

    @Override
    protected void writeZero() {
        writeOctet(0);
    }

    private void writeOctet(int octet) {
        ensure(1);
        octets[length++] = (byte) octet;
    }

    private void ensure(int more) {
        if (more > octets.length - length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, Math.addExact(length, more)));
        }
    }

    @Override
    public int bytesBuffered() {
        return length - WireFormat.HEADER_LENGTH;
    }

    @Override
    public void flush() {}
}
