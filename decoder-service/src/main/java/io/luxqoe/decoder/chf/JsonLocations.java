package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.text.Json;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * userLocationInformation of a charging function as most write it: the UserLocation of TS 29.571 clause 5.4.4.7 in JSON.
 * Only what names a cell is read, the rest is passed over.
 */
final class JsonLocations {
    private final CellReading reading;
    private String field = "";

    /** The object that is being read. */
    private enum Within {
        OTHER,
        ACCESS,
        AREA,
        CELL,
        NETWORK_OF_AREA,
        NETWORK_OF_CELL
    }

    JsonLocations(Cells cells) {
        reading = new CellReading(cells);
    }

    /** Whether the slice is JSON: an object. A bitmap of locations that begins with a brace does not end with one. */
    static boolean isJson(byte[] octets, int from, int to) {
        return to - from > 1 && octets[from] == '{' && octets[to - 1] == '}';
    }

    /** The location that the object in the slice names. */
    @Nullable
    Location read(byte[] octets, int from, int to, RadioTechnology technology, String newField) throws DecodeFailure {
        field = newField;
        reading.begin();
        // What names a cell is ASCII, and any octet is a character of Latin-1.
        try (JsonParser json = Json.parser(octets, from, to, StandardCharsets.ISO_8859_1, field)) {
            json.nextToken();
            object(json, Within.OTHER);
        } catch (JacksonException found) {
            throw Json.failure(found, field);
        }
        return reading.end(technology);
    }

    private void object(JsonParser json, Within within) throws DecodeFailure {
        String mcc = "";
        String mnc = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> inner(json, next(within, key));
                case START_ARRAY -> array(json);
                case VALUE_STRING -> {
                    switch (key) {
                        case "mcc" -> mcc = json.getString();
                        case "mnc" -> mnc = json.getString();
                        default -> member(json, within, key);
                    }
                }
                default -> {} // names no cell
            }
        }
        boolean ofArea = within == Within.NETWORK_OF_AREA;
        if ((ofArea || within == Within.NETWORK_OF_CELL) && !mcc.isEmpty() && !mnc.isEmpty()) {
            byte[] digits = octets(mcc + mnc);
            reading.network(Plmns.read(digits, 0, mcc.length(), mcc.length(), digits.length, field), ofArea);
        }
    }

    private void inner(JsonParser json, Within within) throws DecodeFailure {
        object(json, within);
        if (within == Within.ACCESS) {
            reading.endAccess();
        }
    }

    private void array(JsonParser json) throws DecodeFailure {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                object(json, Within.OTHER);
            } else if (token == JsonToken.START_ARRAY) {
                array(json);
            }
        }
    }

    /** What the object is that stands behind that key. */
    private Within next(Within within, String key) {
        return switch (within) {
            case OTHER -> access(key);
            case ACCESS ->
                switch (key) {
                    case "tai" -> Within.AREA;
                    case "ncgi", "ecgi", "cgi", "sai" -> Within.CELL;
                    default -> Within.OTHER;
                };
            case AREA -> key.equals("plmnId") ? Within.NETWORK_OF_AREA : Within.OTHER;
            case CELL -> key.equals("plmnId") ? Within.NETWORK_OF_CELL : Within.OTHER;
            default -> Within.OTHER;
        };
    }

    private Within access(String key) {
        RadioTechnology access =
                switch (key) {
                    case "nrLocation" -> RadioTechnology.NR;
                    case "eutraLocation" -> RadioTechnology.E_UTRAN;
                    case "utraLocation" -> RadioTechnology.UTRAN;
                    case "geraLocation" -> RadioTechnology.GERAN;
                    default -> RadioTechnology.UNKNOWN;
                };
        if (access == RadioTechnology.UNKNOWN) {
            return Within.OTHER;
        }
        reading.beginAccess(access);
        return Within.ACCESS;
    }

    private void member(JsonParser json, Within within, String key) throws DecodeFailure {
        if (within == Within.AREA && key.equals("tac")) {
            String code = json.getString();
            if (!code.isEmpty()) {
                reading.area((int) hex(code, 24));
            }
        } else if (within == Within.CELL) {
            cell(key, json.getString());
        }
    }

    private void cell(String key, String code) throws DecodeFailure {
        if (code.isEmpty()) {
            return;
        }
        switch (key) {
            case "nrCellId" -> reading.cell(hex(code, 36), false);
            case "eutraCellId", "cellId" -> reading.cell(hex(code, 28), false);
            case "sac" -> reading.cell(hex(code, 28), true);
            case "lac" -> reading.area((int) hex(code, 16));
            default -> {} // names no cell
        }
    }

    private long hex(String code, int bits) throws DecodeFailure {
        byte[] octets = octets(code);
        return CellReading.hex(octets, 0, octets.length, bits, field);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
