package io.luxqoe.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    @Test
    void aProcessThatIsKilledIsStartedAgain() throws IOException {
        try (SupervisedProcess process = StandIns.process(folder, heard, "standin")) {
            process.start();
            process.supervise();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "standin"));
            long first = process.pid();

            process.kill();

            await().atMost(SOON).until(() -> process.restarts() == 1 && process.isAlive());
            await().atMost(SOON).untilAsserted(() -> assertThat(Files.readString(StandIns.begun(folder, "standin")))
                    .isEqualTo(Long.toString(process.pid())));
            assertThat(process.pid()).isNotEqualTo(first);
            await().atMost(SOON).untilAsserted(() -> assertThat(heard.events)
                    .containsExactly("standin died 137", "standin restarted"));
        }
    }

    @Test
    void aProcessThatIsNotSupervisedStaysDead() throws IOException {
        try (SupervisedProcess process = StandIns.process(folder, heard, "standin")) {
            process.start();
            process.kill();

            await().atMost(SOON).until(() -> !process.isAlive());
            assertThat(process.restarts()).isZero();
            assertThat(heard.events).isEmpty();
        }
    }

    @Test
    void closingEndsTheProcessAndForgetsIt() throws IOException {
        SupervisedProcess process = StandIns.process(folder, heard, "standin");
        process.start();
        process.supervise();
        await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "standin"));

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(heard.events).isEmpty();
        assertThat(folder.resolve("pids")).isEmptyDirectory();
    }

    @Test
    void aProcessThatDoesNotEndInTimeIsKilled() throws IOException {
        SupervisedProcess process = StandIns.process(folder, heard, "standin", "stubborn");
        process.start();
        await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "standin"));

        process.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachTheProcess() throws Exception {
        try (SupervisedProcess process = StandIns.process(folder, heard, "standin")) {
            process.start();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "standin"));

            for (String signal : List.of("-INT", "-HUP")) {
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }

            await().during(Duration.ofMillis(500)).atMost(SOON).until(process::isAlive);
        }
    }

    @Test
    void aProcessWhoseParentIsKilledEnds() throws Exception {
        List<String> command = StandIns.command(folder).run(StandInParent.class.getName(), List.of(folder.toString()));
        Process parent = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "child"));
        await().atMost(SOON)
                .until(() -> !Files.readString(StandIns.begun(folder, "child")).isEmpty());
        ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(StandIns.begun(folder, "child"))))
                .orElseThrow();

        parent.destroyForcibly();

        await().atMost(SOON).until(() -> !child.isAlive());
    }

    @Test
    void memoryIsThatOfTheProcess() throws IOException {
        try (SupervisedProcess process = StandIns.process(folder, heard, "standin")) {
            process.start();
            await().atMost(SOON).until(() -> StandIns.hasBegun(folder, "standin"));

            ResidentMemory running = process.sampleMemory();
            process.close();
            ResidentMemory ended = process.sampleMemory();

            assertThat(running.now()).isGreaterThan(1_000_000);
            assertThat(running.peak()).isGreaterThanOrEqualTo(running.now());
            assertThat(ended).isEqualTo(new ResidentMemory(0, running.peak()));
        }
    }
}
