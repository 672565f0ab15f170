package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.Installation;
import io.luxqoe.local.runtime.LocalListener;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.runtime.ReferenceData;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real registry, without the services. */
class SendAndTailIT {

    /** Below the ports that the system gives to outgoing connections. */
    private static final int OFFSET = 22_000;

    private static final Clock CLOCK = Clock.systemUTC();

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
        ReferenceData reference = key -> Stream.of(new ReferenceData.Entry(
                LuxTopic.REFERENCE_DIALLED_NUMBER,
                "112",
                DialledNumber.newBuilder()
                        .setDigits("112")
                        .setNumberClass(NumberClass.EMERGENCY)
                        .setName("Emergency services")
                        .build()));
        system = LocalSystem.start(options, reference, LocalListener.SILENT);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void filesArriveAsRecordsOfTheirSource() throws IOException {
        Path standard = write("MSC-1_-_7.20261120_-_1430+0100.cdr", new byte[] {0, 0, 0, 1});
        Path empty = write("empty.cdr", new byte[0]);

        assertThat(run("send", standard.toString(), empty.toString())).isZero();

        assertThat(out.toString().lines().map(line -> line.substring(line.lastIndexOf("/MSC") + 1)))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .matches("MSC-1_-_7.20261120_-_1430\\+0100.cdr -> lux.raw.cs-cdr.v1/\\d@\\d+ "
                                + "\\(source MSC-1, 4 octets\\)"))
                .anySatisfy(line -> assertThat(line).endsWith("(source empty, 0 octets)"))
                .last()
                .isEqualTo("sent 2 of 2 files");
        assertThat(tail("lux.raw.cs-cdr.v1", "--from-beginning", "--for", "2s"))
                .anySatisfy(line -> assertThat(line)
                        .contains("\"key\":\"MSC-1\"")
                        .endsWith("\"value\":{\"octets\":4,\"hex\":\"00000001\"}}"))
                .anySatisfy(line -> assertThat(line)
                        .contains("\"key\":\"empty\"")
                        .endsWith("\"value\":{\"octets\":0,\"hex\":\"\"}}"));
    }

    @Test
    void aFileOfSixteenMebibytesArrives() throws IOException {
        Path large = write("large.ps", new byte[16 * 1024 * 1024]);

        assertThat(run("send", "--source", "ggsn-9", large.toString())).isZero();

        assertThat(out.toString()).contains("-> lux.raw.ps-cdr.v1/").contains("(source ggsn-9, 16,777,216 octets)");
    }

    @Test
    void referenceRecordsAreReadThroughTheRegistry() {
        assertThat(tail("lux.reference.dialled-number.v1", "--from-beginning", "--limit", "1"))
                .singleElement()
                .asString()
                .contains("\"key\":\"112\"")
                .contains("\"value\":{\"digits\":\"112\"")
                .contains("\"numberClass\":\"EMERGENCY\"");
    }

    @Test
    void aTopicThatIsNotThereBringsTheNamesOfThoseThatAre() {
        assertThat(run("tail", "lux.event.decode.v1")).isEqualTo(ExitStatus.USAGE);

        assertThat(err.toString())
                .contains("has no topic 'lux.event.decode.v1'")
                .contains("  lux.event.decoded.v1\n");
    }

    @Test
    void tailEndsWithItsTimeWhenNothingComes() {
        assertThat(tail("lux.kpi.computed.v1", "--for", "500ms")).isEmpty();
    }

    private List<String> tail(String topic, String... more) {
        List<String> arguments = new ArrayList<>(List.of("tail", topic));
        arguments.addAll(List.of(more));
        int before = out.toString().length();
        assertThat(run(arguments.toArray(String[]::new))).isZero();
        return out.toString().substring(before).lines().toList();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(1, "--port-offset=" + OFFSET);
        return Lux.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, temporary -> {})
                .execute(all.toArray(String[]::new));
    }

    private Path write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets);
    }
}
