package io.luxqoe.local.runtime;

import io.luxqoe.local.process.JavaCommand;
import io.luxqoe.local.process.ProcessSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What every process of the local system has in common. */
final class Processes {

    /**
     * The optimising compiler comes in later than usual: of a start-up it would take half of the time, and what carries
     * the traffic soon runs often enough.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=100000",
            "-XX:Tier4CompileThreshold=200000",
            "-XX:Tier4BackEdgeThreshold=1000000");

    private Processes() {}

    /** A JVM that is small, writes only into the data folder, and ends when it is out of memory. */
    static JavaCommand java(Installation installation, DataFolder data, String name) {
        return new JavaCommand(Installation.java(), installation.leash(), data.root())
                .with(LATE_OPTIMISATION)
                .with(
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xss512k",
                        "-Xshare:auto",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + data.folder("tmp", name),
                        "-XX:ErrorFile=" + data.folder("logs").resolve(name + "-crash.log"));
    }

    static ProcessSpec spec(String name, List<String> command, DataFolder data, Duration stopLimit) {
        // Two arenas: the C library's many would keep what RocksDB has given back.
        Map<String, String> environment = Map.of("MALLOC_ARENA_MAX", "2");
        return new ProcessSpec(
                name, command, environment, data.root(), data.folder("logs").resolve(name + ".log"), stopLimit);
    }
}
