package io.luxqoe.decoder.identity;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.digits.Digits;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Keyed pseudonyms: base64url of the first 16 octets of HMAC-SHA-256 over {@code kind:digits}. The last ones are
 * remembered in a bounded cache. Belongs to one thread.
 */
public final class Pseudonyms {
    private static final byte[] IMSI = "imsi:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MSISDN = "msisdn:".getBytes(StandardCharsets.US_ASCII);
    private static final int KEPT_OCTETS = 16;

    private final String keyId;
    private final Mac mac;
    private final LongKeyCache<String> imsis;
    private final LongKeyCache<String> msisdns;
    private final Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    private final byte[] message = new byte[MSISDN.length + Digits.MAX_LENGTH];
    private final byte[] code = new byte[32];
    private final byte[] kept = new byte[KEPT_OCTETS];
    private final byte[] text = new byte[22];

    /** Pseudonyms with the active key, remembering about {@code cacheSize} of each kind. */
    public Pseudonyms(PseudonymKeys keys, int cacheSize) {
        keyId = keys.active().id();
        imsis = new LongKeyCache<>(cacheSize);
        msisdns = new LongKeyCache<>(cacheSize);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.active().secret());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256, and any octets are a key of it", e);
        }
    }

    /** Id of the key that these pseudonyms are made with. */
    public String keyId() {
        return keyId;
    }

    /** Pseudonym of an IMSI. */
    public String ofImsi(Digits digits) {
        return pseudonym(imsis, IMSI, digits);
    }

    /** Pseudonym of a telephone number in E.164 form without plus. */
    public String ofMsisdn(Digits digits) {
        return pseudonym(msisdns, MSISDN, digits);
    }

    private String pseudonym(LongKeyCache<String> cache, byte[] kind, Digits digits) {
        long key = digits.packed();
        if (key == 0) {
            return compute(kind, digits);
        }
        String held = cache.find(key);
        return held != null ? held : cache.put(key, compute(kind, digits));
    }

    private String compute(byte[] kind, Digits digits) {
        System.arraycopy(kind, 0, message, 0, kind.length);
        mac.update(message, 0, kind.length + digits.copyTo(message, kind.length));
        try {
            mac.doFinal(code, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer holds an HMAC-SHA-256", e);
        }
        System.arraycopy(code, 0, kept, 0, KEPT_OCTETS);
        encoder.encode(kept, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
