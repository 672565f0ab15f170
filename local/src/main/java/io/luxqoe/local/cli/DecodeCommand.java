package io.luxqoe.local.cli;

import io.luxqoe.decoder.DecodeFile;
import io.luxqoe.decoder.identity.PseudonymKeys;
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

/** {@code ./lux decode}: the events of a raw file as JSON lines, with no broker. */
@Command(
        name = "decode",
        description = {
            "Prints the events of a raw file, one JSON object a line; what cannot be decoded goes to standard error the"
                    + " same way. No broker is needed.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was decoded",
            "1:something could not be decoded",
            "2:the arguments are wrong, or the file or the key file cannot be read"
        })
final class DecodeCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(paramLabel = "FILE", description = "A file as a network element wrote it.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "F",
            converter = RawFormatConverter.class,
            description = "Format of the file; default: by its ending, as ./lux send has it.")
    private @Nullable RawFormat format;

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

    DecodeCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException("There is no file " + file + " that can be read");
        }
        RawFormat known = format == null ? RawFormat.of(file) : format;
        String name = source == null ? RawFile.source(file) : source;
        Print print = new Print();
        try {
            new DecodeFile(keys()).decode(file, known.toString(), name, print);
        } catch (IllegalArgumentException e) {
            throw new UsageException(Messages.of(e));
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read: " + Messages.of(e));
        }
        return print.rejects == 0 ? ExitStatus.OK : ExitStatus.NOT_WELL;
    }

    private PseudonymKeys keys() {
        if (keyFile == null) {
            err.println("lux: no --key-file: the pseudonyms are made with a random key");
            return PseudonymKeys.random();
        }
        if (!Files.isReadable(keyFile)) {
            throw new UsageException("There is no key file " + keyFile + " that can be read");
        }
        try {
            return PseudonymKeys.load(keyFile);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("The key file " + keyFile + " cannot be read: " + Messages.of(e));
        }
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
            err.println(JsonLines.object(json -> {
                json.writeStringProperty("file", file.toString());
                json.writeNumberProperty("offset", reject.offset());
                json.writeNumberProperty("length", reject.length());
                json.writeStringProperty("reason", reject.reason().word());
                json.writeStringProperty("field", reject.field());
                json.writeStringProperty("message", reject.message());
            }));
        }
    }
}
