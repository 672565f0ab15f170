package io.luxqoe.decoder.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.VideoReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real players and a validator's examples sent, value for value as an independent reading has it. */
class CmcdSamplesTest {

    @Test
    void theSessionOfARealPlayerDecodesToEveryRequestOfIt() throws IOException {
        String text = read("cmcd-bitmovin-url.log");
        CollectingSink sink = decode(text);

        assertThat(sink.events).hasSize(375);
        assertThat(sink.eventIds()).doesNotHaveDuplicates();
        assertThat(sink.rejects)
                .as("the two lines of the banner")
                .extracting(Reject::reason)
                .containsExactly(RejectReason.UNRECOGNISED_OCTETS, RejectReason.UNRECOGNISED_OCTETS);
        assertValues(
                sink,
                CmcdMode.QUERY,
                text.lines()
                        .filter(line -> line.startsWith("CMCD="))
                        .map(ReferenceReport::ofQuery)
                        .toList());
    }

    @Test
    void urlsWithTheirQueryDecode() throws IOException {
        String text = read("cmcd-data-samples-queries.txt");
        CollectingSink sink = decode(text);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(20);
        assertThat(sink.events)
                .extracting(event -> report(event).getRequestedHost())
                .containsOnly("dash.akamaized.net");
        assertValues(
                sink, CmcdMode.QUERY, text.lines().map(ReferenceReport::ofQuery).toList());
    }

    @Test
    void requestsWithTheirHeadersDecode() throws IOException {
        String text = read("cmcd-data-samples-header.txt");
        CollectingSink sink = decode(text);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(20);
        assertThat(sink.events)
                .extracting(event -> report(event).getRequestedHost())
                .containsOnly("dash.akamaized.net");
        assertValues(
                sink,
                CmcdMode.HEADER,
                Arrays.stream(text.split("\n\n"))
                        .map(request -> String.join(
                                ",",
                                request.lines()
                                        .filter(line -> line.startsWith("CMCD-"))
                                        .map(line -> line.substring(line.indexOf(": ") + 2))
                                        .toList()))
                        .map(ReferenceReport::ofDictionary)
                        .toList());
    }

    @Test
    void jsonObjectsDecode() throws IOException {
        String text = read("cmcd-data-samples-json.txt");
        CollectingSink sink = decode(text);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(9);
        assertValues(
                sink, CmcdMode.JSON, text.lines().map(ReferenceReport::ofJson).toList());
    }

    private static void assertValues(CollectingSink sink, CmcdMode mode, List<Map<String, String>> expected) {
        assertThat(sink.events).extracting(event -> report(event).getMode()).containsOnly(mode);
        assertThat(sink.events.stream()
                        .map(event -> ReferenceReport.of(report(event)))
                        .toList())
                .isEqualTo(expected.stream().map(ReferenceReport::normalised).toList());
    }

    private static VideoReport report(NetworkEvent event) {
        return (VideoReport) event.getDetails();
    }

    private static CollectingSink decode(String text) {
        return TestRules.decode(TestRules.decoder("cmcd"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String name) throws IOException {
        Path samples = Path.of(System.getProperty("lux.samples", "samples"));
        Path sample = samples.resolve("cmcd").resolve(name);
        assumeTrue(Files.exists(sample), "The folder of samples is not beside this checkout: " + samples);
        return Files.readString(sample);
    }
}
