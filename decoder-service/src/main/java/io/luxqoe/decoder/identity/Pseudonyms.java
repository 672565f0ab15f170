package io.luxqoe.decoder.identity;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.cache.LongPairCache;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.schemas.NetworkEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/**
 * Keyed pseudonyms: base64url of the first 16 octets of HMAC-SHA-256 over {@code kind:digits}. The last ones are
 * remembered in a bounded cache. Belongs to one thread.
 *
 * <p>While the key file holds a second key, the subscriber of an event is named under that one, too: what was keyed by
 * the pseudonym of before is still found. With one key this costs nothing.
 */
public final class Pseudonyms {
    private static final byte[] IMSI = "imsi:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MSISDN = "msisdn:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IDENTITY = "uri:".getBytes(StandardCharsets.US_ASCII);
    /** Texts of each kind that are remembered besides: a record names some of its parties twice. */
    private static final int RECENT = 64;

    private final String keyId;
    private final @Nullable Pseudonyms previous;
    private final Mac mac;
    private final Kind imsis;
    private final Kind msisdns;
    private final byte[] message = new byte[MSISDN.length + Digits.MAX_LENGTH];
    private final byte[] code = new byte[32];
    private final ByteBuffer codeNumbers = ByteBuffer.wrap(code);
    private final Base64Id text = new Base64Id();

    /** Identities of one kind, and what is remembered of them. */
    private static final class Kind {
        private final byte[] prefix;
        private final LongPairCache codes;
        private final LongKeyCache<String> recent = new LongKeyCache<>(RECENT);

        Kind(byte[] prefix, int cacheSize) {
            this.prefix = prefix;
            this.codes = new LongPairCache(cacheSize);
        }
    }

    /** Pseudonyms with the active key and the one before it, remembering about {@code cacheSize} of each kind. */
    public Pseudonyms(PseudonymKeys keys, int cacheSize) {
        this(
                keys.active(),
                cacheSize,
                keys.previous().map(key -> new Pseudonyms(key, cacheSize, null)).orElse(null));
    }

    private Pseudonyms(PseudonymKey key, int cacheSize, @Nullable Pseudonyms previous) {
        this.previous = previous;
        keyId = key.id();
        imsis = new Kind(IMSI, cacheSize);
        msisdns = new Kind(MSISDN, cacheSize);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
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
        return pseudonym(imsis, digits);
    }

    /** Pseudonym of a telephone number in E.164 form without plus. */
    public String ofMsisdn(Digits digits) {
        return pseudonym(msisdns, digits);
    }

    /** Pseudonym of an identity that is no number, such as a SIP URI, without regard to the case of its letters. */
    public String ofIdentity(byte[] octets, int from, int to) {
        mac.update(IDENTITY);
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            mac.update(octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet);
        }
        return finish();
    }

    /** Sets the subscriber of an event: the one with that identity. */
    public void nameByIdentity(NetworkEvent event, byte[] octets, int from, int to) {
        name(event, ofIdentity(octets, from, to), previous == null ? null : previous.ofIdentity(octets, from, to));
    }

    /** Sets the subscriber of an event: the one with that IMSI. */
    public void nameByImsi(NetworkEvent event, Digits imsi) {
        name(event, ofImsi(imsi), previous == null ? null : previous.ofImsi(imsi));
    }

    /** Sets the subscriber of an event, and its MSISDN: the one with that number in E.164 form without plus. */
    public void nameByMsisdn(NetworkEvent event, Digits msisdn) {
        String pseudonym = ofMsisdn(msisdn);
        event.setMsisdn(pseudonym);
        name(event, pseudonym, previous == null ? null : previous.ofMsisdn(msisdn));
    }

    private void name(NetworkEvent event, String subscriber, @Nullable String previousSubscriber) {
        event.setPseudonymKeyId(keyId);
        event.setSubscriber(subscriber);
        event.setPreviousSubscriber(previousSubscriber);
    }

    private String pseudonym(Kind kind, Digits digits) {
        long key = digits.packed();
        if (key == 0) {
            return compute(kind, digits);
        }
        String recent = kind.recent.find(key);
        return recent != null ? recent : kind.recent.put(key, remembered(kind, digits, key));
    }

    private String remembered(Kind kind, Digits digits, long key) {
        int held = kind.codes.find(key);
        if (held != LongPairCache.NONE) {
            return text.of(kind.codes.high(held), kind.codes.low(held));
        }
        String pseudonym = compute(kind, digits);
        kind.codes.put(key, codeNumbers.getLong(0), codeNumbers.getLong(Long.BYTES));
        return pseudonym;
    }

    private String compute(Kind kind, Digits digits) {
        byte[] prefix = kind.prefix;
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        mac.update(message, 0, prefix.length + digits.copyTo(message, prefix.length));
        return finish();
    }

    private String finish() {
        try {
            mac.doFinal(code, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer holds an HMAC-SHA-256", e);
        }
        return text.of(codeNumbers.getLong(0), codeNumbers.getLong(Long.BYTES));
    }
}
