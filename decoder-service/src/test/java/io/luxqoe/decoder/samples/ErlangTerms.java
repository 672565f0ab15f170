package io.luxqoe.decoder.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Erlang terms of the golden files: atoms, integers, strings, binaries, lists, pairs and maps; one character is
 * one octet.
 */
final class ErlangTerms {
    private final String text;
    private int at;

    ErlangTerms(String text) {
        this.text = text;
    }

    List<GoldenRecord> records() {
        List<GoldenRecord> records = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            GoldenRecord.Choice record = (GoldenRecord.Choice) term();
            @SuppressWarnings("unchecked") // what a record holds is a map by the file's own form
            Map<String, Object> fields = (Map<String, Object>) record.value();
            records.add(new GoldenRecord(record.alternative(), fields));
            expect(".");
            skipSpace();
        }
        return records;
    }

    private Object term() {
        skipSpace();
        if (text.startsWith("<<", at)) {
            return binary();
        }
        if (text.startsWith("#{", at)) {
            return map();
        }
        if (text.charAt(at) == '{') {
            return pair();
        }
        if (text.charAt(at) == '[') {
            return list();
        }
        if (text.charAt(at) == '"') {
            return new String(string(), StandardCharsets.ISO_8859_1);
        }
        String word = word();
        return Character.isDigit(word.charAt(0)) ? (Object) Long.valueOf(word) : word;
    }

    private List<Object> list() {
        List<Object> terms = new ArrayList<>();
        expect("[");
        while (!accept("]")) {
            terms.add(term());
            accept(",");
        }
        return terms;
    }

    private GoldenRecord.Choice pair() {
        expect("{");
        String name = word();
        expect(",");
        Object value = term();
        expect("}");
        return new GoldenRecord.Choice(name, value);
    }

    private Map<String, Object> map() {
        Map<String, Object> fields = new LinkedHashMap<>();
        expect("#{");
        do {
            skipSpace();
            String name = word();
            expect("=>");
            fields.put(name, term());
        } while (accept(","));
        expect("}");
        return fields;
    }

    private byte[] binary() {
        expect("<<");
        if (text.charAt(at) == '"') {
            byte[] octets = string();
            expect(">>");
            return octets;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        do {
            octets.write(Integer.parseInt(word()));
        } while (accept(","));
        expect(">>");
        return octets.toByteArray();
    }

    private byte[] string() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        expect("\"");
        while (text.charAt(at) != '"') {
            octets.write(character());
        }
        expect("\"");
        return octets.toByteArray();
    }

    private int character() {
        char character = text.charAt(at++);
        if (character != '\\') {
            return character;
        }
        char escaped = text.charAt(at++);
        return switch (escaped) {
            case 'b' -> '\b';
            case 'd' -> 0x7F;
            case 'e' -> 0x1B;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 's' -> ' ';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> escaped;
        };
    }

    private String word() {
        if (accept("'")) {
            int from = at;
            at = text.indexOf('\'', from);
            return text.substring(from, at++);
        }
        int from = at;
        while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-') {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean accept(String token) {
        skipSpace();
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalStateException("expected " + token + " at " + at);
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
