package io.luxqoe.local.json;

import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/** Octets that are no text: how many there are, and the first of them. */
final class OctetsJson {

    private static final int SHOWN = 64;

    private OctetsJson() {}

    static void write(JsonGenerator json, byte[] octets) {
        json.writeStartObject();
        json.writeNumberProperty("octets", octets.length);
        json.writeStringProperty(
                "hex", HexFormat.of().formatHex(Arrays.copyOf(octets, Math.min(SHOWN, octets.length))));
        json.writeEndObject();
    }
}
