package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.LocalPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuxTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("up ", "send ", "tail ", "decode ", "dead-letters ", "reference ")
                .doesNotContain("prepare");
    }

    @ParameterizedTest
    @CsvSource({"up", "send", "tail", "decode", "dead-letters", "reference load", "reference diff", "reference show"})
    void everyCommandDocumentsItsExitStatus(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).contains("Exit status:", "  0 ", "  2 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "| Missing required subcommand",
                "sideways | Unmatched argument at index 0: 'sideways'",
                "up --for tomorrow | 'tomorrow' is not a duration such as 60s",
                "up --rate 0 | --rate must be from 1 to",
                "up --rate many | 'many' is not an int",
                "up --port-offset -1 | --port-offset must be from 0 to",
                "up --port-offset 60000 | --port-offset must be from 0 to",
                "up --json /nowhere/at/all/x.json | --json must name a file in a folder that exists",
                "send | Missing required parameter: 'FILE'",
                "reference | Missing required subcommand",
                "reference load | Name a FILE, or keys with --delete",
                "reference load --delete x | --delete needs --table, one of cell, equipment, device-type",
                "reference diff --delete x --table cells | 'cells' is no table; there are cell, equipment",
                "reference load --table cell x | --table goes with --delete",
                "reference load --replace --partial x | --replace deletes what the files lack",
                "reference load --key-file /nowhere/k x | There is no key file /nowhere/k that can be read",
                "reference show cells | 'cells' is no table; there are cell, equipment",
                "reference show cell --limit 0 | --limit must be at least 1",
                "send --format asn1 x | 'asn1' is no raw format; there are cs-cdr, ps-cdr, ims-cdr, huawei-cs-cdr,"
                        + " cmcd, data-usage",
                "decode --format asn1 x | 'asn1' is no raw format; there are cmcd, cs-cdr,",
                "decode --mask x | --mask, --hex, --record, --offset and --limit go with --tree",
                "decode --tree --json x | Either --json or --tree",
                "decode --tree --record 0 x | --record must be at least 1",
                "decode /nowhere/x.cdr | There is no file /nowhere/x.cdr that can be read",
                "dead-letters --limit 0 | --limit must be at least 1",
                "dead-letters --key-file /nowhere/k | There is no key file /nowhere/k that can be read",
                "send /nowhere/at/all/x.cdr | There is no file /nowhere/at/all/x.cdr",
                "tail | Missing required parameter: 'TOPIC'",
                "tail --limit 0 lux.event.decoded.v1 | --limit must be at least 1"
            })
    void wrongArgumentsAreNamedAndNothingIsDone(String arguments, String message) {
        assertThat(run(arguments == null ? new String[0] : arguments.split(" ")))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void withoutABrokerNothingIsSentOrRead() throws IOException {
        Path file = Files.writeString(folder.resolve("x.cdr"), "x");

        assertThat(run("send", "--bootstrap", "127.0.0.1:1", file.toString())).isEqualTo(ExitStatus.UNAVAILABLE);
        assertThat(run("tail", "--bootstrap", "127.0.0.1:1", "lux.event.decoded.v1"))
                .isEqualTo(ExitStatus.UNAVAILABLE);

        assertThat(err.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("No Kafka broker answers at 127.0.0.1:1", "./lux up"));
    }

    @Test
    void aPortThatIsTakenEndsTheStart() throws IOException {
        int offset = 21_000;
        try (ServerSocket other = new ServerSocket(LocalPort.ALARM.with(offset), 1, InetAddress.getLoopbackAddress())) {
            int status = run("up", "--port-offset", "21000", "--data", folder.toString());

            assertThat(status).isEqualTo(ExitStatus.UNAVAILABLE);
            assertThat(err.toString())
                    .contains("port " + other.getLocalPort() + " (the alarm service) is taken", "--port-offset");
        }
    }

    private int run(String... args) {
        return Lux.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, temporary -> {})
                .execute(args);
    }
}
