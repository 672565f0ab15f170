package io.luxqoe.local.cli;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.local.reference.KafkaReferenceStore;
import io.luxqoe.local.reference.LoadOptions;
import io.luxqoe.local.reference.ReferenceFileException;
import io.luxqoe.local.reference.ReferenceLoad;
import io.luxqoe.local.reference.ReferenceTable;
import io.luxqoe.local.reference.TableSummary;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of the commands that read reference files, and what they do. */
final class ReferenceFiles {

    private static final int REMEMBERED = 1_024;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files, UTF-8: CSV with , or ; or tabs, with a header; or a JSON array of objects.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--layout",
            paramLabel = "L",
            completionCandidates = Layouts.class,
            description = "Layout of the files: ${COMPLETION-CANDIDATES}. Default: what each file's header tells. The"
                    + " layouts named like a table are LUX's own: columns named like the fields of the record.")
    private @Nullable String layout;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "What holds in all rows for a field that the files have no column for, such as"
                    + " region=Bretagne.")
    private Map<String, String> constants = new LinkedHashMap<>();

    @Option(
            names = "--only",
            paramLabel = "COLUMN=VALUE",
            description = "Take only the rows that have this value there, such as net=20; the others are passed over.")
    private Map<String, String> only = new LinkedHashMap<>();

    @Option(names = "--replace", description = "Delete the keys that the table has and the files lack.")
    private boolean replace;

    @Option(
            names = "--delete",
            paramLabel = "KEYS-FILE",
            description = "Delete the keys in this file, one a line, from the table that --table names.")
    private @Nullable Path deleted;

    @Option(names = "--table", paramLabel = "T", description = "With --delete: the table.")
    private @Nullable String table;

    @Option(
            names = "--key-file",
            paramLabel = "K",
            description = "File with the key that the decoder makes pseudonyms with, such as target/lux/pseudonym.key:"
                    + " subscribers may then be given by a column imsi. No IMSI is written or shown.")
    private @Nullable Path keyFile;

    @Option(
            names = "--json",
            description = "Print changes, rejected rows and the summary as JSON lines, all on standard output.")
    private boolean json;

    @Mixin
    private ReferenceConnection connection = new ReferenceConnection();

    /** Names for {@code --layout}. */
    static final class Layouts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(ReferenceLoad.layouts().split(", ")).iterator();
        }
    }

    /** Reads the files and does what they ask for. */
    int run(PrintWriter out, PrintWriter err, boolean write, boolean partial) throws InterruptedException {
        if (files.isEmpty() && deleted == null) {
            throw new UsageException("Name a FILE, or keys with --delete");
        }
        if (table != null && deleted == null) {
            throw new UsageException("--table goes with --delete; a file tells its table by its header or --layout");
        }
        try {
            LoadOptions options = options(write, partial);
            ReferenceReport report = new ReferenceReport(out, err, json, !write);
            try (KafkaReferenceStore store = connection.open(report::progress)) {
                ReferenceLoad load = new ReferenceLoad(options, store, report);
                List<TableSummary> summaries = load.run();
                report.summary(summaries, load.hasWritten());
                return summaries.stream().allMatch(summary -> summary.rejected() == 0)
                        ? ExitStatus.OK
                        : ExitStatus.NOT_WELL;
            }
        } catch (ReferenceFileException e) {
            throw new UsageException(Messages.of(e));
        }
    }

    private LoadOptions options(boolean write, boolean partial) {
        ReferenceTable from = table == null
                ? null
                : ReferenceTable.named(table)
                        .orElseThrow(() ->
                                new UsageException("'" + table + "' is no table; there are " + ReferenceTable.names()));
        return new LoadOptions(files, layout, constants, only, partial, replace, write, deleted, from, pseudonyms());
    }

    private @Nullable UnaryOperator<String> pseudonyms() {
        if (keyFile == null) {
            return null;
        }
        Pseudonyms pseudonyms = new Pseudonyms(KeyFiles.load(keyFile), REMEMBERED);
        Digits digits = new Digits();
        return imsi -> {
            byte[] octets = imsi.getBytes(StandardCharsets.US_ASCII);
            try {
                return pseudonyms.ofImsi(digits.clear().readText(octets, 0, octets.length, "imsi"));
            } catch (DecodeFailure e) {
                throw new IllegalStateException("only digits are made pseudonyms");
            }
        };
    }
}
