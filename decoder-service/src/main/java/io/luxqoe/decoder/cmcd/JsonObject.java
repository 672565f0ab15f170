package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;

/**
 * Turns a JSON object into the dictionary that says the same, so that all forms are read alike. An array becomes an inner
 * list. An item with parameters is {@code {"value": 5000, "params": {"v": true}}}; an object {@code {"v": 5000, "a": 320}} is
 * taken for a list by object type.
 */
final class JsonObject {
    /** There is no whole object. */
    static final int NONE = -1;

    private static final int MOST_DEPTH = 4;
    private static final int LONGEST = 65_536;

    private byte[] octets = {};
    private int at;
    private int to;
    private final Buffer parameters = new Buffer();
    private final Buffer name = new Buffer();
    private Buffer out = new Buffer();

    /** Where the object ends that begins at {@code from}, behind its closing bracket. */
    static int end(byte[] octets, int from, int to) {
        int last = Math.min(to, from + LONGEST);
        int depth = 0;
        boolean string = false;
        for (int at = from; at < last; at++) {
            byte octet = octets[at];
            if (string) {
                at += octet == '\\' ? 1 : 0;
                string = octet != '"';
                if (octet == '\n') {
                    return NONE;
                }
            } else if (octet == '"') {
                string = true;
            } else if (octet == '{' && ++depth > MOST_DEPTH) {
                return NONE;
            } else if (octet == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return NONE;
    }

    /** Adds the members of the object in the slice to a dictionary. */
    void addTo(Buffer dictionary, byte[] text, int from, int end) throws DecodeFailure {
        octets = text;
        at = from;
        to = end;
        out = dictionary;
        expect('{');
        blanks();
        while (!accept('}')) {
            member();
            blanks();
            if (!accept(',') && (at == to || octets[at] != '}')) {
                throw noJson();
            }
            blanks();
        }
    }

    private void member() throws DecodeFailure {
        int start = out.length();
        boolean named = key();
        colon();
        boolean kept = value();
        if (named && kept) {
            out.add(',');
        } else {
            out.cut(start);
        }
    }

    /** Adds the key; returns whether a dictionary may have it. */
    private boolean key() throws DecodeFailure {
        int start = out.length();
        string();
        byte[] added = out.octets();
        if (out.length() == start || (!Dictionary.isLetter(added[start]) && added[start] != '*')) {
            return false;
        }
        for (int i = start; i < out.length(); i++) {
            if (!Dictionary.isKey(added[i])) {
                return false;
            }
        }
        return true;
    }

    /** Adds the value behind its key; returns whether there is one. */
    private boolean value() throws DecodeFailure {
        switch (peek()) {
            case '"' -> {
                out.add('=');
                quoted();
            }
            case '[' -> array();
            case '{' -> {
                out.add('=');
                out.add('(');
                object();
                out.add(')');
            }
            case 't' -> word();
            case 'f' -> {
                word();
                out.add('=');
                out.add('?');
                out.add('0');
            }
            case 'n' -> {
                word();
                return false;
            }
            default -> {
                out.add('=');
                out.add(octets, at, wordEnd());
                word();
            }
        }
        return true;
    }

    private void array() throws DecodeFailure {
        out.add('=');
        out.add('(');
        expect('[');
        blanks();
        while (!accept(']')) {
            item();
            blanks();
            if (!accept(',') && (at == to || octets[at] != ']')) {
                throw noJson();
            }
            blanks();
        }
        out.add(')');
    }

    private void item() throws DecodeFailure {
        if (peek() == '{') {
            object();
        } else {
            scalar();
        }
        out.add(' ');
    }

    private void scalar() throws DecodeFailure {
        switch (peek()) {
            case '"' -> quoted();
            case '{', '[' -> throw tooDeep();
            default -> {
                out.add(octets, at, wordEnd());
                word();
            }
        }
    }

    /** An item with its parameters, or items by object type. */
    private void object() throws DecodeFailure {
        expect('{');
        blanks();
        Buffer target = out;
        parameters.clear();
        while (!accept('}')) {
            out = name.clear();
            string();
            colon();
            if (name.is("value")) {
                out = target;
                scalar();
            } else if (name.is("params") && peek() == '{') {
                out = parameters.clear();
                addParameters();
            } else {
                out = target;
                scalar();
                out.add(';');
                out.add(name.octets(), 0, name.length());
                out.add(' ');
            }
            blanks();
            if (!accept(',') && (at == to || octets[at] != '}')) {
                throw noJson();
            }
            blanks();
        }
        out = target;
        out.add(parameters.octets(), 0, parameters.length());
    }

    private void addParameters() throws DecodeFailure {
        expect('{');
        blanks();
        while (!accept('}')) {
            int start = out.length();
            out.add(';');
            string();
            colon();
            switch (peek()) {
                case '"' -> {
                    out.add('=');
                    quoted();
                }
                case '{', '[' -> throw tooDeep();
                case 't' -> word();
                case 'f', 'n' -> {
                    word();
                    out.cut(start);
                }
                default -> {
                    out.add('=');
                    out.add(octets, at, wordEnd());
                    word();
                }
            }
            blanks();
            if (!accept(',') && (at == to || octets[at] != '}')) {
                throw noJson();
            }
            blanks();
        }
    }

    /** A string with its quotes; one that is a list, or an item with its parameter, loses them. */
    private void quoted() throws DecodeFailure {
        int start = out.length();
        out.add('"');
        expect('"');
        while (peek() != '"') {
            int character = character();
            if (character == '"' || character == '\\') {
                out.add('\\');
            }
            addCharacter(character);
        }
        at++;
        byte[] added = out.octets();
        int end = out.length();
        boolean wholeList = end - start > 2 && added[start + 1] == '(' && added[end - 1] == ')';
        if (wholeList && !out.has('\\', start)) {
            out.remove(start);
        } else {
            out.add('"');
        }
    }

    private void string() throws DecodeFailure {
        expect('"');
        while (peek() != '"') {
            addCharacter(character());
        }
        at++;
    }

    /** Octets above ASCII go on as they are. */
    private void addCharacter(int character) {
        if (character < 0) {
            out.add(character);
        } else {
            out.addCharacter(character);
        }
    }

    private int character() throws DecodeFailure {
        byte octet = octets[at++];
        if (octet != '\\') {
            return octet;
        }
        int escaped = peek();
        at++;
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> escaped;
        };
    }

    private int unicode() throws DecodeFailure {
        int first = four();
        boolean pair = first >= 0xD800 && first < 0xDC00 && at + 6 <= to && octets[at] == '\\' && octets[at + 1] == 'u';
        if (!pair) {
            return first;
        }
        at += 2;
        int second = four();
        return second >= 0xDC00 && second < 0xE000 ? 0x10000 + ((first - 0xD800) << 10) + second - 0xDC00 : 0xFFFD;
    }

    private int four() throws DecodeFailure {
        if (!Escapes.isHex(octets, at, to) || !Escapes.isHex(octets, at + 2, to)) {
            throw noJson();
        }
        at += 4;
        return Escapes.hex(octets, at - 4) << 8 | Escapes.hex(octets, at - 2);
    }

    private void colon() throws DecodeFailure {
        blanks();
        expect(':');
        blanks();
    }

    private void word() throws DecodeFailure {
        int end = wordEnd();
        if (end == at) {
            throw noJson();
        }
        at = end;
    }

    private int wordEnd() {
        int end = at;
        while (end < to && (Dictionary.isKey(octets[end]) || octets[end] == '+')) {
            end++;
        }
        return end;
    }

    private void blanks() {
        while (at < to && Dictionary.isBlank(octets[at])) {
            at++;
        }
    }

    private byte peek() throws DecodeFailure {
        if (at >= to) {
            throw noJson();
        }
        return octets[at];
    }

    private void expect(char expected) throws DecodeFailure {
        if (!accept(expected)) {
            throw noJson();
        }
    }

    private boolean accept(char expected) {
        boolean there = at < to && octets[at] == expected;
        at += there ? 1 : 0;
        return there;
    }

    private static DecodeFailure noJson() {
        return new DecodeFailure(RejectReason.BAD_VALUE, "no JSON object");
    }

    private static DecodeFailure tooDeep() {
        return new DecodeFailure(RejectReason.NESTED_TOO_DEEP, "values within values of a JSON object");
    }
}
