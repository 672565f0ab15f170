package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.util.Arrays;

/** Items of an inner list (RFC 8941 clause 3.1.1), each with its first parameter, which names an object type. */
final class InnerList {
    private static final int MOST_ITEMS = 64;

    private byte[] octets = {};
    private int at;
    private int to;
    private int items;
    private boolean quoted;
    private int itemFrom;
    private int itemTo;
    private int parameterFrom;
    private int parameterTo;
    private int parametersFrom;

    /** Items of what stands between the brackets. */
    InnerList over(byte[] text, int from, int end) {
        octets = text;
        at = from;
        to = end;
        items = 0;
        return this;
    }

    /** Goes to the next item, if there is one. */
    boolean next(CmcdKey key) throws DecodeFailure {
        while (at < to && (octets[at] == ',' || Dictionary.isBlank(octets[at]))) {
            at++;
        }
        if (at >= to) {
            return false;
        }
        if (++items > MOST_ITEMS) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, key.word(), "more than " + MOST_ITEMS + " items");
        }
        quoted = octets[at] == '"';
        if (quoted) {
            itemFrom = at + 1;
            itemTo = Dictionary.closingQuote(octets, itemFrom, to);
            at = Math.min(itemTo + 1, to);
        } else {
            itemFrom = at;
            skipBare();
            itemTo = at;
        }
        parameters();
        return true;
    }

    private void skipBare() {
        while (at < to && octets[at] != ';' && octets[at] != ',' && !Dictionary.isBlank(octets[at])) {
            at++;
        }
    }

    private void parameters() {
        parametersFrom = at;
        parameterFrom = at;
        parameterTo = at;
        while (at < to && octets[at] == ';') {
            at++;
            while (at < to && Dictionary.isBlank(octets[at])) {
                at++;
            }
            int from = at;
            while (at < to && Dictionary.isKey(octets[at])) {
                at++;
            }
            if (parameterFrom == parameterTo) {
                parameterFrom = from;
                parameterTo = at;
            }
            if (at < to && octets[at] == '=') {
                at++;
                if (at < to && octets[at] == '"') {
                    at = Math.min(Dictionary.closingQuote(octets, at + 1, to) + 1, to);
                } else {
                    skipBare();
                }
            }
        }
        if (at < to && octets[at] != ',' && !Dictionary.isBlank(octets[at])) {
            skipBare(); // what no grammar allows behind an item
            at = at == parametersFrom ? at + 1 : at;
        }
    }

    boolean isQuoted() {
        return quoted;
    }

    int itemFrom() {
        return itemFrom;
    }

    int itemTo() {
        return itemTo;
    }

    /** Where the parameters of the item begin; they end at {@link #end()}. */
    int parametersFrom() {
        return parametersFrom;
    }

    int end() {
        return at;
    }

    /** Whether the first parameter is that word. */
    boolean isOf(byte[] word, int from, int end) {
        return Arrays.equals(octets, parameterFrom, parameterTo, word, from, end);
    }

    /** Whether it has a parameter. */
    boolean isTyped() {
        return parameterFrom < parameterTo;
    }
}
