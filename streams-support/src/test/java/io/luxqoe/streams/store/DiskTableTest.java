package io.luxqoe.streams.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTableTest {
    private static final byte[] KEY = octets("key");

    @TempDir
    Path folder;

    @Test
    void theLastValueOfAKeyIsReadUntilItIsDeleted() {
        try (DiskTable table = open()) {
            assertThat(table.get(KEY)).isNull();
            table.put(KEY, octets("1"));
            table.put(KEY, octets("2"));
            assertThat(table.get(KEY)).isEqualTo(octets("2"));
            table.delete(KEY);
            assertThat(table.get(KEY)).isNull();
        }
    }

    @Test
    void itBeginsEmptyEachTimeItIsOpened() {
        try (DiskTable table = open()) {
            table.put(KEY, octets("1"));
        }
        try (DiskTable table = open()) {
            assertThat(table.get(KEY)).isNull();
        }
    }

    @Test
    void aClosedTableIsNotAnEmptyOne() {
        DiskTable table = open();
        table.close();
        table.close();

        assertThatThrownBy(() -> table.get(KEY)).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> table.put(KEY, KEY)).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> table.delete(KEY)).isInstanceOf(InvalidStateStoreException.class);
    }

    @Test
    void aFolderThatCannotBeHadIsAFailureOfTheStore() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DiskTable.open(file.resolve("table"), Map.of()))
                .isInstanceOf(ProcessorStateException.class);
    }

    private DiskTable open() {
        return DiskTable.open(folder.resolve("table"), Map.of());
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
