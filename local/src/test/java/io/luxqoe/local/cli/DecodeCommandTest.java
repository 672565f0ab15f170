package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecodeCommandTest {

    /** An originating call of IMSI 208201234567890, released 2026-11-20T16:46:15+01:00. */
    private static final String CALL = "A018" + "800100" + "810802281032547698F0" + "98092611201646152B0100";

    /** The same with a month 13. */
    private static final String BAD_CALL = CALL.replace("9809261120", "9809261320");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eventsAreJsonLinesAndRejectsAreJsonOnStandardError() throws IOException {
        Path file = write("a.cdr", CALL + BAD_CALL);

        assertThat(run(file.toString())).isEqualTo(ExitStatus.NOT_WELL);

        assertThat(out.toString().lines()).singleElement().asString().contains("\"recordType\":\"MO_CALL\"");
        assertThat(err.toString())
                .contains("\"offset\":26,\"length\":26,\"reason\":\"bad-value\",\"field\":\"releaseTime\"");
        assertThat(run("--json", file.toString())).isEqualTo(ExitStatus.NOT_WELL);
    }

    @Test
    void aTreeShowsEveryElementAndWhereItFails() throws IOException {
        assertThat(run("--tree", write("a.cdr", CALL + BAD_CALL).toString())).isEqualTo(ExitStatus.NOT_WELL);

        assertThat(out.toString())
                .contains("servedIMSI [1]: 208201234567890", "!! bad-value releaseTime: ", "2 records in 52 octets");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMaskedTreeHidesIdentities() throws IOException {
        assertThat(run("--tree", "--mask", write("a.cdr", CALL).toString())).isZero();

        assertThat(out.toString()).contains("servedIMSI [1]: ***").doesNotContain("20820123");
    }

    @Test
    void aFileThatIsOfNoFormatIsNotDecoded() throws IOException {
        assertThat(run("--tree", write("a.bin", "0102030405").toString())).isEqualTo(ExitStatus.NOT_WELL);

        assertThat(out.toString()).contains("0 events, 1 rejected");
    }

    @Test
    void theHelpNamesTheFormatsAndWarnsOfIdentities() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("cs-cdr, ", "in clear", "--mask");
    }

    private Path write(String name, String octets) throws IOException {
        return Files.write(folder.resolve(name), HexFormat.of().parseHex(octets));
    }

    private int run(String... arguments) {
        return new CommandLine(new DecodeCommand(new PrintWriter(out, true), new PrintWriter(err, true)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
