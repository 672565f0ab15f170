package io.luxqoe.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./lux reference load}: files into the reference tables. */
@Command(
        name = "load",
        description = {
            "Loads files into the reference tables.",
            "",
            "Every row is checked first; each rejected one is named on standard error by file, line and column, and"
                    + " nothing is written unless all rows are good, or with --partial. What is written is one"
                    + " transaction: the services see all of it or nothing. Rows that say what the table holds already"
                    + " are not written again.",
            "",
            "A row with a later validFrom comes on top of the former revisions; without validFrom it corrects the"
                    + " newest one. Fields that the file has no column for stay as they are.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all rows were good, and written where they change something",
            "1:rows were rejected: nothing was written, or with --partial the others",
            "2:the arguments are wrong, or a file cannot be read or is of no known layout: nothing was written",
            "3:no broker answers, or no registry: nothing was written"
        })
final class ReferenceLoadCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--partial", description = "Write the good rows though others are rejected.")
    private boolean partial;

    @Option(names = "--dry-run", description = "Say what would change, and write nothing: ./lux reference diff.")
    private boolean dryRun;

    @Mixin
    private ReferenceFiles files = new ReferenceFiles();

    ReferenceLoadCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        return files.run(out, err, !dryRun, partial);
    }
}
