package io.luxqoe.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatAnEarlierRunLeftIsKilled() throws IOException {
        try (SupervisedProcess left = StandIns.process(folder, new Heard(), "left")) {
            left.start();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "left"));

            assertThat(StandIns.pidFiles(folder).clearLeftovers()).containsExactly("left");

            await().atMost(SOON).until(() -> !left.isAlive());
            assertThat(folder.resolve("pids")).isEmptyDirectory();
        }
    }

    @Test
    void aProcessThatGotTheNumberSinceIsLeftAlone() throws IOException {
        try (SupervisedProcess other = StandIns.process(folder, new Heard(), "other")) {
            other.start();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "other"));
            Files.writeString(folder.resolve("pids").resolve("other.pid"), other.pid() + " 1700000000000\n");

            assertThat(StandIns.pidFiles(folder).clearLeftovers()).isEmpty();

            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void aProcessOfAnotherFolderIsLeftAlone() throws IOException {
        try (SupervisedProcess other = StandIns.process(folder, new Heard(), "other")) {
            other.start();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "other"));
            PidFiles elsewhere = new PidFiles(folder.resolve("pids"), folder.resolve("elsewhere"));

            assertThat(elsewhere.clearLeftovers()).isEmpty();

            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void aFileThatIsNoPidFileIsOnlyDeleted() throws IOException {
        Path pids = Files.createDirectories(folder.resolve("pids"));
        Files.writeString(pids.resolve("half.pid"), "12");

        assertThat(StandIns.pidFiles(folder).clearLeftovers()).isEmpty();

        assertThat(pids).isEmptyDirectory();
    }
}
