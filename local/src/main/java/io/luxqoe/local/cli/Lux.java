package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.LocalException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The command line of LUX. */
@Command(
        name = "./lux",
        description = "LUX turns the raw logs of a mobile network into quality-of-experience indicators and alarms.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "LUX 0.1.0",
        footer = {
            "",
            "./lux builds when there is no build or a source has changed since; LUX_BUILD=never keeps it",
            "from doing so, and ./lux --rebuild [COMMAND] builds in any case.",
            "",
            "./lux COMMAND --help tells the options of a command."
        })
public final class Lux {

    /** Environment variable: print what led to an internal error. */
    private static final String DEBUG = "LUX_DEBUG";

    private Lux() {}

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = commandLine(out, err, Clock.systemUTC(), Lux::writeTemporaryFilesTo)
                .execute(args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static void writeTemporaryFilesTo(Path folder) {
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    /** The commands, writing to {@code out} and {@code err}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Clock clock, Consumer<Path> temporaryFiles) {
        return new CommandLine(new Lux())
                .addSubcommand(new UpCommand(out, err, clock, temporaryFiles))
                .addSubcommand(new SendCommand(out, err))
                .addSubcommand(new TailCommand(out))
                .addSubcommand(new DecodeCommand(out, err))
                .addSubcommand(new DeadLettersCommand(out, err))
                .addSubcommand(ReferenceCommand.commandLine(out, err))
                .addSubcommand(new BenchCommand(out, clock))
                .addSubcommand(new PrepareCommand())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures(err));
    }

    private static IExecutionExceptionHandler failures(PrintWriter err) {
        return (Exception failure, CommandLine command, ParseResult parsed) -> {
            if (failure instanceof UsageException) {
                err.println("lux: " + failure.getMessage());
                return ExitStatus.USAGE;
            }
            if (failure instanceof LocalException unavailable) {
                err.println("lux: " + failure.getMessage());
                unavailable.details().forEach(line -> err.println("  | " + line));
                return ExitStatus.UNAVAILABLE;
            }
            err.println("lux: internal error: " + failure);
            if (System.getenv(DEBUG) != null) {
                failure.printStackTrace(err);
            } else {
                err.println("lux: set " + DEBUG + "=1 to see where");
            }
            return ExitStatus.INTERNAL;
        };
    }
}
