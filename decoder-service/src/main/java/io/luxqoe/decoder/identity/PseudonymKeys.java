package io.luxqoe.decoder.identity;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a key file, the active one first.
 *
 * @param keys at least one
 */
public record PseudonymKeys(List<PseudonymKey> keys) {

    /** Checks that there is a key and that no id is there twice. */
    public PseudonymKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        if (keys.stream().map(PseudonymKey::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two keys have the same id");
        }
    }

    /**
     * Reads a key file: one key a line, {@code keyId:base64(32 octets)}, the active one first; blank lines and lines
     * that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException if it is no such file; the message holds nothing of its content
     */
    public static PseudonymKeys load(Path file) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("a key file is text", e);
        }
    }

    /** Reads the lines of a key file, or the one line of an environment variable. */
    public static PseudonymKeys parse(String text) {
        return new PseudonymKeys(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(PseudonymKey::parse)
                .toList());
    }

    /** One key that nobody else has and that is forgotten with the process: pseudonyms that agree only among themselves. */
    public static PseudonymKeys random() {
        byte[] secret = new byte[PseudonymKey.LENGTH];
        new SecureRandom().nextBytes(secret);
        return new PseudonymKeys(List.of(new PseudonymKey("random", new SecretKeySpec(secret, "HmacSHA256"))));
    }

    /** The second key, if there is one: the one that was active before, or is to be. */
    public Optional<PseudonymKey> previous() {
        return keys.size() > 1 ? Optional.of(keys.get(1)) : Optional.empty();
    }

    /** The key that new pseudonyms are made with. */
    public PseudonymKey active() {
        return keys.get(0);
    }
}
