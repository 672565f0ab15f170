package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void theKeyIsOfItsOwnerAlone() throws IOException {
        Path file = folder.resolve("pseudonym.key");

        PseudonymKeyFile.ensure(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String[] parts = Files.readString(file).trim().split(":");
        assertThat(parts[0]).isEqualTo("local");
        assertThat(Base64.getDecoder().decode(parts[1])).hasSize(32);
    }

    @Test
    void aKeyThatIsThereStays() throws IOException {
        Path file = Files.writeString(folder.resolve("pseudonym.key"), "mine:AAAA\n");

        PseudonymKeyFile.ensure(file);

        assertThat(file).hasContent("mine:AAAA\n");
    }
}
