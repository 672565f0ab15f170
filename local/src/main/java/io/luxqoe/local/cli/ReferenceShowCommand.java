package io.luxqoe.local.cli;

import io.luxqoe.local.json.AvroJson;
import io.luxqoe.local.json.JsonLines;
import io.luxqoe.local.reference.KafkaReferenceStore;
import io.luxqoe.local.reference.ReferenceExport;
import io.luxqoe.local.reference.ReferenceStore;
import io.luxqoe.local.reference.ReferenceTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lux reference show}: what a reference table holds. */
@Command(
        name = "show",
        description = "Prints the records of a reference table, ordered by key, one JSON object a line.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all was printed",
            "1:the table lacks a key that was asked for, or has a record that cannot be read",
            "2:the arguments are wrong",
            "3:no broker answers, or no registry"
        })
final class ReferenceShowCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "TABLE", description = "Name of the table, such as cell.")
    private String table = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY", description = "Only these keys.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--csv",
            description =
                    "Print the newest revisions as CSV that ./lux reference load takes, without the earlier ones.")
    private boolean csv;

    @Option(names = "--limit", paramLabel = "N", description = "At most N records.")
    private @Nullable Long limit;

    @Mixin
    private ReferenceConnection connection = new ReferenceConnection();

    ReferenceShowCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit must be at least 1");
        }
        ReferenceTable known = ReferenceTable.named(table)
                .orElseThrow(
                        () -> new UsageException("'" + table + "' is no table; there are " + ReferenceTable.names()));
        try (KafkaReferenceStore store = connection.open(progress -> {})) {
            return print(known, store.read(known));
        }
    }

    private int print(ReferenceTable known, ReferenceStore.Content content) {
        ReferenceExport export = new ReferenceExport(known, out);
        if (csv) {
            export.header();
        }
        List<String> wanted = keys.isEmpty() ? content.keys().stream().sorted().toList() : keys;
        int status = ExitStatus.OK;
        long left = limit == null ? Long.MAX_VALUE : limit;
        for (String key : wanted) {
            // Whoever reads may have had enough.
            if (left-- == 0 || out.checkError()) {
                break;
            }
            SpecificRecord held = content.get(key);
            if (held == null) {
                status = ExitStatus.NOT_WELL;
                lacking(key, content.keys().contains(key));
            } else if (csv) {
                export.line(held);
            } else {
                out.println(AvroJson.line(held));
            }
        }
        return status;
    }

    private void lacking(String key, boolean unreadable) {
        if (!csv) {
            out.println(JsonLines.object(line -> {
                line.writeStringProperty("key", key);
                line.writeStringProperty("problem", unreadable ? "the record cannot be read" : "no such key");
            }));
        }
    }
}
