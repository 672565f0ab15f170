package io.luxqoe.decoder.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ReleasingParty;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files of Huawei's MSC, whole and damaged, and the elements that its records add. */
class HuaweiFilesTest {
    private static final byte[] FIRST = Cdrs.call(1);
    private static final byte[] SECOND = Cdrs.call(2);
    private static final byte[] THIRD = Cdrs.call(3);
    private static final byte[] HEADER =
            Ber.constructed(0, Ber.primitive(0, Cdrs.TIME), Ber.primitive(1, "913366090909F9"), Ber.constructed(2));
    private static final byte[] EXTENSIONS =
            Ber.constructed(3, Ber.universal(0x30, Ber.hex("0603550403"), Ber.constructed(2, Ber.hex("0101FF"))));

    private static byte[] trailer(String noOfRecords) {
        return Ber.constructed(
                2,
                Ber.primitive(0, Cdrs.TIME),
                Ber.primitive(1, "913366090909F9"),
                Ber.primitive(2, Cdrs.TIME),
                Ber.primitive(3, Cdrs.TIME),
                Ber.primitive(4, noOfRecords),
                Ber.constructed(5));
    }

    private static byte[] file(byte[]... records) {
        return Ber.universal(0x30, HEADER, Ber.constructed(1, records), trailer("0" + records.length), EXTENSIONS);
    }

    private static byte[] indefiniteFile(byte[]... records) {
        return Ber.concat(
                Ber.hex("3080"), HEADER, Ber.indefinite(1, records), trailer("0" + records.length), Ber.hex("0000"));
    }

    private static void assertAllThree(byte[] raw) {
        CollectingSink sink = TestRules.decode(raw);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.eventIds())
                .isEqualTo(TestRules.decode(Ber.concat(FIRST, SECOND, THIRD)).eventIds());
    }

    @Test
    void aFileIsRecognisedByItself() {
        assertAllThree(file(FIRST, SECOND, THIRD));
        assertThat(TestRules.decode(TestRules.decoder("huawei-cs-cdr"), file(FIRST, SECOND, THIRD)).events)
                .hasSize(3);
    }

    @Test
    void aFileOfIndefiniteLengthsDecodes() {
        assertAllThree(indefiniteFile(FIRST, SECOND, THIRD));
    }

    @Test
    void filesInARowDecode() {
        assertAllThree(Ber.concat(file(FIRST), indefiniteFile(SECOND), Ber.hex("00FFFF"), file(THIRD), new byte[9]));
    }

    @Test
    void aFileWithoutHeaderOrTrailerDecodes() {
        assertAllThree(Ber.universal(0x30, Ber.constructed(1, FIRST, SECOND, THIRD)));
        assertAllThree(Ber.universal(0x30, HEADER, Ber.constructed(1, FIRST, SECOND, THIRD), EXTENSIONS));
    }

    @Test
    void aFileWithoutRecordsIsNoFailure() {
        CollectingSink sink = TestRules.decode(file());

        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).isEmpty();
    }

    @Test
    void fillerBetweenRecordsIsSkipped() {
        assertAllThree(file(Ber.concat(FIRST, Ber.hex("0000")), Ber.concat(Ber.hex("FF"), SECOND), THIRD));
    }

    @Test
    void aBadRecordCostsItself() {
        byte[] bad = Cdrs.moCall(Ber.primitive(1, "0228"), Ber.primitive(24, Cdrs.TIME));
        CollectingSink sink = TestRules.decode(file(FIRST, bad, THIRD));

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).extracting(Reject::field).containsExactly("servedIMSI");
    }

    @Test
    void aTrailerThatAnnouncesMoreRecordsReportsThemLost() {
        byte[] file = Ber.universal(0x30, HEADER, Ber.constructed(1, FIRST, SECOND), trailer("05"));
        CollectingSink sink = TestRules.decode(file);

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.MISSING_RECORDS);
        assertThat(sink.rejects.get(0).length()).isEqualTo(trailer("05").length);
        assertThat(sink.lost).isEqualTo(3);
    }

    @Test
    void aTrailerThatMakesNoSenseCostsNothing() {
        for (byte[] trailer : new byte[][] {
            trailer("FF"), trailer(""), trailer("7FFFFFFFFFFFFFFFFF"), Ber.constructed(2, Ber.hex("04FF01"))
        }) {
            CollectingSink sink =
                    TestRules.decode(Ber.universal(0x30, HEADER, Ber.constructed(1, FIRST, SECOND), trailer));

            assertThat(sink.events).hasSize(2);
            assertThat(sink.rejects).isEmpty();
        }
    }

    @Test
    void aHeaderWhoseLengthIsWrongCostsNoRecord() {
        for (int length : new int[] {3, 30, 60, 127}) {
            byte[] file = file(FIRST, SECOND, THIRD);
            file[headerAt(file) + 1] = (byte) length;
            CollectingSink sink = TestRules.decode(file);

            assertThat(sink.events).as("header of %d", length).hasSize(3);
            assertThat(sink.rejects).isNotEmpty();
        }
    }

    private static int headerAt(byte[] file) {
        return file[1] == (byte) 0x82 ? 4 : file[1] == (byte) 0x81 ? 3 : 2;
    }

    @Test
    void aFileThatIsCutKeepsTheRecordsBefore() {
        byte[] file = file(FIRST, SECOND, THIRD);
        int tail = trailer("03").length + EXTENSIONS.length;
        CollectingSink atRecord = TestRules.decode(Arrays.copyOf(file, file.length - tail - THIRD.length));
        CollectingSink within = TestRules.decode(Arrays.copyOf(file, file.length - tail - 3));

        assertThat(atRecord.events).hasSize(2);
        assertThat(atRecord.rejects).extracting(Reject::reason).containsExactly(RejectReason.MISSING_RECORDS);
        assertThat(within.events).hasSize(2);
        assertThat(within.rejects)
                .extracting(Reject::reason)
                .containsExactly(RejectReason.MISSING_RECORDS, RejectReason.TRUNCATED_RECORD);
    }

    @Test
    void everyCutAndEveryFlippedOctetOfAFileIsAnsweredWithEventsAndRejectsOnly() {
        byte[] file = Ber.concat(file(FIRST, mo(), SECOND), indefiniteFile(THIRD, FIRST));
        RawDecoder decoder = TestRules.circuitSwitched();
        for (int at = 0; at < file.length; at++) {
            TestRules.decode(decoder, Arrays.copyOf(file, at));
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = file.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertThat(TestRules.decode(decoder, flipped).events).hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void manyHollowFilesAreNotARejectEach() {
        byte[] hollow = Ber.hex("3002A000");
        byte[] octets = new byte[hollow.length * 200_000];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = hollow[i % hollow.length];
        }

        assertThat(TestRules.decode(octets).rejects).hasSizeLessThan(RecordOutput.MAX_REJECTS + 3);
    }

    private static byte[] mo(byte[]... more) {
        return Cdrs.moCall(
                Ber.primitive(1, Cdrs.IMSI),
                Ber.primitive(3, "913316325476F8"),
                Ber.primitive(5, "81609988776655"),
                Ber.constructed(10, Ber.text(1, "BSC-7")),
                Ber.constructed(12, Ber.primitive(0, "0001"), Ber.primitive(1, "0002")),
                Ber.primitive(22, "2611201646002B0100"),
                Ber.primitive(23, "2611201646102B0100"),
                Ber.primitive(24, Cdrs.TIME),
                Ber.primitive(25, "05"),
                Ber.primitive(30, "00"),
                Ber.constructed(31, Ber.primitive(0, "0090")),
                Ber.primitive(132, "0102"),
                Ber.primitive(138, ""),
                Ber.primitive(141, "00"),
                Ber.primitive(168, "000001"),
                Ber.primitive(181, "02281032547698F1"),
                Ber.primitive(188, "02F8020ABC0DEF"),
                Ber.primitive(192, "02F802"),
                Ber.primitive(201, "2611201645592B0100"),
                Ber.primitive(202, "2611201646042B0100"),
                Ber.primitive(205, "03"),
                Ber.primitive(218, "02"),
                Ber.primitive(232, "0400"),
                Ber.primitive(258, "00"),
                Ber.concat(more));
    }

    private static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(file(record));
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    @Test
    void anOriginatingCallHasItsSetUpAlertingCellAndReleasingParty() {
        NetworkEvent event = event(mo());
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(call.getSetupTime()).isEqualTo(Instant.parse("2026-11-20T15:45:59Z"));
        assertThat(call.getAlertingTime()).isEqualTo(Instant.parse("2026-11-20T15:46:04Z"));
        assertThat(call.getReleasingParty()).isEqualTo(ReleasingParty.CALLED);
        assertThat(call.getIncomingTrunkGroup()).isEqualTo("BSC-7");
        assertThat(call.getPartial()).isFalse();
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.Q850, 16, 144));
        assertThat(event.getLocation().getCellKey()).isEqualTo("208-20-2748-3567");
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.toString())
                .doesNotContain("1234567890")
                .doesNotContain("612345678")
                .doesNotContain("6998877665");
    }

    @Test
    void aTerminatingCallHasThemUnderOtherTags() {
        VoiceCall call = (VoiceCall) event(Cdrs.mtCall(
                        Ber.primitive(21, Cdrs.TIME),
                        Ber.primitive(201, "913316325476F8"),
                        Ber.primitive(202, "01"),
                        Ber.primitive(203, "2611201645592B0100"),
                        Ber.primitive(204, "2611201646042B0100"),
                        Ber.primitive(218, "01")))
                .getDetails();

        assertThat(call.getSetupTime()).isEqualTo(Instant.parse("2026-11-20T15:45:59Z"));
        assertThat(call.getAlertingTime()).isEqualTo(Instant.parse("2026-11-20T15:46:04Z"));
        assertThat(call.getReleasingParty()).isEqualTo(ReleasingParty.CALLING);
    }

    @Test
    void aForwardedCallHasARecordOfItsOwn() {
        NetworkEvent event = event(Ber.constructed(
                100,
                Ber.primitive(0, "64"),
                Ber.primitive(1, Cdrs.IMSI),
                Ber.primitive(5, "913316325476F8"),
                Ber.primitive(24, Cdrs.TIME),
                Ber.primitive(201, "2611201645592B0100")));
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(event.getRecordType()).isEqualTo(RecordType.FORWARDED_CALL);
        assertThat(call.getDirection()).isEqualTo(CallDirection.FORWARDED);
        assertThat(call.getSetupTime()).isNotNull();
        assertThat(call.getCalled().getPseudonym()).isNotNull();
    }

    @Test
    void vendorElementsOfAnotherVersionCostNothing() {
        NetworkEvent event = event(Cdrs.moCall(
                Ber.primitive(24, Cdrs.TIME),
                Ber.constructed(12, Ber.primitive(0, "0001"), Ber.primitive(1, "0002"), Ber.primitive(2, "02F802")),
                Ber.primitive(188, "02F8"),
                Ber.primitive(201, "01"),
                Ber.constructed(202, Ber.primitive(0, "01")),
                Ber.primitive(218, "0001"),
                Ber.constructed(236, Ber.hex("04FF")),
                Ber.primitive(258, "")));
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(event.getLocation().getCellKey()).isEqualTo("208-20-1-2");
        assertThat(event.getCause()).isNull();
        assertThat(call.getSetupTime()).isNull();
        assertThat(call.getAlertingTime()).isNull();
        assertThat(call.getReleasingParty()).isEqualTo(ReleasingParty.UNKNOWN);
    }

    @Test
    void withoutDiagnosticsTheCauseIsThatOfThePartyThatReleased() {
        byte[] released = Ber.primitive(24, Cdrs.TIME);
        assertThat(event(Cdrs.moCall(released, Ber.constructed(236, Ber.primitive(0, "03"), Ber.primitive(1, "0091"))))
                        .getCause())
                .isEqualTo(new Cause(CauseScheme.Q850, 17, 145));
        assertThat(event(Cdrs.moCall(released, Ber.constructed(236, Ber.primitive(0, "00"), Ber.primitive(1, "11"))))
                        .getCause())
                .isNull();
    }

    @Test
    void theRecordsOfALongCallAreIncrementsButTheLast() {
        for (String more : new String[] {"01", "02"}) {
            assertThat(event(Cdrs.moCall(
                                    Ber.primitive(24, Cdrs.TIME), Ber.primitive(30, "00"), Ber.primitive(258, more)))
                            .getOutcome())
                    .isEqualTo(Outcome.PARTIAL);
        }
        assertThat(event(Cdrs.moCall(
                                Ber.primitive(23, Cdrs.TIME), Ber.primitive(24, Cdrs.TIME), Ber.primitive(258, "03")))
                        .getOutcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void outsideSuchAFileTheDialectIsReadOnlyWhereTheFormatSaysSo() {
        VoiceCall standard = (VoiceCall) TestRules.decode(mo()).events.get(0).getDetails();
        VoiceCall dialect = (VoiceCall) TestRules.decode(TestRules.decoder("huawei-cs-cdr"), mo())
                .events
                .get(0)
                .getDetails();

        assertThat(standard.getSetupTime()).isNull();
        assertThat(dialect.getSetupTime()).isNotNull();
    }
}
