package io.luxqoe.decoder.identity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the values of dead letters, which are raw octets and may name subscribers: AES-256-GCM (NIST SP 800-38D), a
 * random nonce of {@value #NONCE_OCTETS} octets before the ciphertext, the tag of 16 octets after it. The key is not that
 * of the pseudonyms but derived from it with HKDF-SHA-256 (RFC 5869), so that no secret serves two purposes. Safe for
 * several threads.
 *
 * <p>What a letter says of its origin is authenticated with the value: a value under another letter's headers does not
 * decrypt.
 */
public final class DeadLetterCipher {
    /** Header of an encrypted letter: {@value #ALGORITHM}. */
    public static final String ENCRYPTION_HEADER = "lux-encryption";
    /** Header of an encrypted letter: id of the key. */
    public static final String KEY_HEADER = "lux-encryption-key";
    /** The one algorithm there is. */
    public static final String ALGORITHM = "aes-gcm";

    private static final byte[] LABEL = "lux dead-letter aes-256-gcm v1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_OCTETS = 16;

    private final String keyId;
    private final Map<String, SecretKey> keys = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * What a letter says of its origin, in the words of its headers; absent where it has no such header.
     *
     * @param key key of the letter
     * @param topic header {@code lux-origin-topic}
     * @param partition header {@code lux-origin-partition}
     * @param offset header {@code lux-origin-offset}
     * @param errorOffset header {@code lux-error-offset}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Origin(
            byte @Nullable [] key,
            @Nullable String topic,
            @Nullable String partition,
            @Nullable String offset,
            @Nullable String errorOffset) {

        private byte[] associatedData() {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(octets)) {
                write(out, key);
                for (String text : new @Nullable String[] {topic, partition, offset, errorOffset}) {
                    write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory does not fail so
            }
            return octets.toByteArray();
        }

        private static void write(DataOutputStream out, byte @Nullable [] part) throws IOException {
            out.writeInt(part == null ? -1 : part.length);
            if (part != null) {
                out.write(part);
            }
        }
    }

    /** Encrypts under the active key, and decrypts what any of the keys encrypted. */
    public DeadLetterCipher(PseudonymKeys pseudonymKeys) {
        keyId = pseudonymKeys.active().id();
        for (PseudonymKey key : pseudonymKeys.keys()) {
            keys.put(key.id(), new SecretKeySpec(derive(key.secret().getEncoded(), LABEL), "AES"));
        }
    }

    /** 32 octets of HKDF-SHA-256 without salt: one block of its output. */
    static byte[] derive(byte[] secret, byte[] label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            mac.init(new SecretKeySpec(mac.doFinal(secret), "HmacSHA256"));
            mac.update(label);
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Id of the key that letters are encrypted under: what {@value #KEY_HEADER} is to say. */
    public String keyId() {
        return keyId;
    }

    /** The value of a letter of that origin in place of these octets. */
    public byte[] encrypt(byte[] octets, Origin origin) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keyId, nonce, origin);
            byte[] value = Arrays.copyOf(nonce, NONCE_OCTETS + octets.length + TAG_OCTETS);
            cipher.doFinal(octets, 0, octets.length, value, NONCE_OCTETS);
            return value;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * The octets that a letter's value was made of.
     *
     * @param letterKeyId what its header {@value #KEY_HEADER} says
     * @throws GeneralSecurityException if there is no such key, or the value is not what was encrypted for that origin
     */
    public byte[] decrypt(String letterKeyId, byte[] value, Origin origin) throws GeneralSecurityException {
        if (value.length < NONCE_OCTETS + TAG_OCTETS) {
            throw new AEADBadTagException("the value is too short to be an encrypted one");
        }
        return cipher(Cipher.DECRYPT_MODE, letterKeyId, Arrays.copyOf(value, NONCE_OCTETS), origin)
                .doFinal(value, NONCE_OCTETS, value.length - NONCE_OCTETS);
    }

    private Cipher cipher(int mode, String id, byte[] nonce, Origin origin) throws GeneralSecurityException {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new InvalidKeyException("the key that the value was encrypted under is not among the keys");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_OCTETS, nonce));
        cipher.updateAAD(origin.associatedData());
        return cipher;
    }
}
