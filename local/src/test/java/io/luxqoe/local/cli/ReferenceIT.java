package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.local.reference.KafkaReferenceStore;
import io.luxqoe.local.reference.ReferenceStore;
import io.luxqoe.local.reference.ReferenceTable;
import io.luxqoe.local.runtime.Installation;
import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.local.runtime.LocalListener;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalPort;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.runtime.PseudonymKeyFile;
import io.luxqoe.local.runtime.ReferenceData;
import io.luxqoe.streams.avro.AvroSerdes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference tables on a real broker with a real registry. */
class ReferenceIT {

    /** Below the ports that the system gives to outgoing connections, and another than {@link SendAndTailIT}'s. */
    private static final int OFFSET = 22_200;

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String HEADER = "cellKey,site,region,vendor\n";

    @TempDir
    private static Path data;

    private static LocalSystem system;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startBrokerAndRegistry() throws InterruptedException {
        LocalOptions options = LocalOptions.of(Installation.current(), data.resolve("lux"), CLOCK)
                .withPortOffset(OFFSET)
                .withServices(Set.of());
        system = LocalSystem.start(options, ReferenceData.NONE, LocalListener.SILENT);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void aTableIsLoadedComparedChangedAndEmptied() throws IOException {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(cell -> "208-20-1-" + cell + ",S" + cell / 3 + ",Bretagne,Nokia\n")
                .collect(Collectors.joining());
        Path cells = write("cells.csv", HEADER + rows);

        assertThat(run("load", cells.toString())).isZero();
        assertThat(said()).contains("cell: 5,000 added, 0 changed, 0 unchanged", "Written, in one transaction.");
        assertThat(run("load", cells.toString())).isZero();
        assertThat(said()).contains("cell: 0 added, 0 changed, 5,000 unchanged", "the tables hold all of it already");

        Path changed = write("changed.csv", "cellKey,vendor,validFrom\n208-20-1-7,Ericsson,2026-06-01T00:00:00Z\n");
        assertThat(run("diff", changed.toString())).isZero();
        assertThat(said())
                .contains("~ cell 208-20-1-7  new revision, vendor: Nokia -> Ericsson; validFrom: (none) ->"
                        + " 2026-06-01T00:00:00Z");
        assertThat(run("load", changed.toString())).isZero();
        said();
        assertThat(run("show", "cell", "208-20-1-7")).isZero();
        assertThat(said())
                .contains("\"vendor\":\"Ericsson\"")
                .contains("\"previous\":[{")
                .contains("\"Nokia\"");

        Path half = write("half.csv", HEADER + "208-20-9-1,S,Bretagne,Nokia\n208-20-9-x,S,Bretagne,Nokia\n");
        assertThat(run("load", half.toString())).isEqualTo(ExitStatus.NOT_WELL);
        assertThat(err.toString()).contains("half.csv:3: cellKey is not mcc-mnc-area-cell");
        assertThat(said()).contains("Nothing was written, since rows were rejected");
        assertThat(run("show", "cell", "208-20-9-1")).isEqualTo(ExitStatus.NOT_WELL);

        Path keys = write("keys", "208-20-1-7\n");
        assertThat(run("load", "--delete", keys.toString(), "--table", "cell")).isZero();
        assertThat(run("show", "cell", "208-20-1-7")).isEqualTo(ExitStatus.NOT_WELL);

        said();
        assertThat(run("show", "cell", "--csv")).isZero();
        Path exported = write("export.csv", said());
        assertThat(run("load", "--replace", exported.toString())).isZero();
        assertThat(said()).contains("0 added, 0 changed, 4,999 unchanged, 0 deleted");
    }

    @Test
    void anImsiIsNeitherSaidNorWritten() throws IOException {
        Path key = write("key", PseudonymKeyFile.random("k1"));
        Path file = write("subscribers.csv", "imsi,segment\n208201234567890,gold\n208201234567890,gold\n99,x\n");

        assertThat(run("load", "--partial", "--key-file", key.toString(), file.toString()))
                .isEqualTo(ExitStatus.NOT_WELL);
        assertThat(run("show", "subscriber")).isZero();
        assertThat(run("diff", "--json", "--replace", "--key-file", key.toString(), file.toString()))
                .isEqualTo(ExitStatus.NOT_WELL);

        assertThat(err.toString())
                .contains("subscribers.csv:3: pseudonym is the key of line 2 already")
                .contains("subscribers.csv:4: imsi is not 6 to 15 digits");
        assertThat(out.toString())
                .contains("\"segment\":\"gold\"")
                .contains("\"line\":3,\"column\":\"pseudonym\"")
                .contains("\"unchanged\":1");
        assertThat(out.toString() + err).doesNotContain("208201234567890");
    }

    @Test
    void ofTwoLoadsAtOnceTheOlderOneWritesNothing() {
        AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", LocalPort.registryUrl(OFFSET)));
        String bootstrap = LocalPort.KAFKA.address(OFFSET);
        ReferenceStore.Write write = new ReferenceStore.Write(ReferenceTable.OPERATOR, "208-20", null);
        try (KafkaReferenceStore older = new KafkaReferenceStore(bootstrap, serdes, progress -> {});
                KafkaReferenceStore newer = new KafkaReferenceStore(bootstrap, serdes, progress -> {})) {
            older.begin();
            newer.begin();

            assertThatThrownBy(() -> older.write(Stream.of(write)))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("another load has begun meanwhile");
            newer.write(Stream.of(write));
        }
    }

    private String said() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("reference"));
        all.addAll(List.of(arguments));
        all.add(2, "--port-offset=" + OFFSET);
        return Lux.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, temporary -> {})
                .execute(all.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
