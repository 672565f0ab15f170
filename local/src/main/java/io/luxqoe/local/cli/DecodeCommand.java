package io.luxqoe.local.cli;

import io.luxqoe.decoder.DecodeFile;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.inspect.TreeOptions;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.local.json.AvroJson;
import io.luxqoe.local.json.JsonLines;
import io.luxqoe.schemas.NetworkEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lux decode}: what a raw file holds, with no broker: its events as JSON lines, or its elements as a tree. */
@Command(
        name = "decode",
        description = {
            "Decodes a raw file as the service does, with no broker; but event times are taken as they are, since nobody"
                    + " received the file.",
            "",
            "Prints its events, one JSON object a line; what cannot be decoded goes to standard error the same way."
                    + " With --tree it explains the file like a packet analyser instead: every element with its offset,"
                    + " length, name and value, known or not, and where decoding failed.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%n",
        footer = {
            "A tree shows what the file holds in clear, numbers of subscribers included: it is your file on your"
                    + " terminal. Use --mask before you paste it anywhere.",
            "",
            "./lux decode FILE --tree --record 7 --hex    the seventh record, with octets",
            "./lux decode FILE --tree --mask | less      all of it, fit for a ticket"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was decoded",
            "1:something could not be decoded",
            "2:the arguments are wrong, or the file or the key file cannot be read"
        })
final class DecodeCommand implements Callable<Integer> {

    /** More than any raw record, and less than the memory of this process. */
    private static final long LARGEST = 96L * 1024 * 1024;

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(paramLabel = "FILE", description = "A file as a network element wrote it.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print the events as JSON lines. This is the default.")
    private boolean json;

    @Option(names = "--tree", description = "Print the tree of elements.")
    private boolean tree;

    @Option(
            names = "--format",
            paramLabel = "F",
            completionCandidates = FormatNames.class,
            description = "Format of the file: ${COMPLETION-CANDIDATES}. Default: what its content tells, else its"
                    + " ending, else cs-cdr. Every format of CDRs reads the records of all domains.")
    private @Nullable String format;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "Id of the network element; default: by the file's name, as ./lux send has it.")
    private @Nullable String source;

    @Option(
            names = "--key-file",
            paramLabel = "K",
            description =
                    "File with the key that identities are made pseudonyms with, such as target/lux/pseudonym.key;"
                            + " default: a random key, and pseudonyms that agree only among themselves.")
    private @Nullable Path keyFile;

    @Option(
            names = "--mask",
            description = "With --tree: hide identities (IMSI, MSISDN, IMEI, numbers, addresses), and all text and"
                    + " octets that may hold one.")
    private boolean mask;

    @Option(names = "--hex", description = "With --tree: offsets in hexadecimal, and the octets of each value.")
    private boolean hex;

    @Option(names = "--record", paramLabel = "N", description = "With --tree: only the record of that number, from 1.")
    private @Nullable Long record;

    @Option(
            names = "--offset",
            paramLabel = "N",
            description = "With --tree: only the record that the octet N lies in, such as a dead letter names it.")
    private @Nullable Long offset;

    @Option(names = "--limit", paramLabel = "N", description = "With --tree: at most N records.")
    private @Nullable Long limit;

    DecodeCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        checkOptions();
        byte[] octets = octets();
        String known = format == null
                ? DecodeFile.formatOf(octets).orElseGet(() -> RawFormat.of(file).toString())
                : format;
        String name = source == null ? RawFile.source(file) : source;
        long rejects;
        try {
            rejects = tree ? printTree(octets, known, name) : printEvents(octets, known, name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(Messages.of(e));
        }
        return rejects == 0 ? ExitStatus.OK : ExitStatus.NOT_WELL;
    }

    private void checkOptions() {
        if (json && tree) {
            throw new UsageException("Either --json or --tree");
        }
        if (!tree && (mask || hex || record != null || offset != null || limit != null)) {
            throw new UsageException("--mask, --hex, --record, --offset and --limit go with --tree");
        }
        if (record != null && offset != null) {
            throw new UsageException("Either --record or --offset");
        }
        atLeast("--record", record, 1);
        atLeast("--offset", offset, 0);
        atLeast("--limit", limit, 1);
        if (format != null && !DecodeFile.formats().contains(format)) {
            throw new UsageException(
                    "'" + format + "' is no raw format; there are " + String.join(", ", DecodeFile.formats()));
        }
    }

    private static void atLeast(String option, @Nullable Long value, long least) {
        if (value != null && value < least) {
            throw new UsageException(option + " must be at least " + least);
        }
    }

    private byte[] octets() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException("There is no file " + file + " that can be read");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new UsageException("The file " + file + " has more than " + LARGEST / (1024 * 1024)
                        + " MiB; split it, as a raw record has at most 16 MiB");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read: " + Messages.of(e));
        }
    }

    private long printTree(byte[] octets, String known, String name) {
        TreeOptions options = new TreeOptions(
                mask,
                hex,
                record == null ? 0 : record,
                offset == null ? -1 : offset,
                limit == null ? Long.MAX_VALUE : limit);
        return new DecodeFile(PseudonymKeys.random()).tree(octets, known, name, options, out::println);
    }

    private long printEvents(byte[] octets, String known, String name) {
        Print print = new Print();
        new DecodeFile(keys()).decode(octets, known, name, print);
        return print.rejects;
    }

    private PseudonymKeys keys() {
        if (keyFile == null) {
            err.println("lux: no --key-file: the pseudonyms are made with a random key");
            return PseudonymKeys.random();
        }
        return KeyFiles.load(keyFile);
    }

    private final class Print implements DecodeFile.Visitor {

        private long rejects;

        @Override
        public void event(NetworkEvent event) {
            out.println(AvroJson.line(event));
        }

        @Override
        public void reject(Reject reject) {
            rejects++;
            out.flush();
            err.println(JsonLines.object(line -> {
                line.writeStringProperty("file", file.toString());
                line.writeNumberProperty("offset", reject.offset());
                line.writeNumberProperty("length", reject.length());
                line.writeStringProperty("reason", reject.reason().word());
                line.writeStringProperty("field", reject.field());
                line.writeStringProperty("message", reject.message());
            }));
        }
    }
}
