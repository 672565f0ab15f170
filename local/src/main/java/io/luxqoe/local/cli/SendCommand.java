package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.Brokers;
import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.local.runtime.RawSender;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lux send}: each file as one raw record. */
@Command(
        name = "send",
        description = "Sends each file as one raw record, and waits until the broker has it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was sent",
            "1:the broker did not take a file",
            "2:the arguments are wrong, or a file cannot be sent: nothing was sent",
            "3:no broker answers"
        })
final class SendCommand implements Callable<Integer> {

    /** Files under way at once. */
    private static final int AHEAD = 32;

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, each at most 16 MiB.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "Id of the network element that wrote the files: the key of the records. Default: the NodeID"
                    + " of a file name as TS 32.297 has it, else the file name without its ending.")
    private @Nullable String source;

    @Option(
            names = "--format",
            paramLabel = "F",
            converter = RawFormatConverter.class,
            description =
                    "${COMPLETION-CANDIDATES}. Default: what the file's content tells, else its ending (.ps, .ims,"
                            + " .csv; .cmcd, .txt and .log are cmcd), else cs-cdr.")
    private @Nullable RawFormat format;

    @Mixin
    private Connection connection = new Connection();

    private record Sent(Path file, String source, int octets, Future<RecordMetadata> receipt) {}

    SendCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        files.forEach(RawFile::check);
        if (source != null && source.isBlank()) {
            throw new UsageException("--source must not be empty");
        }
        connection.checkReachable();
        checkTopics(Brokers.topics(connection.bootstrap()));
        int failed = 0;
        try (RawSender sender = new RawSender(connection.bootstrap())) {
            Queue<Sent> underWay = new ArrayDeque<>();
            for (Path file : files) {
                underWay.add(send(sender, file));
                if (underWay.size() >= AHEAD) {
                    failed += report(underWay.remove());
                }
            }
            while (!underWay.isEmpty()) {
                failed += report(underWay.remove());
            }
        }
        if (files.size() > 1) {
            out.printf("sent %,d of %,d files%n", files.size() - failed, files.size());
        }
        return failed == 0 ? ExitStatus.OK : ExitStatus.NOT_WELL;
    }

    private void checkTopics(Set<String> present) {
        for (Path file : files) {
            String topic = formatOf(file).topic().topicName();
            if (!present.contains(topic)) {
                throw new LocalException(
                        "The broker at " + connection.bootstrap() + " has no topic " + topic + "; is it a LUX system?");
            }
        }
    }

    private RawFormat formatOf(Path file) {
        return format == null ? RawFormat.of(file) : format;
    }

    private Sent send(RawSender sender, Path file) {
        String key = source == null ? RawFile.source(file) : source;
        byte[] octets = RawFile.octets(file);
        RawFormat known = formatOf(file);
        return new Sent(file, key, octets.length, sender.send(known.topic(), key, octets, known.headers()));
    }

    /** @return how many failed: 0 or 1 */
    private int report(Sent sent) throws InterruptedException {
        try {
            RecordMetadata at = sent.receipt().get();
            out.printf(
                    "%s -> %s/%d@%d (source %s, %,d octets)%n",
                    sent.file(), at.topic(), at.partition(), at.offset(), sent.source(), sent.octets());
            out.flush();
            return 0;
        } catch (ExecutionException e) {
            err.printf("lux: %s was not sent: %s%n", sent.file(), Messages.of(e));
            return 1;
        }
    }
}
