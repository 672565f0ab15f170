package io.luxqoe.local.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/** What the build has left for the local system under the folder of the project. */
public final class Installation {

    /** System property that names the folder of the project; the launcher and the build set it. */
    public static final String HOME_PROPERTY = "lux.home";

    private final Path home;

    public Installation(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /**
     * The installation that this process was started from.
     *
     * @throws LocalException if {@value #HOME_PROPERTY} is not set
     */
    public static Installation current() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new LocalException("The system property " + HOME_PROPERTY
                    + " must name the folder of the project; start with the script ./lux");
        }
        return new Installation(Path.of(home));
    }

    /** Data folder of a run that names no other. */
    public Path defaultData() {
        return home.resolve("target").resolve("lux");
    }

    /** The {@code java} program that this process runs on. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Jars of the broker, as a class path. */
    Path broker() {
        Path lib = home.resolve(Path.of("local", "broker", "target", "lib"));
        only(lib, "kafka_2.13-*.jar");
        return lib.resolve("*");
    }

    /** The registry's jar, which names the others. */
    Path registry() {
        return only(home.resolve(Path.of("local", "target", "registry")), "*-runner.jar");
    }

    /** The jar that ties a process to its parent. */
    Path leash() {
        return only(home.resolve(Path.of("local", "target")), "local-*-leash.jar");
    }

    /** Unpacks the services that are not, or that were built anew since. */
    public void prepare() {
        for (LocalService service : LocalService.values()) {
            service(service);
        }
    }

    /**
     * The service's jar, which names the others: unpacked, since reading jars within a jar makes a slow start.
     *
     * @throws LocalException if the service is not built
     */
    Path service(LocalService service) {
        Path built = only(home.resolve(Path.of(service.module(), "target")), service.module() + "-*-exec.jar");
        Path services = home.resolve(Path.of("local", "target", "services"));
        try {
            Files.createDirectories(services);
            String stamp = contents(built);
            Path folder = services.resolve(service.module());
            try (FileChannel channel = FileChannel.open(
                            services.resolve(service.module() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Path stampFile = folder.resolve("unpacked-from");
                if (!lock.isValid()
                        || !Files.exists(stampFile)
                        || !Files.readString(stampFile).equals(stamp)) {
                    delete(folder);
                    unpack(built, folder);
                    Files.writeString(stampFile, stamp);
                }
            }
            return only(folder, "*.jar");
        } catch (IOException e) {
            throw new LocalException("Cannot unpack " + built + ": " + e.getMessage(), e);
        }
    }

    /** What tells a jar from another: a reproducible build gives all the same time, and often the same size. */
    private static String contents(Path jar) throws IOException {
        CRC32 all = new CRC32();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .forEach(entry -> all.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return jar.getFileName() + " " + Files.size(jar) + " " + Long.toHexString(all.getValue());
    }

    /** Main class of a jar. */
    static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException e) {
            throw new LocalException("Cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Process tools = new ProcessBuilder(
                        java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        tools.getOutputStream().close();
        String said = new String(tools.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tools.waitFor() != 0) {
                throw new IOException(said.trim());
            }
        } catch (InterruptedException e) {
            tools.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static Path only(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, glob)) {
                paths.forEach(found::add);
            } catch (IOException e) {
                throw new LocalException("Cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        if (found.size() != 1) {
            throw new LocalException(
                    found.isEmpty()
                            ? "There is no " + glob + " in " + folder + "; build with ./lux --rebuild or mvn package"
                            : "There are several " + glob + " in " + folder + "; clean up with mvn clean");
        }
        return found.get(0);
    }
}
