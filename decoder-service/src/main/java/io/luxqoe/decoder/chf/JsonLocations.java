package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * userLocationInformation of a charging function as most write it: the UserLocation of TS 29.571 clause 5.4.4.7 in JSON.
 * Only what names a cell is read, the rest is passed over without becoming a string.
 */
final class JsonLocations {
    private static final int MAX_DEPTH = 16;
    private static final byte[] EUTRA_LOCATION = ascii("eutraLocation");
    private static final byte[] NR_LOCATION = ascii("nrLocation");
    private static final byte[] UTRA_LOCATION = ascii("utraLocation");
    private static final byte[] GERA_LOCATION = ascii("geraLocation");
    private static final byte[] TAI = ascii("tai");
    private static final byte[] ECGI = ascii("ecgi");
    private static final byte[] NCGI = ascii("ncgi");
    private static final byte[] CGI = ascii("cgi");
    private static final byte[] SAI = ascii("sai");
    private static final byte[] PLMN_ID = ascii("plmnId");
    private static final byte[] MCC = ascii("mcc");
    private static final byte[] MNC = ascii("mnc");
    private static final byte[] TAC = ascii("tac");
    private static final byte[] LAC = ascii("lac");
    private static final byte[] SAC = ascii("sac");
    private static final byte[] CELL_ID = ascii("cellId");
    private static final byte[] EUTRA_CELL_ID = ascii("eutraCellId");
    private static final byte[] NR_CELL_ID = ascii("nrCellId");

    private final CellReading reading;
    private byte[] octets = new byte[0];
    private int at;
    private int end;
    private String field = "";

    private int keyStart;
    private int keyEnd;
    private int mcc;
    private int mccEnd;
    private int mnc;
    private int mncEnd;

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

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the slice is JSON: an object. A bitmap of locations that begins with a brace does not end with one. */
    static boolean isJson(byte[] octets, int from, int to) {
        return to - from > 1 && octets[from] == '{' && octets[to - 1] == '}';
    }

    /** The location that the object in the slice names. */
    @Nullable
    Location read(byte[] newOctets, int from, int to, RadioTechnology technology, String newField)
            throws DecodeFailure {
        octets = newOctets;
        at = from;
        end = to;
        field = newField;
        reading.begin();
        value(Within.OTHER, 0);
        return reading.end(technology);
    }

    private void value(Within within, int depth) throws DecodeFailure {
        if (depth > MAX_DEPTH) {
            throw new DecodeFailure(
                    RejectReason.NESTED_TOO_DEEP, field, "objects lie more than " + MAX_DEPTH + " deep in one another");
        }
        switch (peek()) {
            case '{' -> object(within, depth);
            case '[' -> array(depth);
            case '"' -> member(within, string(), at - 1);
            default -> literal();
        }
    }

    private void object(Within within, int depth) throws DecodeFailure {
        at++;
        mcc = mnc = mccEnd = mncEnd = 0;
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            if (peek() != '"') {
                throw malformed();
            }
            keyStart = string();
            keyEnd = at - 1;
            expect(':');
            Within next = next(within);
            value(next, depth + 1);
            if (next == Within.ACCESS) {
                reading.endAccess();
            }
            if (peek() == '}') {
                at++;
                break;
            }
            expect(',');
        }
        boolean ofArea = within == Within.NETWORK_OF_AREA;
        if ((ofArea || within == Within.NETWORK_OF_CELL) && mccEnd > 0 && mncEnd > 0) {
            reading.network(Plmns.read(octets, mcc, mccEnd, mnc, mncEnd, field), ofArea);
        }
    }

    private void array(int depth) throws DecodeFailure {
        at++;
        if (peek() == ']') {
            at++;
            return;
        }
        value(Within.OTHER, depth + 1);
        while (peek() != ']') {
            expect(',');
            value(Within.OTHER, depth + 1);
        }
        at++;
    }

    /** What the value is whose key was just read: the object itself for a text. */
    private Within next(Within within) throws DecodeFailure {
        if (peek() != '{') {
            return within;
        }
        return switch (within) {
            case OTHER -> access();
            case ACCESS -> {
                if (isKey(TAI)) {
                    yield Within.AREA;
                }
                yield isKey(NCGI) || isKey(ECGI) || isKey(CGI) || isKey(SAI) ? Within.CELL : Within.OTHER;
            }
            case AREA -> isKey(PLMN_ID) ? Within.NETWORK_OF_AREA : Within.OTHER;
            case CELL -> isKey(PLMN_ID) ? Within.NETWORK_OF_CELL : Within.OTHER;
            default -> Within.OTHER;
        };
    }

    private Within access() {
        RadioTechnology access = RadioTechnology.UNKNOWN;
        if (isKey(NR_LOCATION)) {
            access = RadioTechnology.NR;
        } else if (isKey(EUTRA_LOCATION)) {
            access = RadioTechnology.E_UTRAN;
        } else if (isKey(UTRA_LOCATION)) {
            access = RadioTechnology.UTRAN;
        } else if (isKey(GERA_LOCATION)) {
            access = RadioTechnology.GERAN;
        }
        if (access == RadioTechnology.UNKNOWN) {
            return Within.OTHER;
        }
        reading.beginAccess(access);
        return Within.ACCESS;
    }

    private void member(Within within, int from, int to) throws DecodeFailure {
        if (from == to) {
            return;
        }
        switch (within) {
            case NETWORK_OF_AREA, NETWORK_OF_CELL -> {
                if (isKey(MCC)) {
                    mcc = from;
                    mccEnd = to;
                } else if (isKey(MNC)) {
                    mnc = from;
                    mncEnd = to;
                }
            }
            case AREA -> {
                if (isKey(TAC)) {
                    reading.area((int) CellReading.hex(octets, from, to, 24, field));
                }
            }
            case CELL -> cell(from, to);
            default -> {} // names no cell
        }
    }

    private void cell(int from, int to) throws DecodeFailure {
        if (isKey(NR_CELL_ID)) {
            reading.cell(CellReading.hex(octets, from, to, 36, field), false);
        } else if (isKey(EUTRA_CELL_ID)) {
            reading.cell(CellReading.hex(octets, from, to, 28, field), false);
        } else if (isKey(LAC)) {
            reading.area((int) CellReading.hex(octets, from, to, 16, field));
        } else if (isKey(CELL_ID) || isKey(SAC)) {
            reading.cell(CellReading.hex(octets, from, to, 28, field), isKey(SAC));
        }
    }

    private boolean isKey(byte[] name) {
        if (keyEnd - keyStart != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (octets[keyStart + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** Steps behind the text at the position; returns where its characters begin. */
    private int string() throws DecodeFailure {
        int from = ++at;
        while (at < end && octets[at] != '"') {
            at += octets[at] == '\\' ? 2 : 1;
        }
        if (at >= end) {
            throw malformed();
        }
        at++;
        return from;
    }

    private void literal() throws DecodeFailure {
        int from = at;
        while (at < end && isOfLiteral(octets[at])) {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
    }

    private static boolean isOfLiteral(byte octet) {
        return (octet >= '0' && octet <= '9')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || octet == '-'
                || octet == '+'
                || octet == '.';
    }

    /** The next octet that is no white space, which is where the position then is. */
    private byte peek() throws DecodeFailure {
        while (at < end && (octets[at] == ' ' || octets[at] == '\t' || octets[at] == '\n' || octets[at] == '\r')) {
            at++;
        }
        if (at >= end) {
            throw malformed();
        }
        return octets[at];
    }

    private void expect(char octet) throws DecodeFailure {
        if (peek() != octet) {
            throw malformed();
        }
        at++;
    }

    private DecodeFailure malformed() {
        return new DecodeFailure(RejectReason.BAD_VALUE, field, "no JSON of a user location");
    }
}
