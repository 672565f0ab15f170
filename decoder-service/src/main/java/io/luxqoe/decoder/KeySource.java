package io.luxqoe.decoder;

import io.luxqoe.decoder.identity.PseudonymKeys;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the keys of the pseudonyms come from: a file, else an environment variable. Without a key there is no start. */
final class KeySource {
    static final String PROPERTY = "lux.decoder.pseudonym.key-file";
    static final String VARIABLE = "LUX_PSEUDONYM_KEY";

    private KeySource() {}

    static PseudonymKeys keys(@Nullable Path keyFile, @Nullable String variable) {
        if (keyFile != null) {
            return load(keyFile);
        }
        if (variable == null || variable.isBlank()) {
            throw new PseudonymKeyException("The decoder has no key to make pseudonyms with: neither " + PROPERTY
                    + " nor the environment variable " + VARIABLE + " is set.");
        }
        try {
            return PseudonymKeys.parse(variable);
        } catch (IllegalArgumentException e) {
            throw new PseudonymKeyException(
                    "The environment variable " + VARIABLE + " holds no key: " + e.getMessage() + ".");
        }
    }

    private static PseudonymKeys load(Path keyFile) {
        try {
            return PseudonymKeys.load(keyFile);
        } catch (NoSuchFileException e) {
            throw new PseudonymKeyException("The file " + keyFile + " that " + PROPERTY + " names is not there.");
        } catch (IOException e) {
            throw new PseudonymKeyException(
                    "The file " + keyFile + " that " + PROPERTY + " names cannot be read: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new PseudonymKeyException(
                    "The file " + keyFile + " that " + PROPERTY + " names is no key file: " + e.getMessage() + ".");
        }
    }
}
