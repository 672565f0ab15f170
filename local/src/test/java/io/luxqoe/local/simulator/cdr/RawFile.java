package io.luxqoe.local.simulator.cdr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes raw records apart, as a test reads them. */
public final class RawFile {

    private RawFile() {}

    /** The charging records of a run of BER records, or of a file whose header has no record type's tag; or lines. */
    public static List<byte[]> records(byte[] raw) {
        if (Character.isLetterOrDigit(raw[0])) {
            return new String(raw, StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.US_ASCII))
                    .toList();
        }
        // A file begins with its length, whose first octet is 0.
        return raw[0] == 0
                ? ofFile(raw)
                : Tlv.read(raw).stream().map(Tlv::whole).toList();
    }

    private static List<byte[]> ofFile(byte[] raw) {
        ByteBuffer file = ByteBuffer.wrap(raw);
        if (file.getInt(0) != raw.length) {
            throw new IllegalArgumentException("The file's length is not that of its header");
        }
        List<byte[]> records = new ArrayList<>();
        file.position(file.getInt(4));
        while (file.hasRemaining()) {
            byte[] record = new byte[file.getShort() & 0xFFFF];
            file.position(file.position() + 3);
            file.get(record);
            records.add(record);
        }
        if (records.size() != file.getInt(18)) {
            throw new IllegalArgumentException("The file does not hold as many records as its header says");
        }
        return records;
    }
}
