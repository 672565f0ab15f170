package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.text.Lines;

/**
 * Members of a dictionary of RFC 8941 clause 3.2, one after the other, each with its value as it was written. Where members
 * begin and end is strict; blanks around commas, empty members, capitals in keys and strings without quotes are taken as
 * players send them.
 */
final class Dictionary {
    /** Names any key that the standard does not know: it may hold anything and goes into no message. */
    static final String CUSTOM_KEY = "custom key";

    private static final int LONGEST_KEY = 128;

    /** How a value is written. */
    enum Shape {
        /** There is none: the member is a boolean, true. */
        NONE,
        /** A token, a number, a boolean, or a string that has lost its quotes. */
        BARE,
        /** A string; its quotes are outside the value. */
        STRING,
        /** An inner list; its brackets are outside the value. */
        LIST
    }

    private byte[] octets = {};
    private int at;
    private int to;
    private int keyFrom;
    private int keyTo;
    private int valueFrom;
    private int valueTo;
    private Shape shape = Shape.NONE;

    Dictionary over(byte[] text, int from, int end) {
        octets = text;
        at = from;
        to = end;
        return this;
    }

    /** Goes to the next member, if there is one. */
    boolean next() throws DecodeFailure {
        while (at < to && (octets[at] == ',' || isBlank(octets[at]))) {
            at++;
        }
        if (at == to) {
            return false;
        }
        key();
        int afterBlanks = Lines.skipBlanks(octets, at, to);
        if (afterBlanks < to && octets[afterBlanks] == '=') {
            at = Lines.skipBlanks(octets, afterBlanks + 1, to);
            value();
        } else {
            shape = Shape.NONE;
            valueFrom = at;
            valueTo = at;
            endOfMember();
        }
        return true;
    }

    private void key() throws DecodeFailure {
        keyFrom = at;
        if (!isLetter(octets[at]) && octets[at] != '*') {
            throw new DecodeFailure(RejectReason.BAD_VALUE, "a member that does not begin with a key");
        }
        while (at < to && isKey(octets[at])) {
            at++;
        }
        keyTo = at;
        if (keyTo - keyFrom > LONGEST_KEY) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, "a key of more than " + LONGEST_KEY + " characters");
        }
    }

    private void value() throws DecodeFailure {
        if (at < to && octets[at] == '"') {
            shape = Shape.STRING;
            valueFrom = at + 1;
            valueTo = closingQuote(octets, valueFrom, to);
            if (valueTo == to) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field(), "a string without its closing quote");
            }
            at = valueTo + 1;
            endOfMember();
        } else if (at < to && octets[at] == '(') {
            shape = Shape.LIST;
            valueFrom = at + 1;
            valueTo = closingBracket();
            at = valueTo + 1;
            endOfMember();
        } else {
            shape = Shape.BARE;
            valueFrom = at;
            while (at < to && octets[at] != ',') {
                at++;
            }
            valueTo = Lines.trimEnd(octets, valueFrom, at);
        }
    }

    /** Where the string that begins at {@code from} has its closing quote, or {@code to}. */
    static int closingQuote(byte[] octets, int from, int to) {
        int quote = from;
        while (quote < to && octets[quote] != '"') {
            quote += octets[quote] == '\\' ? 2 : 1;
        }
        return Math.min(quote, to);
    }

    /** Whether {@code to} is within a string, and members from {@code from} on are parted by commas and no blanks. */
    static boolean isInString(byte[] octets, int from, int to) {
        int brackets = 0;
        for (int at = from; at < to; at++) {
            switch (octets[at]) {
                case '"' -> {
                    at = closingQuote(octets, at + 1, to);
                    if (at == to) {
                        return true;
                    }
                }
                case '(' -> brackets++;
                case ')' -> brackets--;
                case ' ', '\t' -> {
                    if (brackets <= 0 && octets[at - 1] != ',') {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private int closingBracket() throws DecodeFailure {
        int bracket = valueFrom;
        while (bracket < to && octets[bracket] != ')') {
            bracket = octets[bracket] == '"' ? closingQuote(octets, bracket + 1, to) + 1 : bracket + 1;
        }
        if (bracket >= to) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field(), "an inner list without its closing bracket");
        }
        return bracket;
    }

    /** Passes over parameters up to the comma. */
    private void endOfMember() throws DecodeFailure {
        at = Lines.skipBlanks(octets, at, to);
        if (at < to && octets[at] != ',' && octets[at] != ';') {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field(), "no comma behind it");
        }
        while (at < to && octets[at] != ',') {
            at = octets[at] == '"' ? Math.min(closingQuote(octets, at + 1, to) + 1, to) : at + 1;
        }
    }

    private String field() {
        CmcdKey key = CmcdKey.of(octets, keyFrom, keyTo);
        return key == null ? CUSTOM_KEY : key.word();
    }

    int keyFrom() {
        return keyFrom;
    }

    int keyTo() {
        return keyTo;
    }

    int valueFrom() {
        return valueFrom;
    }

    int valueTo() {
        return valueTo;
    }

    Shape shape() {
        return shape;
    }

    static boolean isLetter(byte octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }

    static boolean isKey(byte octet) {
        return isLetter(octet)
                || (octet >= '0' && octet <= '9')
                || octet == '_'
                || octet == '-'
                || octet == '.'
                || octet == '*';
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }
}
