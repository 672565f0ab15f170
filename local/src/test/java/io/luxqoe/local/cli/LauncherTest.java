package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./lux} in a folder with nothing but it, on a PATH with nothing but what each test puts there. */
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "readlink",
            "sed",
            "sleep",
            "tail",
            "touch");
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private Path home;
    private Path bin;

    private record Outcome(int status, String said) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        bin = Files.createDirectory(folder.resolve("bin"));
        Files.copy(Path.of(Objects.requireNonNull(System.getProperty("lux.home")), "lux"), home.resolve("lux"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "exec " + onPath(tool).orElseThrow() + " \"$@\"");
        }
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertThat(run(null))
                .isEqualTo(new Outcome(
                        3,
                        "lux: Java 17 or newer is needed, and there is none on the PATH (Debian: apt-get install"
                                + " openjdk-17-jdk-headless)\n"));
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        assertThat(run("/nowhere").said()).isEqualTo("lux: JAVA_HOME is /nowhere, and there is no bin/java in it\n");
    }

    @Test
    void anOldJavaIsNotTaken() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-11"));
        script(Files.createDirectory(old.resolve("bin")).resolve("java"), "exit 1");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Outcome outcome = run(old.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.said()).contains("Java 17 or newer is needed", "is 11.0.2; set JAVA_HOME");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        assertThat(run(JDK))
                .isEqualTo(new Outcome(
                        3,
                        "lux: Maven 3.8 or newer is needed to build, and there is none on the PATH (Debian: apt-get"
                                + " install maven)\n"));
    }

    @Test
    void anOldMavenIsNotTaken() throws Exception {
        script(bin.resolve("mvn"), "echo 'Apache Maven 3.6.3'");

        assertThat(run(JDK).said()).contains("Maven 3.8 or newer is needed to build, and ", "/bin/mvn is 3.6.3");
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndWhereTheRestIs() throws Exception {
        script(
                bin.resolve("mvn"),
                "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit 0",
                "echo '[INFO] Building LUX schemas 0.1.0-SNAPSHOT    [2/9]'",
                "echo '[ERROR] it does not compile'",
                "exit 1");

        Outcome outcome = run(JDK);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.said())
                .contains("[ERROR] it does not compile")
                .endsWith("lux: the build has failed; all it said is in "
                        + home.toRealPath().resolve(Path.of("target", "build.log")) + "\n");
    }

    private Outcome run(@Nullable String javaHome) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        bin.resolve("bash").toString(), home.resolve("lux").toString(), "--help")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<Path> onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
