package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.cmcd.ReportReader.Form;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.text.Lines;

/**
 * The reports of a text. A line tells by itself what it is: a request line or a header begins a request, which goes on to the
 * next line that is no header; a curly bracket begins a JSON object, in an array or not; any other line is a report of its own,
 * of the query argument or the headers that it holds, else a dictionary as event mode sends it. Blank lines and comments
 * ({@code #}) are passed over, and what is nothing of all this costs one reject a line.
 *
 * <p>Equal reports of one raw record are reports of their own, unless they say their time ({@code ts}) or their number
 * ({@code sn}): then they are one.
 */
final class CmcdRawDecoder implements RawDecoder {
    private static final int LONGEST = 65_536;

    private final TimeTolerance tolerance;
    private final EventIds ids = new EventIds();
    private final ReportReader reader;
    private final Occurrences occurrences = new Occurrences();
    private final Mark mark = new Mark();

    CmcdRawDecoder(Pseudonyms pseudonyms, TimeTolerance tolerance) {
        reader = new ReportReader(pseudonyms);
        this.tolerance = tolerance;
    }

    @Override
    public void decode(RawInput input, EventSink sink) {
        byte[] octets = input.octets();
        RecordOutput output = new RecordOutput(reader, tolerance, ids, input, sink);
        Lines lines = new Lines(octets);
        occurrences.clear();
        boolean more = lines.next();
        while (more && !output.isFull()) {
            if (!lines.isBlank() && octets[lines.from()] != '#') {
                decodeAt(octets, lines, output);
            }
            more = lines.next();
        }
        if (more) {
            output.rejectRest(lines.from(), octets.length);
        }
        if (output.isEmpty()) {
            output.reject(RejectReason.EMPTY_RECORD, "no line of a report", 0, octets.length);
        }
    }

    /** Decodes what begins with the line at hand. */
    private void decodeAt(byte[] octets, Lines lines, RecordOutput output) {
        int from = lines.from();
        int to = lines.to();
        if (to - from > LONGEST) {
            output.reject(RejectReason.BAD_LENGTH, "a line of more than " + LONGEST + " octets", from, to);
        } else if (isJson(octets, from, to)) {
            decodeJson(octets, lines, output);
        } else if (beginsRequest(octets, from, to)) {
            decodeRequest(octets, lines, output);
        } else {
            decode(Form.LINE, octets, from, to, output);
        }
    }

    private void decode(Form form, byte[] octets, int from, int to, RecordOutput output) {
        reader.expect(form);
        int earlier = occurrences.count(octets, from, to);
        boolean duplicate = earlier > 0 && reader.isNumbered(octets, from, to);
        DecodeFailure failure = output.decode(from, to, duplicate ? 0 : earlier);
        if (failure != null) {
            output.reject(failure, from, to);
        }
    }

    /** Whether objects begin here, or what stands around them; a log line that is an object holds the query or the headers. */
    private boolean isJson(byte[] octets, int from, int to) {
        int at = afterPunctuation(octets, from, to);
        if (at == to) {
            return true;
        }
        if (octets[at] != '{') {
            return false;
        }
        Mark.Kind kind = mark.find(octets, at, to);
        return kind == Mark.Kind.NONE || (kind != Mark.Kind.HEADER && hasSession(octets, at, mark.from()));
    }

    private static boolean hasSession(byte[] octets, int from, int to) {
        for (int at = from; at + 4 < to; at++) {
            if (octets[at] == '"'
                    && octets[at + 1] == 's'
                    && octets[at + 2] == 'i'
                    && octets[at + 3] == 'd'
                    && octets[at + 4] == '"') {
                return true;
            }
        }
        return false;
    }

    private static int afterPunctuation(byte[] octets, int from, int to) {
        int at = from;
        while (at < to
                && (octets[at] == '[' || octets[at] == ']' || octets[at] == ',' || Dictionary.isBlank(octets[at]))) {
            at++;
        }
        return at;
    }

    /** The objects that begin on the line; the last of them may end on a later one. */
    private void decodeJson(byte[] octets, Lines lines, RecordOutput output) {
        int to = lines.to();
        int at = afterPunctuation(octets, lines.from(), to);
        while (at < to && !output.isFull()) {
            int end = octets[at] == '{' ? JsonObject.end(octets, at, octets.length) : JsonObject.NONE;
            if (end == JsonObject.NONE) {
                output.reject(RejectReason.UNRECOGNISED_OCTETS, "no whole JSON object", at, to);
                return;
            }
            decode(Form.JSON, octets, at, end, output);
            if (end > to) {
                to = lineEnd(octets, end);
                lines.goTo(to);
            }
            at = afterPunctuation(octets, end, to);
        }
        if (at < to) {
            output.rejectRest(at, to);
        }
    }

    private static int lineEnd(byte[] octets, int from) {
        int at = from;
        while (at < octets.length && octets[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean beginsRequest(byte[] octets, int from, int to) {
        if (Requests.isRequestLine(octets, from, to)) {
            return true;
        }
        int colon = Requests.headerEnd(octets, from, to);
        if (colon == Requests.NONE) {
            return false;
        }
        // A line of a log may begin as a header does: it has its CMCD further on.
        Mark.Kind kind = mark.find(octets, from, to);
        boolean itself = kind == Mark.Kind.HEADER && mark.from() == from && mark.end() == colon;
        return kind == Mark.Kind.NONE || (itself && mark.find(octets, mark.end(), to) != Mark.Kind.HEADER);
    }

    /** A request line or a header, and the headers that follow. */
    private void decodeRequest(byte[] octets, Lines lines, RecordOutput output) {
        int from = lines.from();
        int to = lines.to();
        boolean announcesBody = Requests.announcesBody(octets, from, to);
        boolean cmcd = mark.find(octets, from, to) != Mark.Kind.NONE;
        while (lines.next()) {
            int lineFrom = lines.from();
            if (lines.isBlank() || Requests.headerEnd(octets, lineFrom, lines.to()) == Requests.NONE) {
                if (!lines.isBlank()) {
                    lines.goTo(lineFrom);
                }
                break;
            }
            to = lines.to();
            announcesBody |= Requests.announcesBody(octets, lineFrom, to);
            cmcd |= mark.find(octets, lineFrom, to) != Mark.Kind.NONE;
        }
        if (to - from > LONGEST) {
            output.reject(RejectReason.BAD_LENGTH, "a request of more than " + LONGEST + " octets", from, to);
        } else if (cmcd || !announcesBody) {
            decode(Form.BLOCK, octets, from, to, output);
        }
    }
}
