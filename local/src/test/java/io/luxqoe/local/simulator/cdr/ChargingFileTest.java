package io.luxqoe.local.simulator.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Framing;
import io.luxqoe.local.simulator.network.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargingFileTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Instant OPENED = Instant.parse("2026-11-20T14:16:46Z");

    @Test
    void headerAndRecordHeadersAreThoseOfRelease18() {
        byte[] file = file("Europe/Paris", new byte[] {1, 2}, new byte[] {3});
        assertThat(HEX.formatHex(file))
                .isEqualTo(String.join(
                        "",
                        "00000043",
                        "00000036",
                        "e1e1",
                        // 20 November, 15:16, one hour east.
                        "ba3d0840",
                        "ba3d0840",
                        "00000002",
                        "0000002a",
                        "02",
                        "ffffffff00000000000000000000ffff0a140004",
                        "00",
                        "0000",
                        "0000",
                        "0808",
                        "0002e12608" + "0102",
                        "0001e12608" + "03"));
    }

    @Test
    void theHeaderHasTheShapeOfTheSample() throws IOException {
        Path samples = Path.of(System.getProperty("lux.samples", "samples"));
        Path sample = samples.resolve("sigscale-cs-ts32297.cdr");
        assumeTrue(Files.exists(sample), "The folder of samples is not beside this checkout: " + samples);
        byte[] theirs = Files.readAllBytes(sample);
        byte[] ours = file("Etc/UTC", RawFile.records(theirs).toArray(byte[][]::new));
        assertThat(ours).hasSameSizeAs(theirs);
        // From the first record on, header for header, the octets are the same.
        assertThat(HEX.formatHex(ours, 54, ours.length)).isEqualTo(HEX.formatHex(theirs, 54, theirs.length));
        assertThat(HEX.formatHex(ours, 0, 22)).isEqualTo(HEX.formatHex(theirs, 0, 22));
        assertThat(HEX.formatHex(ours, 47, 54)).isEqualTo(HEX.formatHex(theirs, 47, 54));
    }

    private static byte[] file(String zone, byte[]... records) {
        Exchange exchange =
                new Exchange("msc-1", Vendor.ERICSSON, ZoneId.of(zone), Framing.TS_32297_FILE, "33660000210", 3);
        return ChargingFile.of(exchange, 42, OPENED, OPENED, ChargingFile.Closure.TIME_LIMIT, List.of(records));
    }
}
