package io.luxqoe.local.cli;

import io.luxqoe.decoder.identity.PseudonymKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of pseudonym keys that an option names. */
final class KeyFiles {

    private KeyFiles() {}

    /**
     * The keys in the file.
     *
     * @throws UsageException if there are none
     */
    static PseudonymKeys load(Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageException("There is no key file " + file + " that can be read");
        }
        try {
            return PseudonymKeys.load(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("The key file " + file + " cannot be read: " + Messages.of(e));
        }
    }
}
