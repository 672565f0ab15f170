package io.luxqoe.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The secret that identities are turned into pseudonyms with: one line {@code keyId:base64 of 32 octets}. */
public final class PseudonymKeyFile {

    private static final int OCTETS = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PseudonymKeyFile() {}

    /** A new random key with this id. */
    public static String random(String keyId) {
        byte[] secret = new byte[OCTETS];
        new SecureRandom().nextBytes(secret);
        return keyId + ":" + Base64.getEncoder().encodeToString(secret);
    }

    /** Makes the file with a random key, readable by its owner alone; a file that is there stays as it is. */
    static void ensure(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(file, random("local") + "\n");
        }
    }
}
