package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void aFolderThatLuxDidNotMakeIsNotTouched() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.take(parent))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("was not made by ./lux up")
                .hasMessageContaining("--data");

        assertThat(parent.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.take(file)).hasMessageContaining("is not a folder");
    }

    @Test
    void anEmptyFolderIsTaken() {
        try (DataFolder data = DataFolder.take(parent)) {
            assertThat(data.root()).isEqualTo(parent.toAbsolutePath());
        }
    }

    @Test
    void emptyingLeavesTheMarkerAlone() throws IOException {
        Path root = parent.resolve("new");
        try (DataFolder data = DataFolder.take(root)) {
            Files.writeString(data.folder("kafka", "storage").resolve("segment"), "octets");
        }
        try (DataFolder again = DataFolder.take(root)) {
            again.empty();
        }

        assertThat(root).isDirectoryContaining("glob:**/" + DataFolder.MARKER);
        try (var entries = Files.list(root)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void twoRunsDoNotShareAFolder() {
        try (DataFolder data = DataFolder.take(parent)) {
            assertThatThrownBy(() -> DataFolder.take(parent))
                    .hasMessageContaining("Another ./lux up uses the folder " + data.root());
        }
        DataFolder.take(parent).close();
    }
}
