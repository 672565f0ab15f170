package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordReader;
import io.luxqoe.decoder.text.Lines;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.NetworkEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report, in whatever form it is carried, to its event. The event's time is {@code ts}; where the player sends none, the
 * time of the log's line; where that has none, the time at which the raw record was received; and 1970 where there was no
 * broker to receive it, as on a command line.
 */
final class ReportReader implements RecordReader {
    private static final int MOST_ROUNDS = 2;
    private static final int MOST_HEADERS = 16;
    private static final byte[] HOST = "host".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUTHORITY = ":authority".getBytes(StandardCharsets.US_ASCII);

    /** How the octets of a report hang together. */
    enum Form {
        /** All on one line. */
        LINE,
        /** A request with its headers, a line each. */
        BLOCK,
        /** A JSON object. */
        JSON
    }

    private final ReportValues values;
    private final VideoReports reports;
    private final JsonObject json = new JsonObject();
    private final LogTime logTime = new LogTime();
    private final Mark mark = new Mark();
    private final Mark nextMark = new Mark();
    private Buffer dictionary = new Buffer();
    private Buffer spare = new Buffer();
    private Form form = Form.LINE;
    private CmcdMode mode = CmcdMode.UNKNOWN;
    private @Nullable String host;
    private long time;

    ReportReader(Pseudonyms pseudonyms) {
        values = new ReportValues(pseudonyms);
        reports = new VideoReports(values);
    }

    /** Says how the octets that are read next hang together. */
    ReportReader expect(Form expected) {
        form = expected;
        return this;
    }

    @Override
    public NetworkEvent read(RawInput input, int from, int to) throws DecodeFailure {
        readValues(input.octets(), from, to);
        if (values.isEmpty()) {
            throw new DecodeFailure(RejectReason.MISSING_FIELD, "a report without any key");
        }
        NetworkEvent event = reports.event(mode, host);
        event.setSource(input.source().source());
        event.setEventTime(Instant.ofEpochMilli(eventTime(input)));
        return event;
    }

    /** Whether the report in the slice says by itself which one it is: two that are the same are then duplicates. */
    boolean isNumbered(byte[] octets, int from, int to) {
        try {
            readValues(octets, from, to);
            return values.has(CmcdKey.TS) || values.has(CmcdKey.SN);
        } catch (DecodeFailure failure) {
            return true;
        }
    }

    private long eventTime(RawInput input) throws DecodeFailure {
        Long reported = values.count(CmcdKey.TS);
        if (reported != null) {
            return reported;
        }
        if (time != LogTime.NONE) {
            return time;
        }
        return input.receivedAt() == RawInput.NO_TIME ? 0 : input.receivedAt();
    }

    private void readValues(byte[] octets, int from, int to) throws DecodeFailure {
        host = null;
        time = LogTime.NONE;
        switch (form) {
            case LINE -> readLine(octets, from, to);
            case BLOCK -> readBlock(octets, from, to);
            case JSON -> {
                mode = CmcdMode.JSON;
                json.addTo(dictionary.clear(), octets, from, to);
                readDictionary();
                requireReserved();
            }
        }
    }

    private void readLine(byte[] octets, int from, int to) throws DecodeFailure {
        Mark.Kind kind = mark.find(octets, from, to);
        switch (kind != Mark.Kind.NONE && isInDictionary(octets, from, mark.from()) ? Mark.Kind.NONE : kind) {
            case QUERY, ENCODED_QUERY -> {
                time = logTime.find(octets, from, mark.from());
                readQuery(octets, from, to);
            }
            case HEADER -> {
                time = logTime.find(octets, from, mark.from());
                readHeadersOfLine(octets, from, to);
            }
            case NONE -> readBare(octets, from, to);
        }
    }

    /** Whether what ends at {@code to} is the beginning of a dictionary, up to within a string: the URL of a response, perhaps. */
    private static boolean isInDictionary(byte[] octets, int from, int to) {
        int key = from;
        while (key < to && Dictionary.isKey(octets[key])) {
            key++;
        }
        boolean begins = key < to && (octets[key] == '=' || octets[key] == ',');
        return begins && CmcdKey.of(octets, from, key) != null && Dictionary.isInString(octets, key, to);
    }

    /** The query argument at the mark. */
    private void readQuery(byte[] octets, int from, int to) throws DecodeFailure {
        mode = CmcdMode.QUERY;
        host = host == null ? hostBefore(octets, from, mark.from()) : host;
        int end = Mark.queryEnd(octets, mark.end(), to);
        if (mark.isEncoded()) {
            Escapes.addQuery(octets, mark.end(), end, dictionary.clear());
            dictionary.cut(Mark.queryEnd(dictionary.octets(), 0, dictionary.length()));
            undoEscapes();
            readDictionary();
        } else if (isEscaped(octets, mark.end(), end)) {
            Escapes.addQuery(octets, mark.end(), end, dictionary.clear());
            undoEscapes();
            readDictionary();
        } else {
            values.read(octets, mark.end(), end);
        }
    }

    private static boolean isEscaped(byte[] octets, int from, int to) {
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            if (octet == '%' || octet == '+' || octet == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Undoes the escapes of what was encoded more than once. */
    private void undoEscapes() {
        for (int round = 0;
                round < MOST_ROUNDS && Escapes.isEncoded(dictionary.octets(), 0, dictionary.length());
                round++) {
            Escapes.addPercent(dictionary.octets(), 0, dictionary.length(), spare.clear());
            Buffer decoded = spare;
            spare = dictionary;
            dictionary = decoded;
        }
    }

    private void readDictionary() throws DecodeFailure {
        values.read(dictionary.octets(), 0, dictionary.length());
    }

    private @Nullable String hostBefore(byte[] octets, int from, int to) {
        for (int at = to - 1; at >= from + 2; at--) {
            byte octet = octets[at];
            if (octet == ' ' || octet == '\t' || octet == '"') {
                return null;
            }
            if (octet == '/' && octets[at - 1] == '/' && octets[at - 2] == ':') {
                return KeptText.host(octets, at + 1, authorityEnd(octets, at + 1, to), values.strings());
            }
        }
        return null;
    }

    private static int authorityEnd(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != '/' && octets[at] != '?' && octets[at] != '#') {
            at++;
        }
        return at;
    }

    /** The headers that a line holds one after the other. */
    private void readHeadersOfLine(byte[] octets, int from, int to) throws DecodeFailure {
        mode = CmcdMode.HEADER;
        dictionary.clear();
        int at = from;
        for (int headers = 0; at < to && mark.find(octets, at, to) == Mark.Kind.HEADER; headers++) {
            if (headers == MOST_HEADERS) {
                throw new DecodeFailure(RejectReason.BAD_LENGTH, "more than " + MOST_HEADERS + " headers on a line");
            }
            int value = mark.headerValue(octets, to);
            int end = mark.headerEnd(octets, from, value, to, nextMark);
            addHeader(octets, value, end);
            at = Math.max(end, mark.end());
        }
        readDictionary();
    }

    /** Adds one shard; logs escape its quotes. */
    private void addHeader(byte[] octets, int from, int to) {
        if (isLogged(octets, from, to)) {
            Escapes.addLogged(octets, from, to, dictionary);
        } else if (Escapes.isEncoded(octets, from, to)) {
            Escapes.addPercent(octets, from, to, dictionary);
        } else {
            dictionary.add(octets, from, to);
        }
        dictionary.add(',');
    }

    /** Whether the first quote is an escaped one. */
    private static boolean isLogged(byte[] octets, int from, int to) {
        for (int at = from; at < to && octets[at] != '"'; at++) {
            if (octets[at] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** A record of event mode: the dictionary alone, perhaps behind a time. */
    private void readBare(byte[] octets, int from, int to) throws DecodeFailure {
        int start = from;
        if (octets[from] >= '0' && octets[from] <= '9') {
            time = logTime.atBeginning(octets, from, to);
            start = time == LogTime.NONE ? from : Lines.skipBlanks(octets, logTime.end(), to);
        }
        mode = CmcdMode.UNKNOWN;
        try {
            if (isWhollyEncoded(octets, start, to)) {
                mode = CmcdMode.QUERY;
                Escapes.addQuery(octets, start, to, dictionary.clear());
                undoEscapes();
                readDictionary();
            } else {
                values.read(octets, start, to);
            }
        } catch (DecodeFailure failure) {
            if (failure.field() == null || failure.field().equals(Dictionary.CUSTOM_KEY)) {
                requireReserved();
            }
            throw failure;
        }
        requireReserved();
        if (values.has(CmcdKey.E)) {
            mode = CmcdMode.EVENT;
        }
    }

    private static boolean isWhollyEncoded(byte[] octets, int from, int to) {
        for (int at = from; at < to; at++) {
            if (octets[at] == '=' || octets[at] == '"' || octets[at] == ' ') {
                return false;
            }
            if (octets[at] == '%') {
                return Escapes.isEncoded(octets, from, to);
            }
        }
        return false;
    }

    private void requireReserved() throws DecodeFailure {
        if (!values.hasReserved()) {
            throw new DecodeFailure(RejectReason.UNRECOGNISED_OCTETS, "no report of CMCD");
        }
    }

    /** A request: its CMCD headers, else the query argument of its first line. */
    private void readBlock(byte[] octets, int from, int to) throws DecodeFailure {
        mode = CmcdMode.HEADER;
        dictionary.clear();
        int lineFrom = from;
        while (lineFrom < to) {
            int lineTo = lineFrom;
            while (lineTo < to && octets[lineTo] != '\n') {
                lineTo++;
            }
            readBlockLine(octets, Lines.skipBlanks(octets, lineFrom, lineTo), Lines.trimEnd(octets, lineFrom, lineTo));
            lineFrom = lineTo + 1;
        }
        if (dictionary.length() > 0) {
            readDictionary();
            return;
        }
        Mark.Kind kind = mark.find(octets, from, to);
        if (kind != Mark.Kind.QUERY && kind != Mark.Kind.ENCODED_QUERY) {
            throw new DecodeFailure(RejectReason.MISSING_FIELD, "a request without CMCD");
        }
        readQuery(octets, from, to);
    }

    private void readBlockLine(byte[] octets, int from, int to) {
        int colon = Requests.headerEnd(octets, from, to);
        if (colon == Requests.NONE) {
            return;
        }
        int value = Lines.skipBlanks(octets, colon + 1, to);
        if (Requests.isNamed(octets, from, colon, HOST) || Requests.isNamed(octets, from, colon, AUTHORITY)) {
            host = KeptText.host(octets, value, to, values.strings());
        } else if (mark.find(octets, from, colon + 1) == Mark.Kind.HEADER
                && mark.from() == from
                && mark.end() == colon) {
            addHeader(octets, value, to);
        }
    }
}
