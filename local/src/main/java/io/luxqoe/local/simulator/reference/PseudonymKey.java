package io.luxqoe.local.simulator.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that pseudonyms are made with: the decoder's active key, so that references meet events. */
public final class PseudonymKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_OCTETS = 32;
    private static final int PSEUDONYM_OCTETS = 16;

    private final String keyId;
    private final SecretKeySpec secret;

    private PseudonymKey(String keyId, byte[] secret) {
        this.keyId = keyId;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key as its file's line has it: {@code keyId:base64(32 octets)}.
     *
     * @throws IllegalArgumentException if the line is not of that form; the message does not repeat it
     */
    public static PseudonymKey parse(String line) {
        String trimmed = line.trim();
        int colon = trimmed.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A pseudonym key is written keyId:base64");
        }
        byte[] secret = Base64.getDecoder().decode(trimmed.substring(colon + 1));
        if (secret.length != KEY_OCTETS) {
            throw new IllegalArgumentException("A pseudonym key has 32 octets, not " + secret.length);
        }
        return new PseudonymKey(trimmed.substring(0, colon), secret);
    }

    /** Id of the key. */
    public String keyId() {
        return keyId;
    }

    /** Pseudonym of an IMSI of fifteen digits. */
    String ofImsi(String imsi) {
        return pseudonym("imsi:" + imsi);
    }

    private String pseudonym(String identity) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] code = mac.doFinal(identity.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, PSEUDONYM_OCTETS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey[" + keyId + "]";
    }
}
