package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.text.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns a JSON object into the dictionary that says the same, so that all forms are read alike. An array becomes an inner
 * list. An item with parameters is {@code {"value": 5000, "params": {"v": true}}}; an object {@code {"v": 5000, "a": 320}} is
 * taken for a list by object type.
 */
final class JsonObject {
    /** There is no whole object. */
    static final int NONE = -1;

    private static final int MOST_DEPTH = 4;

    private final Buffer parameters = new Buffer();
    private Buffer out = new Buffer();

    /** Where the object ends that begins at {@code from}, behind its closing bracket. */
    static int end(byte[] octets, int from, int to) {
        int last = Math.min(to, from + Json.LONGEST);
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
    void addTo(Buffer dictionary, byte[] octets, int from, int to) throws DecodeFailure {
        out = dictionary;
        try (JsonParser json = Json.parser(octets, from, to, StandardCharsets.UTF_8, null)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                member(json);
            }
        } catch (JacksonException found) {
            throw Json.failure(found, null);
        }
    }

    private void member(JsonParser json) throws DecodeFailure {
        int start = out.length();
        String name = json.currentName();
        out.add(name);
        boolean kept = value(json, json.nextToken());
        if (kept && isKey(name)) {
            out.add(',');
        } else {
            out.cut(start);
        }
    }

    /** Whether a dictionary may have that key. */
    private static boolean isKey(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            if (character >= 0x80 || !Dictionary.isKey((byte) character)) {
                return false;
            }
        }
        return !name.isEmpty() && (Dictionary.isLetter((byte) name.charAt(0)) || name.charAt(0) == '*');
    }

    /** Adds the value behind its key; returns whether there is one. */
    private boolean value(JsonParser json, JsonToken token) throws DecodeFailure {
        switch (token) {
            case VALUE_NULL -> {
                return false;
            }
            case VALUE_TRUE -> {}
            case VALUE_FALSE -> out.add("=?0");
            case START_ARRAY -> {
                out.add("=(");
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    item(json);
                    out.add(' ');
                }
                out.add(')');
            }
            case START_OBJECT -> {
                out.add("=(");
                object(json);
                out.add(')');
            }
            default -> {
                out.add('=');
                scalar(json);
            }
        }
        return true;
    }

    private void item(JsonParser json) throws DecodeFailure {
        if (json.hasToken(JsonToken.START_OBJECT)) {
            object(json);
        } else {
            scalar(json);
        }
    }

    private void scalar(JsonParser json) throws DecodeFailure {
        if (json.currentToken().isStructStart()) {
            throw new DecodeFailure(RejectReason.NESTED_TOO_DEEP, "values within values of a JSON object");
        }
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            quoted(json.getString());
        } else {
            out.add(json.getString());
        }
    }

    /** An item with its parameters, or items by object type. */
    private void object(JsonParser json) throws DecodeFailure {
        parameters.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("value")) {
                scalar(json);
            } else if (name.equals("params") && token == JsonToken.START_OBJECT) {
                addParameters(json);
            } else {
                scalar(json);
                out.add(';');
                out.add(name);
                out.add(' ');
            }
        }
        out.add(parameters.octets(), 0, parameters.length());
    }

    private void addParameters(JsonParser json) throws DecodeFailure {
        Buffer target = out;
        out = parameters.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
                out.add(';');
                out.add(name);
                if (token != JsonToken.VALUE_TRUE) {
                    out.add('=');
                    scalar(json);
                }
            }
        }
        out = target;
    }

    /** A string with its quotes; one that is a list, or an item with its parameter, loses them. */
    private void quoted(String text) {
        boolean escaped = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        if (!escaped && text.length() > 1 && text.charAt(0) == '(' && text.endsWith(")")) {
            out.add(text);
            return;
        }
        out.add('"');
        out.add(escaped ? text.replace("\\", "\\\\").replace("\"", "\\\"") : text);
        out.add('"');
    }
}
