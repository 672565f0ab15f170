package io.luxqoe.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./lux reference diff}: what a load would change. */
@Command(
        name = "diff",
        description = {
            "Says what a load of the files would change, and writes nothing.",
            "",
            "+ a key that the table lacks, ~ a key that changes and in which fields, - a key that is deleted.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all rows are good",
            "1:a load would reject rows: they are named on standard error",
            "2:the arguments are wrong, or a file cannot be read or is of no known layout",
            "3:no broker answers, or no registry"
        })
final class ReferenceDiffCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private ReferenceFiles files = new ReferenceFiles();

    ReferenceDiffCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        return files.run(out, err, false, false);
    }
}
