package io.luxqoe.kpi.window;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;

/** A list of lines as octets: UTF-8 with line feeds between; where they are read, behind their number as a varint. */
final class Lines {

    private Lines() {}

    static byte[] join(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads number and octets at the position of a buffer, which is moved behind them. */
    static List<String> read(ByteBuffer buffer) {
        byte[] octets = new byte[ByteUtils.readUnsignedVarint(buffer)];
        buffer.get(octets);
        return octets.length == 0 ? List.of() : List.of(new String(octets, StandardCharsets.UTF_8).split("\n"));
    }
}
