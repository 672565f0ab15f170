package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.Installation;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalPort;
import io.luxqoe.local.runtime.LocalService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lux up}: the whole system, with a simulated network. */
@Command(
        name = "up",
        description = {
            "Starts a Kafka broker, a schema registry, the four services and a simulated network, and shows what they"
                    + " do until Ctrl-C or the end of the time.",
            "",
            "Ctrl-C stops the traffic, waits until everything has come out at the other end, stops all processes and"
                    + " prints a summary; a second Ctrl-C does not wait. Ports, each moved by --port-offset: Kafka"
                    + " 9092, decoder 8081, enrichment 8082, KPI 8083, alarm 8084, schema registry 8085.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every service was healthy to the end, and the counts add up",
            "1:they were not, or do not: the summary says what",
            "2:the arguments are wrong",
            "3:the system cannot be started: a port is taken, or a process does not come up",
            "130:interrupted while starting",
            "143:ended by SIGTERM or SIGHUP"
        })
final class UpCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;
    private final Consumer<Path> temporaryFiles;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop after this time of traffic, such as 60s, 5m or PT60S (default: at Ctrl-C).")
    private @Nullable Duration time;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Records a second that the simulated network sends: of calls, messages and data sessions, and reports of"
                            + " video players (default: ${DEFAULT-VALUE}).")
    private int rate = 500;

    @Option(
            names = "--no-simulator",
            description = "No traffic but what you send yourself, with ./lux send or any producer. The reference data"
                    + " and the alarm rules of the simulated network are loaded all the same.")
    private boolean noSimulator;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the summary to this file, too, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add this to every port (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that everything is written to (default: target/lux in the project).")
    private @Nullable Path data;

    @Option(
            names = "--keep",
            description = "Go on with the data of the last run. Without it, each start empties the folder.")
    private boolean keep;

    @Option(
            names = "--idle-after",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Windows stop waiting for a network element that was silent for so long, at least 1s; what it"
                    + " brings for them later is late (default: 15s).")
    private Duration idleAfter = Duration.ofSeconds(15);

    @Option(
            names = "--allow-restarts",
            description = "Do not count it as a fault when a process dies and is started again.")
    private boolean allowRestarts;

    /** @param temporaryFiles takes the folder that this process may write temporary files to */
    UpCommand(PrintWriter out, PrintWriter err, Clock clock, Consumer<Path> temporaryFiles) {
        this.temporaryFiles = temporaryFiles;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        checkArguments();
        Installation installation = Installation.current();
        Path folder = data == null ? installation.defaultData() : data;
        LocalOptions options = LocalOptions.of(installation, folder, clock)
                .withPortOffset(portOffset)
                .withKeep(keep)
                .withIdleAfter(idleAfter)
                .withArguments(LocalService.KPI, "--lux.kpi.grace=" + SimulatedNetwork.GRACE);
        SimulatedNetwork network = new SimulatedNetwork(rate, clock);
        UpRun run = new UpRun(Terminal.ofProcess(out), options, network, time, noSimulator, allowRestarts);
        // Native libraries that Kafka's clients unpack: into the data folder with everything else.
        temporaryFiles.accept(folder.toAbsolutePath().resolve(Path.of("tmp", "lux")));
        try (StopSignal signal = StopSignal.install()) {
            RunReport report = report(run, signal);
            if (report == null) {
                err.println("lux: interrupted while starting; nothing is left running");
                return signal.exitStatus();
            }
            report.lines().forEach(out::println);
            out.flush();
            writeJson(report);
            return signal.isTermination() ? signal.exitStatus() : report.isWell() ? ExitStatus.OK : ExitStatus.NOT_WELL;
        }
    }

    /** @return null if the operator has interrupted the start */
    private static @Nullable RunReport report(UpRun run, StopSignal signal) {
        try {
            return run.run(signal);
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void checkArguments() {
        if (rate < 1 || rate > SimulatedNetwork.HIGHEST_RATE) {
            throw new UsageException("--rate must be from 1 to " + SimulatedNetwork.HIGHEST_RATE);
        }
        if (portOffset < 0 || portOffset > LocalPort.highestOffset()) {
            throw new UsageException("--port-offset must be from 0 to " + LocalPort.highestOffset());
        }
        if (idleAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new UsageException("--idle-after must be at least 1s");
        }
        if (json != null) {
            Path folder = json.toAbsolutePath().getParent();
            if (Files.isDirectory(json) || folder == null || !Files.isDirectory(folder)) {
                throw new UsageException("--json must name a file in a folder that exists, not " + json);
            }
        }
    }

    private void writeJson(RunReport report) {
        if (json == null) {
            return;
        }
        try {
            Files.writeString(json, report.json() + "\n");
        } catch (IOException e) {
            throw new UsageException("The summary cannot be written to " + json + ": " + e.getMessage());
        }
    }
}
