package io.luxqoe.decoder.identity;

import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that pseudonyms are made with, and the id that says which it was. Its string form does not hold the key.
 *
 * @param id one to 32 letters, digits, dots, hyphens or underscores
 * @param secret 32 octets
 */
public record PseudonymKey(String id, SecretKey secret) {
    /** Octets of a key. */
    public static final int LENGTH = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /** Reads {@code keyId:base64(32 octets)}. The exception's message holds nothing of the line. */
    static PseudonymKey parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a key is written keyId:base64, and there is no colon");
        }
        String id = line.substring(0, colon).strip();
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a key is 1 to 32 letters, digits, dots, hyphens or underscores");
        }
        return new PseudonymKey(
                id, new SecretKeySpec(secret(line.substring(colon + 1).strip()), "HmacSHA256"));
    }

    private static byte[] secret(String base64) {
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what follows the colon of a key is not base64", e);
        }
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("a key has " + LENGTH + " octets, this one has " + octets.length);
        }
        return octets;
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "PseudonymKey[" + id + "]";
    }
}
