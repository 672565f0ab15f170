package io.luxqoe.local.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./lux reference}: the reference tables. */
@Command(
        name = "reference",
        description = {
            "Loads, compares and shows the reference tables that events are joined with: cell, equipment, device-type,"
                    + " cause, dialled-number, operator, access-point, service, subscriber, planned-work, source.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "./lux reference diff cells.csv            what a load would change",
            "./lux reference load cells.csv            load it, all rows or none",
            "./lux reference show cell --csv           the table as a file that load takes",
            "",
            "Layouts with one example each: docs/enrichment.md, Loading."
        })
final class ReferenceCommand {

    private ReferenceCommand() {}

    /** The command with its commands. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ReferenceCommand())
                .addSubcommand(new ReferenceLoadCommand(out, err))
                .addSubcommand(new ReferenceDiffCommand(out, err))
                .addSubcommand(new ReferenceShowCommand(out));
    }
}
