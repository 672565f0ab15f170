package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.cmcd.Dictionary.Shape;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one report by key. Of a key that comes again the last value holds. Values are read when they are asked for,
 * since how a list is read depends on the object type.
 */
final class ReportValues {
    /** What a member without value means, as RFC 8941 writes it. */
    static final String TRUE = "?1";

    private static final int MOST_KEYS = 128;
    private static final int LONGEST_LIST = 1024;
    private static final int LONGEST_TOKEN = 16;
    private static final int KEYS = CmcdKey.values().length;
    private static final byte[] VIDEO = {'v'};
    private static final byte[] AUDIO_AND_VIDEO = {'a', 'v'};
    private static final byte[] TRUE_WORD = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE_WORD = {'f', 'a', 'l', 's', 'e'};

    private final Pseudonyms pseudonyms;
    private final Dictionary dictionary = new Dictionary();
    private final InnerList list = new InnerList();
    private final KeptText kept = new KeptText();
    private final Strings strings = new Strings(4096);
    private final StringBuilder whole = new StringBuilder();
    private final int[] starts = new int[KEYS];
    private final int[] ends = new int[KEYS];
    private final Shape[] shapes = new Shape[KEYS];
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private byte[] octets = {};
    private long present;

    ReportValues(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Reads the dictionary in the slice, which must not change while its values are asked for. */
    void read(byte[] text, int from, int to) throws DecodeFailure {
        octets = text;
        present = 0;
        unknown.clear();
        int keys = 0;
        dictionary.over(text, from, to);
        while (dictionary.next()) {
            if (++keys > MOST_KEYS) {
                throw new DecodeFailure(RejectReason.BAD_LENGTH, "more than " + MOST_KEYS + " keys");
            }
            CmcdKey key = CmcdKey.of(text, dictionary.keyFrom(), dictionary.keyTo());
            if (key == null) {
                unknown.put(
                        strings.of(text, dictionary.keyFrom(), dictionary.keyTo()),
                        attribute(dictionary.valueFrom(), dictionary.valueTo(), dictionary.shape(), null));
            } else {
                starts[key.ordinal()] = dictionary.valueFrom();
                ends[key.ordinal()] = dictionary.valueTo();
                shapes[key.ordinal()] = dictionary.shape();
                present |= 1L << key.ordinal();
            }
        }
    }

    boolean has(CmcdKey key) {
        return (present & 1L << key.ordinal()) != 0;
    }

    /** Whether there is a key of the standard. */
    boolean hasReserved() {
        return present != 0;
    }

    /** Whether there is a key at all. */
    boolean isEmpty() {
        return present == 0 && unknown.isEmpty();
    }

    /** Keys that the standard does not know, with what is kept of their values. */
    Map<String, String> unknown() {
        return unknown;
    }

    Strings strings() {
        return strings;
    }

    /** A boolean: true where the key has no value. */
    boolean flag(CmcdKey key) throws DecodeFailure {
        if (!has(key)) {
            return false;
        }
        Shape shape = shapes[key.ordinal()];
        int from = starts[key.ordinal()];
        int to = shape == Shape.LIST ? ends[key.ordinal()] : wordEnd(from, ends[key.ordinal()]);
        if (shape == Shape.NONE) {
            return true;
        }
        if (Decimals.isNone(octets, from, to)) {
            return false;
        }
        byte last = octets[to - 1];
        boolean digit = to - from == 1 || (to - from == 2 && octets[from] == '?');
        if (digit && (last == '0' || last == '1')) {
            return last == '1';
        }
        boolean isTrue = equal(from, to, TRUE_WORD);
        if (!isTrue && !equal(from, to, FALSE_WORD)) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "no boolean");
        }
        return isTrue;
    }

    /** A decimal; absent where the player says none. */
    @Nullable
    Double number(CmcdKey key) throws DecodeFailure {
        double value = value(key);
        return Double.isNaN(value) ? null : (Double) value;
    }

    /** An integer; absent where the player says none. */
    @Nullable
    Long count(CmcdKey key) throws DecodeFailure {
        double value = value(key);
        return Double.isNaN(value) ? null : (Long) Decimals.integer(value, key);
    }

    private double value(CmcdKey key) throws DecodeFailure {
        if (!has(key)) {
            return Decimals.NONE;
        }
        boolean signed = key.type() == CmcdKey.Type.SIGNED_NUMBER;
        int from = starts[key.ordinal()];
        int to = ends[key.ordinal()];
        return switch (shapes[key.ordinal()]) {
            case NONE -> throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "no number");
            case LIST -> ofList(key, from, to, signed);
            case BARE, STRING -> Decimals.read(octets, from, wordEnd(from, to), signed, key);
        };
    }

    /**
     * The item of a list that describes the report best: that of its own object type, else of video, of audio and video, of no
     * type, else the first. Starvation that ended is told item by item, and items of one type are one after the other: their
     * durations add up.
     */
    private double ofList(CmcdKey key, int from, int to, boolean signed) throws DecodeFailure {
        double best = Decimals.NONE;
        int bestRank = 0;
        list.over(octets, from, to);
        while (list.next(key)) {
            double value = Decimals.read(octets, list.itemFrom(), list.itemTo(), signed, key);
            int rank = rank();
            if (Double.isNaN(value) || rank < bestRank) {
                continue;
            }
            if (rank > bestRank) {
                best = value;
                bestRank = rank;
            } else if (key == CmcdKey.BSD && rank > 1) {
                best += value;
            }
        }
        return best;
    }

    private int rank() {
        boolean own = has(CmcdKey.OT) && list.isOf(octets, starts[CmcdKey.OT.ordinal()], ends[CmcdKey.OT.ordinal()]);
        if (own) {
            return 5;
        }
        if (list.isOf(VIDEO, 0, 1)) {
            return 4;
        }
        if (list.isOf(AUDIO_AND_VIDEO, 0, 2)) {
            return 3;
        }
        return list.isTyped() ? 1 : 2;
    }

    /** A token; absent where the player says none. */
    @Nullable
    String token(CmcdKey key) throws DecodeFailure {
        if (!has(key)) {
            return null;
        }
        int from = starts[key.ordinal()];
        int to = wordEnd(from, ends[key.ordinal()]);
        if (Decimals.isNone(octets, from, to)) {
            return null;
        }
        for (int at = from; at < to; at++) {
            if (!Dictionary.isKey(octets[at])) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "no token");
            }
        }
        if (to - from > LONGEST_TOKEN) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, key.word(), "a token of more than " + LONGEST_TOKEN + " characters");
        }
        return strings.of(octets, from, to);
    }

    /** A string of the length that its key allows; absent where it is empty. A session named for a person has a pseudonym. */
    @Nullable
    String text(CmcdKey key) throws DecodeFailure {
        if (!has(key)) {
            return null;
        }
        int from = starts[key.ordinal()];
        int to = ends[key.ordinal()];
        Shape shape = shapes[key.ordinal()];
        if (shape == Shape.LIST && list.over(octets, from, to).next(key)) {
            from = list.itemFrom();
            to = list.itemTo();
        }
        return shape != Shape.STRING && Decimals.isNone(octets, from, to) ? null : text(key, from, to);
    }

    private @Nullable String text(CmcdKey key, int from, int to) throws DecodeFailure {
        if (from == to) {
            return null;
        }
        if (key == CmcdKey.SID && KeptText.namesPerson(octets, from, to, false)) {
            return pseudonyms.ofIdentity(octets, from, to); // it still tells sessions apart
        }
        String text = isPlain(from, to)
                ? strings.of(octets, from, to)
                : KeptText.isUrl(octets, from, to)
                        ? kept.url(octets, from, to)
                        : kept.text(octets, from, to, key.word());
        if (text.indexOf('@') >= 0) {
            return KeptText.WITHHELD;
        }
        if (text.length() > key.longest()) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, key.word(), "a string of more than " + key.longest() + " characters");
        }
        return text;
    }

    private boolean isPlain(int from, int to) {
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            if ((octet >= 0 && octet < ' ') || octet == 0x7F || octet == '\\' || octet == '/') {
                return false;
            }
        }
        return true;
    }

    /** The strings of a list, or the one string there is. */
    List<String> texts(CmcdKey key) throws DecodeFailure {
        if (!has(key) || shapes[key.ordinal()] != Shape.LIST) {
            String text = text(key);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        list.over(octets, starts[key.ordinal()], ends[key.ordinal()]);
        while (list.next(key)) {
            String text = text(key, list.itemFrom(), list.itemTo());
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Whether the value is a list, of which a field of its own holds one item at most. */
    boolean isList(CmcdKey key) {
        return has(key) && shapes[key.ordinal()] == Shape.LIST;
    }

    /** The host of the URL that the key holds, if it holds one. */
    @Nullable
    String host(CmcdKey key) {
        if (!has(key)) {
            return null;
        }
        int to = ends[key.ordinal()];
        for (int at = starts[key.ordinal()]; at + 2 < to; at++) {
            if (octets[at] == ':' && octets[at + 1] == '/' && octets[at + 2] == '/') {
                return KeptText.host(octets, at + 3, hostEnd(at + 3, to), strings);
            }
        }
        return null;
    }

    private int hostEnd(int from, int to) {
        int at = from;
        while (at < to && octets[at] != '/' && octets[at] != '?' && octets[at] != '#') {
            at++;
        }
        return at;
    }

    /** The value as it was written, without the quotes of a string; see {@link KeptText} for what is left out. */
    String attribute(CmcdKey key) throws DecodeFailure {
        return attribute(starts[key.ordinal()], ends[key.ordinal()], shapes[key.ordinal()], key);
    }

    private String attribute(int from, int to, Shape shape, @Nullable CmcdKey key) throws DecodeFailure {
        return switch (shape) {
            case NONE -> TRUE;
            case BARE, STRING -> attribute(from, to, key);
            case LIST -> wholeList(from, to, key == null ? CmcdKey.NOR : key, key != null);
        };
    }

    private String attribute(int from, int to, @Nullable CmcdKey key) throws DecodeFailure {
        if (key == CmcdKey.NOR || key == CmcdKey.URL) {
            return kept.url(octets, from, to);
        }
        return kept.attribute(octets, from, to, key != null, key == null ? Dictionary.CUSTOM_KEY : key.word());
    }

    private String wholeList(int from, int to, CmcdKey key, boolean reserved) throws DecodeFailure {
        whole.setLength(0);
        whole.append('(');
        list.over(octets, from, to);
        while (list.next(key)) {
            if (whole.length() > 1) {
                whole.append(' ');
            }
            String quote = list.isQuoted() ? "\"" : "";
            whole.append(quote)
                    .append(attribute(list.itemFrom(), list.itemTo(), reserved ? key : null))
                    .append(quote);
            if (list.parametersFrom() < list.end()) {
                whole.append(kept.attribute(octets, list.parametersFrom(), list.end(), reserved, key.word()));
            }
        }
        return KeptText.cut(whole.append(')').toString(), LONGEST_LIST);
    }

    /** Where the word ends that begins there: blanks and parameters may follow it. */
    private int wordEnd(int from, int to) {
        int at = from;
        while (at < to && octets[at] != ';' && octets[at] != ' ') {
            at++;
        }
        return at;
    }

    private boolean equal(int from, int to, byte[] word) {
        return Arrays.equals(octets, from, to, word, 0, word.length);
    }
}
