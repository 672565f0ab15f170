package io.luxqoe.local.simulator.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Dialled;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Framing;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Region;
import io.luxqoe.local.simulator.network.Site;
import io.luxqoe.local.simulator.network.Technology;
import io.luxqoe.local.simulator.network.Vendor;
import io.luxqoe.local.simulator.traffic.CallEnding;
import io.luxqoe.local.simulator.traffic.CallIdentity;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.CallTimes;
import io.luxqoe.local.simulator.traffic.Direction;
import io.luxqoe.local.simulator.traffic.MessageFailure;
import io.luxqoe.local.simulator.traffic.MessageLeg;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Octets written by hand after the tag tables, element by element. */
class CsRecordEncoderTest {

    private static final Region REGION = new Region("Occitanie", Vendor.ERICSSON, 0.1);
    private static final Line LINE =
            new Line("208200001234567", "33612345678", "351234560123451", "CONSUMER", REGION, NumberKind.MOBILE);
    private static final Instant SEIZURE = Instant.parse("2026-11-20T15:46:15Z");

    private final CsRecordEncoder encoder = new CsRecordEncoder();

    @Test
    void anAnsweredOriginatingCallHasEveryElementInItsPlace() {
        CallTimes times = new CallTimes(SEIZURE, SEIZURE.plusSeconds(7), SEIZURE.plusSeconds(207), 200);
        CallLeg call = call(Vendor.ERICSSON, Direction.ORIGINATING, times, new CallEnding(0, 16), 0);
        assertThat(encoder.encode(call))
                .isEqualTo(octets(
                        "a0 81 a0",
                        "80 01 00",
                        "81 08 02280000214365f7",
                        "82 08 53214365103254f1",
                        "83 07 913316325476f8",
                        "84 07 913316325476f8",
                        "85 03 8111f2",
                        "89 07 913366000012f0",
                        "ab 06 81 04 54473132",
                        "ac 0d 80 02 1234 81 02 5678 82 03 02f802",
                        "ae 03 83 01 12",
                        "96 09 2611201646152b0100",
                        "97 09 2611201646222b0100",
                        "98 09 2611201649422b0100",
                        "99 02 00c8",
                        "9e 01 00",
                        "bf1f 03 80 01 10",
                        "9f20 06 030000000009",
                        "9f26 05 0000000007",
                        "9f27 07 913366000012f0",
                        "9f3d 01 01"));
    }

    @Test
    void aFailedTerminatingCallOfHuaweiHasItsExtensionBitAndVendorTags() {
        CallTimes times = new CallTimes(SEIZURE, null, SEIZURE.plusSeconds(20), 20);
        CallLeg call = call(Vendor.HUAWEI, Direction.TERMINATING, times, new CallEnding(3, 17), 0);
        assertThat(encoder.encode(call))
                .isEqualTo(octets(
                        "a1 81 a4",
                        "80 01 01",
                        "81 08 02280000214365f7",
                        "82 08 53214365103254f1",
                        "83 07 913316325476f8",
                        "84 03 8111f2",
                        "86 07 913366000012f0",
                        "a7 03 80 01 0c",
                        "a9 0d 80 02 1234 81 02 5678 82 03 02f802",
                        "ab 03 83 01 11",
                        "93 09 2611201646152b0100",
                        "95 09 2611201646352b0100",
                        "96 01 14",
                        "9b 01 03",
                        "bc 04 80 02 0091",
                        "9d 06 030000000009",
                        "9f21 05 0000000007",
                        "9f22 07 913366000012f0",
                        "9f2e 01 01",
                        "9f813c 07 02f80212345678",
                        "9f8149 09 2611201646152b0100",
                        "9f815a 01 03"));
    }

    @Test
    void aPartialRecordSaysWhichAndWhy() {
        CallTimes times = new CallTimes(SEIZURE, SEIZURE, null, 300);
        Tlv record = Tlv.read(
                        encoder.encode(call(Vendor.NOKIA, Direction.ORIGINATING, times, new CallEnding(1, null), 2)))
                .get(0);
        assertThat(record.child(30))
                .hasValueSatisfying(cause -> assertThat(cause.integer()).isEqualTo(1));
        assertThat(record.child(33))
                .hasValueSatisfying(number -> assertThat(number.integer()).isEqualTo(2));
        assertThat(record.child(69))
                .hasValueSatisfying(reason -> assertThat(reason.integer()).isZero());
        assertThat(record.child(24)).isEmpty();
        assertThat(record.child(31)).isEmpty();
    }

    @Test
    void anOriginatingMessageHasItsRpCauseAndDestination() {
        MessageLeg message = message(
                Direction.ORIGINATING,
                Dialled.of(Address.NATIONAL, "612345678", NumberKind.MOBILE),
                new MessageFailure(false, 38));
        assertThat(encoder.encode(message))
                .isEqualTo(octets(
                        "a6 65",
                        "80 01 06",
                        "81 08 02280000214365f7",
                        "82 08 5321436510325410",
                        "83 07 913316325476f8",
                        "85 07 913366003000f0",
                        "86 07 913366000012f0",
                        "a7 0d 80 02 1234 81 02 5678 82 03 02f802",
                        "88 01 2a",
                        "89 09 2611201646152b0100",
                        "aa 03 80 01 26",
                        "8c 06 a116325476f8",
                        "9f8166 05 000000002a"));
    }

    @Test
    void aTerminatingMessageHasItsMapError() {
        assertThat(encoder.encode(message(Direction.TERMINATING, null, new MessageFailure(true, 6))))
                .isEqualTo(octets(
                        "a7 5a",
                        "80 01 07",
                        "81 07 913366003000f0",
                        "82 08 02280000214365f7",
                        "83 08 5321436510325410",
                        "84 07 913316325476f8",
                        "86 07 913366000012f0",
                        "a7 0d 80 02 1234 81 02 5678 82 03 02f802",
                        "88 09 2611201646152b0100",
                        "a9 03 81 01 06",
                        "9f8166 05 000000002a"));
    }

    private static MessageLeg message(Direction direction, @Nullable Dialled destination, MessageFailure failure) {
        return new MessageLeg(
                direction, exchange(Vendor.NOKIA), LINE, cell(Vendor.NOKIA), destination, SEIZURE, failure, 42);
    }

    private static CallLeg call(Vendor vendor, Direction direction, CallTimes times, CallEnding ending, int part) {
        return new CallLeg(
                direction,
                exchange(vendor),
                LINE,
                cell(vendor),
                null,
                Address.of(Address.UNKNOWN, "112"),
                NumberKind.EMERGENCY,
                direction == Direction.ORIGINATING,
                12,
                times,
                ending,
                new CallIdentity(9, 7, part));
    }

    private static RadioCell cell(Vendor vendor) {
        Site site = new Site("Toulouse", REGION, "31", 43.6, 1.4, exchange(vendor));
        return new RadioCell(site, "Toulouse-1", Technology.UTRAN, 0x1234, 0x5678, 0.1, true);
    }

    private static Exchange exchange(Vendor vendor) {
        return new Exchange("msc-1", vendor, ZoneId.of("Europe/Paris"), Framing.TS_32297_FILE, "33660000210", 3);
    }

    private static byte[] octets(String... elements) {
        return HexFormat.of().parseHex(String.join("", elements).replace(" ", ""));
    }
}
