package io.luxqoe.local.simulator.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Framing;
import io.luxqoe.local.simulator.network.Gateway;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Site;
import io.luxqoe.local.simulator.network.Technology;
import io.luxqoe.local.simulator.network.Vendor;
import io.luxqoe.local.simulator.traffic.UsageRecord;
import io.luxqoe.local.simulator.traffic.UsageRecord.Volume;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Octets written by hand after the tag tables, element by element. */
class PsRecordEncoderTest {

    private static final Site SITE = NetworkModel.of(1).sites().get(0);
    private static final Line LINE =
            new Line("208200001234567", "33612345678", "351234560123451", "CONSUMER", SITE.region(), NumberKind.MOBILE);
    private static final Instant OPENING = Instant.parse("2026-11-20T15:46:15Z");

    private final PsRecordEncoder encoder = new PsRecordEncoder();

    @Test
    void aWholeSessionInA4gCellThatCountsByServiceHasEveryElementInItsPlace() {
        RadioCell cell = new RadioCell(SITE, "L1", Technology.E_UTRAN, 0x1234, 0x01234501, 0, true);
        UsageRecord usage = usage(true, cell, Technology.E_UTRAN, 0, UsageRecord.ABNORMAL_RELEASE);
        assertThat(encoder.encode(usage))
                .isEqualTo(octets(
                        "bf4f 81 eb",
                        "80 01 55",
                        "83 08 02280000214365f7",
                        "a4 06 80 04 0a1e0009",
                        "85 05 00fedcba98",
                        "a6 06 80 04 0a1f0001",
                        "87 08 696e7465726e6574",
                        "88 02 f121",
                        "a9 08 a0 06 80 04 0a640018",
                        "8b 01 ff",
                        "8d 09 2611201646152b0100",
                        "8e 02 00c8",
                        "8f 01 04",
                        "92 05 7067772d31",
                        "94 01 07",
                        "96 07 913316325476f8",
                        "9b 03 02f802",
                        "9d 08 5321436510325410",
                        "9e 01 06",
                        "9f20 0d 18 02f802 1234 02f802 01234501",
                        "bf22 4a",
                        "30 23 81 01 0a 84 01 01 87 02 00c8 88 05 0700000080 8c 02 0080 8d 01 7f",
                        "8e 09 2611201649352b0100",
                        "30 23 81 01 14 84 01 02 87 02 00c8 88 05 0700000080 8c 01 00 8d 02 0100",
                        "8e 09 2611201649352b0100",
                        "9f26 09 2611201646152b0100",
                        "9f27 09 2611201649352b0100"));
    }

    @Test
    void aPartOfASessionWithoutALocationThatCountsByBearerIsNumberedAndDoesNotStop() {
        UsageRecord usage = usage(false, null, Technology.UTRAN, 2, UsageRecord.VOLUME_LIMIT);
        Tlv record = Tlv.read(encoder.encode(usage)).get(0);
        assertThat(record.child(17).orElseThrow().integer()).isEqualTo(2);
        assertThat(record.child(15).orElseThrow().integer()).isEqualTo(16);
        assertThat(record.child(30).orElseThrow().integer()).isEqualTo(1);
        assertThat(List.of(32, 34, 38, 39)).noneMatch(tag -> record.child(tag).isPresent());
        assertThat(record.child(12).orElseThrow().whole())
                .isEqualTo(octets(
                        "ac 2e",
                        "30 15 83 02 0080 84 01 7f 85 01 02 86 09 2611201649352b0100",
                        "30 15 83 01 00 84 02 0100 85 01 02 86 09 2611201649352b0100"));
    }

    @Test
    void aCellOf2gIsACellGlobalIdentityAndOneOf3gAServiceArea() {
        RadioCell second = new RadioCell(SITE, "1", Technology.GERAN, 0x1234, 0x5678, 0, true);
        RadioCell third = new RadioCell(SITE, "2", Technology.UTRAN, 0x1234, 0x5678, 0, true);
        assertThat(location(second, Technology.GERAN)).isEqualTo(octets("01 02f802 1234 5678"));
        assertThat(location(third, Technology.UTRAN)).isEqualTo(octets("02 02f802 1234 5678"));
    }

    private byte[] location(RadioCell cell, Technology technology) {
        byte[] record = encoder.encode(usage(true, cell, technology, 1, UsageRecord.TIME_LIMIT));
        return Tlv.read(record).get(0).child(32).orElseThrow().content();
    }

    private static UsageRecord usage(
            boolean countsByService, @Nullable RadioCell cell, Technology technology, int part, int cause) {
        Gateway gateway = new Gateway(
                "pgw-1", Vendor.NOKIA, ZoneId.of("Europe/Paris"), Framing.TS_32297_FILE, countsByService, 9);
        return new UsageRecord(
                gateway,
                LINE,
                cell,
                technology,
                "internet",
                0xFEDCBA98L,
                part,
                OPENING,
                200,
                List.of(new Volume(10, 128, 127), new Volume(20, 0, 256)),
                cause,
                7);
    }

    private static byte[] octets(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }
}
