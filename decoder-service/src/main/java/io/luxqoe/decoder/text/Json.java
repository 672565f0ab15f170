package io.luxqoe.decoder.text;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/** JSON as it comes: the numbers, commas and escapes of writers that know it by half are taken, anything else is not. */
public final class Json {
    /** Octets of a text that is read. */
    public static final int LONGEST = 65_536;

    private static final int MOST_DEPTH = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            // A table of the names that were ever read would keep what anybody writes.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            // Whatever is no longer than the text itself passes: the depth alone is beyond a constraint.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private Json() {}

    /** A parser of the slice, to be closed; octets that are no character are read as the charset replaces them. */
    public static JsonParser parser(byte[] octets, int from, int to, Charset charset, @Nullable String field)
            throws DecodeFailure {
        if (to - from > LONGEST) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "JSON of more than " + LONGEST + " octets");
        }
        return FACTORY.createParser(ObjectReadContext.empty(), new String(octets, from, to - from, charset));
    }

    /** What the parser found; its own message quotes the text and goes nowhere. */
    public static DecodeFailure failure(JacksonException found, @Nullable String field) {
        return found instanceof StreamConstraintsException
                ? new DecodeFailure(
                        RejectReason.NESTED_TOO_DEEP,
                        field,
                        "objects lie more than " + MOST_DEPTH + " deep in one another")
                : new DecodeFailure(RejectReason.BAD_VALUE, field, "no JSON");
    }
}
