package io.luxqoe.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes stand-in processes that belong to a folder. */
final class StandIns {

    private StandIns() {}

    static SupervisedProcess process(Path folder, SupervisedProcess.Listener listener, String name, String... more) {
        List<String> args = new ArrayList<>(List.of(begun(folder, name).toString()));
        args.addAll(List.of(more));
        ProcessSpec spec = new ProcessSpec(
                name,
                command(folder).run(StandIn.class.getName(), args),
                Map.of(),
                folder,
                folder.resolve(name + ".log"),
                Duration.ofSeconds(2));
        return new SupervisedProcess(spec, pidFiles(folder), listener);
    }

    static PidFiles pidFiles(Path folder) {
        return new PidFiles(folder.resolve("pids"), folder);
    }

    static JavaCommand command(Path owner) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new JavaCommand(java, classes(Leash.class), owner)
                .with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-XX:-UsePerfData")
                .on(classes(StandIn.class));
    }

    /** The file that a stand-in touches when it begins. */
    static Path begun(Path folder, String name) {
        return folder.resolve(name + ".begun");
    }

    static boolean hasBegun(Path folder, String name) {
        return Files.exists(begun(folder, name));
    }

    private static Path classes(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
