package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.Installation;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalService;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.runtime.ReferenceData;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.reference.PseudonymKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lux bench}: the throughput of the whole chain, as a ratio measured in one run. */
@Command(
        name = "bench",
        description = {
            "Measures how many call data records a second the whole chain takes, from the raw topic to the windows: with"
                    + " one record in a raw record, and with many. Both in one run, after a warm-up, exactly once"
                    + " throughout. Absolute figures are those of this machine, broker and all; the ratio is what"
                    + " blocks are worth.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:measured", "2:the arguments are wrong", "3:the system cannot be started, or does not keep up"
        })
final class BenchCommand implements Callable<Integer> {

    /** Blocks are so much faster that as many records would be through before the pace is steady. */
    private static final int BLOCK_FACTOR = 3;

    private static final int MOST_RECORDS = 200_000;

    private final PrintWriter out;
    private final Clock clock;
    private final NetworkModel network = NetworkModel.of(42);

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Call data records in the measurement of one a record, 1000 to 200000; three times as many in"
                    + " that of blocks (default: ${DEFAULT-VALUE}).")
    private int records = 150_000;

    @Option(
            names = "--block",
            paramLabel = "N",
            description = "Call data records in a raw record, of the blocks (default: ${DEFAULT-VALUE}).")
    private int block = 50;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often both are measured (default: ${DEFAULT-VALUE}).")
    private int rounds = 2;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add this to every port (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    BenchCommand(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (records < 1_000 || records > MOST_RECORDS || block < 2 || block > 1_000 || rounds < 1 || rounds > 20) {
            throw new UsageException("--records is from 1000 to 200000, --block from 2 to 1000, --rounds from 1 to 20");
        }
        Installation installation = Installation.current();
        Path data = installation.defaultData().resolveSibling("bench");
        LocalOptions options = LocalOptions.of(installation, data, clock)
                .withPortOffset(portOffset)
                .withArguments(LocalService.KPI, "--lux.kpi.progress-every=PT0.1S");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1 + 2L * rounds + 1));
        try (LocalSystem system =
                LocalSystem.start(options, this::reference, new TerminalListener(Terminal.ofProcess(out)))) {
            measure(new BlockBenchmark(system, network, begin));
        }
        return ExitStatus.OK;
    }

    private void measure(BlockBenchmark benchmark) throws InterruptedException {
        print("warm-up     ", benchmark.run(block, records));
        double singles = 0;
        double blocks = 0;
        for (int round = 0; round < rounds; round++) {
            BlockBenchmark.Result single = benchmark.run(1, records);
            print("one a record", single);
            BlockBenchmark.Result many = benchmark.run(block, BLOCK_FACTOR * records);
            print("blocks      ", many);
            singles += single.perSecond();
            blocks += many.perSecond();
        }
        out.printf("blocks of %d are %.1f times as fast as one record at a time%n", block, blocks / singles);
        out.flush();
    }

    private void print(String what, BlockBenchmark.Result result) {
        out.printf(
                "%s  %,9d records in %,8d raw records: %,9.0f a second%n",
                what, result.cdrs(), result.rawRecords(), result.perSecond());
        out.flush();
    }

    private Stream<ReferenceData.Entry> reference(String pseudonymKey) {
        return new io.luxqoe.local.simulator.reference.ReferenceData(network)
                .records(PseudonymKey.parse(pseudonymKey), clock.instant())
                .map(known -> new ReferenceData.Entry(known.topic(), known.key(), known.value()));
    }
}
