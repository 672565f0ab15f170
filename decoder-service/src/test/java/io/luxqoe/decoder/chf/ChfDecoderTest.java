package io.luxqoe.decoder.chf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.UsageContainer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChfDecoderTest {
    private static final Instant TIME = Instant.parse("2026-11-20T15:46:15Z");
    private static final String TEN_SECONDS_LATER = "2611201646252B0100";
    private static final byte[] OPENING = Ber.primitive(6, Cdrs.TIME);
    private static final byte[] PLMN = Ber.primitive(0, "02F802");
    private static final String IMSI = "208201234567890";

    private static byte[] chf(byte[]... elements) {
        return Ber.constructed(200, Ber.primitive(0, "00C8"), Ber.concat(elements));
    }

    /** pDUSessionChargingInformation in a record that was opened. */
    private static byte[] ofSession(byte[]... elements) {
        return chf(OPENING, Ber.constructed(13, elements));
    }

    /** A record of used units. */
    private static byte[] ofUnits(byte[]... containers) {
        return chf(OPENING, Ber.constructed(5, sequence(Ber.primitive(0, "0A"), Ber.constructed(1, containers))));
    }

    private static byte[] sequence(byte[]... elements) {
        return Ber.universal(0x30, elements);
    }

    private static byte[] subscription(int type, String data) {
        return Ber.constructed(2, Ber.primitive(0, String.format("%02x", type)), Ber.text(1, data));
    }

    private static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(TestRules.decoder("ps-cdr"), record);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    private static DataSession session(byte[] record) {
        return (DataSession) event(record).getDetails();
    }

    private static void assertReject(byte[] record, RejectReason reason, @Nullable String field) {
        CollectingSink sink = TestRules.decode(TestRules.decoder("ps-cdr"), record);
        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(reason);
        assertThat(sink.rejects).extracting(Reject::field).containsExactly(field);
    }

    @Test
    void aWholeRecordOfAPduSessionIsRead() {
        byte[] record = chf(
                Ber.text(1, "b47a6bd0-5a3c-4c3d-9d1a-1f5f0b1c2d3e"),
                subscription(1, IMSI),
                Ber.constructed(
                        3,
                        Ber.primitive(0, "01"),
                        Ber.text(1, "smf-1"),
                        Ber.constructed(2, Ber.text(2, "10.100.200.6")),
                        Ber.primitive(3, "02F802")),
                Ber.constructed(
                        5,
                        sequence(
                                Ber.primitive(0, "01"),
                                Ber.constructed(
                                        1,
                                        sequence(
                                                Ber.primitive(1, "3C"),
                                                Ber.constructed(2, Ber.primitive(0, "0065"), Ber.primitive(0, "01F7")),
                                                Ber.primitive(3, TEN_SECONDS_LATER),
                                                Ber.primitive(4, "0200000000"),
                                                Ber.primitive(5, "01"),
                                                Ber.primitive(6, "01FFFFFFFF"),
                                                Ber.primitive(9, "07"),
                                                Ber.constructed(
                                                        11,
                                                        Ber.primitive(2, Cdrs.TIME),
                                                        Ber.primitive(3, TEN_SECONDS_LATER),
                                                        Ber.constructed(4, Ber.primitive(1, "09")),
                                                        Ber.primitive(7, "33"))))),
                        sequence(Ber.primitive(0, "02"), Ber.constructed(1, sequence(Ber.primitive(4, "64"))))),
                OPENING,
                Ber.primitive(7, "3C"),
                Ber.primitive(8, "02"),
                Ber.primitive(9, "00"),
                Ber.primitive(11, "2A"),
                Ber.constructed(
                        13,
                        Ber.primitive(0, "07"),
                        Ber.constructed(1, Ber.text(3, "33612345678")),
                        Ber.constructed(2, Ber.primitive(0, "00"), Ber.primitive(1, "5303901111111111")),
                        Ber.primitive(6, "05"),
                        Ber.constructed(7, Ber.primitive(0, "01"), Ber.primitive(1, "00ABCD")),
                        Ber.primitive(8, "01"),
                        Ber.primitive(12, "33"),
                        Ber.text(13, "internet"),
                        Ber.constructed(14, Ber.constructed(0, Ber.primitive(0, "0A3C0001"))),
                        Ber.primitive(17, Cdrs.TIME),
                        Ber.primitive(18, TEN_SECONDS_LATER)),
                Ber.primitive(16, "CAFE"));

        NetworkEvent event = event(record);

        assertThat(event.getService()).isEqualTo(ServiceType.DATA);
        assertThat(event.getRecordType()).isEqualTo(RecordType.CHF);
        assertThat(event.getEventTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.getHomePlmn()).isEqualTo("208-20");
        assertThat(event.getSubscriber()).isNotNull().isNotEqualTo(event.getMsisdn());
        assertThat(event.getMsisdn()).isNotNull();
        assertThat(event.getDeviceTac()).isEqualTo("35300911");
        assertThat(event.toString()).doesNotContain(IMSI, "33612345678", "10.60.0.1", "0a3c0001");
        DataSession session = (DataSession) event.getDetails();
        assertThat(session.getNodeId()).isEqualTo("b47a6bd0-5a3c-4c3d-9d1a-1f5f0b1c2d3e");
        assertThat(session.getGatewayAddress()).isEqualTo("10.100.200.6");
        assertThat(session.getServingPlmn()).isEqualTo("208-20");
        assertThat(session.getChargingId()).isEqualTo(7);
        assertThat(session.getPduSessionId()).isEqualTo(5);
        assertThat(session.getSliceServiceType()).isEqualTo(1);
        assertThat(session.getSliceDifferentiator()).isEqualTo("00abcd");
        assertThat(session.getPdnType()).isEqualTo("IPv4");
        assertThat(session.getRadioTechnology()).isEqualTo(RadioTechnology.NR);
        assertThat(session.getAccessPointName()).isEqualTo("internet");
        assertThat(session.getRecordSequenceNumber()).isEqualTo(2);
        assertThat(session.getLocalSequenceNumber()).isEqualTo(42);
        assertThat(session.getChargingSessionId()).isEqualTo("cafe");
        assertThat(session.getDurationMs()).isEqualTo(60_000);
        assertThat(session.getUplinkOctets()).isEqualTo(1);
        assertThat(session.getDownlinkOctets()).isEqualTo(8_589_934_591L);
        assertThat(session.getTotalOctets()).isEqualTo(8_589_934_592L + 100);
        assertThat(session.getContainers()).hasSize(2);
        UsageContainer first = session.getContainers().get(0);
        assertThat(first.getRatingGroup()).isEqualTo(1);
        assertThat(first.getLocalSequenceNumber()).isEqualTo(7);
        assertThat(first.getTimeUsageMs()).isEqualTo(60_000);
        assertThat(first.getChangeConditions()).containsExactly(101, 503);
        assertThat(first.getReportTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(first.getFirstUsageTime()).isEqualTo(TIME);
        assertThat(first.getLastUsageTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(first.getQci()).isEqualTo(9);
        UsageContainer second = session.getContainers().get(1);
        assertThat(second.getRatingGroup()).isEqualTo(2);
        assertThat(second.getTotalOctets()).isEqualTo(100);
        assertThat(second.getQci()).isNull();
    }

    /** As its encoder does: identity in the session identifier, digits of the differentiator, JSON, empty lists. */
    @Test
    void aRecordAsFree5gcWritesItIsRead() {
        String json = "{\"eutraLocation\":null,\"nrLocation\":{\"tai\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"93\"},"
                + "\"tac\":\"000001\"},\"ncgi\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"93\"},\"nrCellId\":\"000000010\"},"
                + "\"ageOfLocationInformation\":0,\"ueLocationTimestamp\":\"2026-11-20T15:46:15Z\"}}";
        NetworkEvent event = event(chf(
                Ber.text(1, "b47a6bd0-5a3c-4c3d-9d1a-1f5f0b1c2d3e"),
                subscription(1, "208930000000003"),
                Ber.constructed(3, Ber.primitive(0, "01"), Ber.text(1, "SMF")),
                Ber.constructed(4),
                OPENING,
                Ber.primitive(7, "00"),
                Ber.primitive(9, "00"),
                Ber.primitive(11, "01"),
                Ber.constructed(
                        13,
                        Ber.primitive(0, "01"),
                        Ber.text(3, json),
                        Ber.primitive(6, "01"),
                        Ber.constructed(7, Ber.primitive(0, "01"), Ber.text(1, "010203")),
                        Ber.text(13, "internet")),
                Ber.text(16, "imsi-208930000000003SMF0"),
                Ber.primitive(27, "00")));

        assertThat(event.getLocation()).isEqualTo(new Location(RadioTechnology.NR, "208-93", 1, 16L, "208-93-1-16"));
        DataSession session = (DataSession) event.getDetails();
        assertThat(session.getSliceDifferentiator()).isEqualTo("010203");
        assertThat(session.getGatewayAddress()).isEqualTo("SMF");
        assertThat(session.getChargingSessionId()).hasSize(22);
        String inHexadecimal = HexFormat.of().formatHex("208930000000003".getBytes(StandardCharsets.US_ASCII));
        assertThat(event.toString().toLowerCase(Locale.ROOT)).doesNotContain("208930000000003", inHexadecimal);
    }

    @Test
    void aChargingSessionThatIsNamedForAnNaiLeavesUnderItsPseudonym() throws Exception {
        NetworkEvent event = event(chf(
                subscription(1, "208930000000003"),
                OPENING,
                Ber.constructed(13, Ber.primitive(0, "01")),
                Ber.text(16, "nai-alice@example.com/7")));

        assertThat(((DataSession) event.getDetails()).getChargingSessionId()).hasSize(22);
    }

    @Test
    void subscribersAreNamedAlikeInWhateverFormTheirIdentityIsWritten() {
        String byImsi = event(chf(OPENING, subscription(1, IMSI))).getSubscriber();
        assertThat(byImsi).isNotNull();
        assertThat(subscriber(1, "imsi-" + IMSI)).isEqualTo(byImsi);
        assertThat(subscriber(3, IMSI + "@nai.5gc.mnc020.mcc208.3gppnetwork.org"))
                .isEqualTo(byImsi);
        assertThat(subscriber(3, "nai-0" + IMSI + "@nai.epc.mnc020.mcc208.3gppnetwork.org"))
                .isEqualTo(byImsi);
        String byNumber = event(chf(OPENING, subscription(0, "33612345678"))).getSubscriber();
        assertThat(byNumber).isNotNull().isNotEqualTo(byImsi);
        assertThat(subscriber(0, "+33612345678")).isEqualTo(byNumber);
        assertThat(subscriber(4, "msisdn-33612345678")).isEqualTo(byNumber);
        assertThat(subscriber(2, "tel:+33612345678;phone-context=x")).isEqualTo(byNumber);
        assertThat(subscriber(3, "someone@example.org"))
                .isNotNull()
                .doesNotContain("someone")
                .isEqualTo(subscriber(2, "sip:someone@example.org"))
                .isEqualTo(subscriber(3, "nai-someone@example.org"));
        assertThat(subscriber(0, "")).isNull();
        assertReject(chf(OPENING, subscription(1, "20820x")), RejectReason.BAD_VALUE, "subscriberIdentifier");
        assertReject(chf(OPENING, subscription(1, "208")), RejectReason.BAD_VALUE, "subscriberIdentifier");
    }

    private static @Nullable String subscriber(int type, String data) {
        return event(chf(OPENING, subscription(type, data))).getSubscriber();
    }

    @Test
    void equipmentIsReadInWhateverFormItIsWritten() {
        assertThat(tac(Ber.primitive(1, "53039011111111F1"))).isEqualTo("35300911");
        assertThat(tac(Ber.text(1, "imei-353009111111111"))).isEqualTo("35300911");
        assertThat(tac(Ber.text(1, "imeisv-3530091111111101"))).isEqualTo("35300911");
        assertThat(tac(Ber.text(1, "353009111111111"))).isEqualTo("35300911");
        assertThat(event(ofSession(Ber.constructed(2, Ber.primitive(0, "01"), Ber.text(1, "00-00-5E-00-53-00"))))
                        .getDeviceTac())
                .isNull();
    }

    private static @Nullable String tac(byte[] data) {
        return event(ofSession(Ber.constructed(2, Ber.primitive(0, "00"), data)))
                .getDeviceTac();
    }

    @Test
    void theStructureOfALocationIsReadForEveryAccess() {
        byte[] tai = Ber.constructed(0, PLMN, Ber.primitive(1, "000102"));
        assertThat(structured(Ber.constructed(1, tai, Ber.constructed(1, PLMN, Ber.text(1, "123456789")))))
                .isEqualTo(new Location(RadioTechnology.NR, "208-20", 258, 4_886_718_345L, "208-20-258-4886718345"));
        assertThat(structured(Ber.constructed(0, tai, Ber.constructed(1, PLMN, Ber.text(1, "0aBcDeF")))))
                .isEqualTo(new Location(RadioTechnology.E_UTRAN, "208-20", 258, 0xABCDEFL, "208-20-258-11259375"));
        byte[] cgi = Ber.concat(PLMN, Ber.text(1, "1234"), Ber.text(2, "5678"));
        assertThat(structured(Ber.constructed(3, Ber.constructed(1, cgi))))
                .isEqualTo(new Location(RadioTechnology.UTRAN, "208-20", 0x1234, 0x5678L, "208-20-4660-22136"));
        assertThat(structured(Ber.constructed(4, Ber.text(0, "x"), Ber.constructed(1, cgi))))
                .isEqualTo(new Location(RadioTechnology.GERAN, "208-20", 0x1234, 0x5678L, "208-20-4660-22136"));
        assertThat(structured(Ber.constructed(1, tai))).isNull();
        assertThat(structured(Ber.constructed(2, Ber.constructed(2, Ber.primitive(0, "0A000001")))))
                .isNull();
        assertReject(
                ofSession(Ber.constructed(35, Ber.constructed(1, Ber.constructed(1, PLMN, Ber.text(1, "12345678G"))))),
                RejectReason.BAD_VALUE,
                "userLocationInformationASN1");
        assertReject(
                ofSession(Ber.constructed(35, Ber.constructed(1, Ber.constructed(1, PLMN, Ber.text(1, "1234567890"))))),
                RejectReason.BAD_LENGTH,
                "userLocationInformationASN1");
    }

    private static @Nullable Location structured(byte[] access) {
        return event(ofSession(Ber.constructed(35, access))).getLocation();
    }

    @Test
    void theOctetsOfALocationAreJsonOrThoseOfAGateway() {
        assertThat(located("{ \"utraLocation\" : {\"sai\":{\"plmnId\":{\"mcc\":\"310\",\"mnc\":\"410\"},"
                        + "\"lac\":\"0001\",\"sac\":\"0002\"}}, \"x\":[1,{\"nrLocation\":true},\"\\\"}\"] }"))
                .isEqualTo(new Location(RadioTechnology.UTRAN, "310-410", 1, 2L, "310-410-1-2"));
        assertThat(located("{\"eutraLocation\":{\"tai\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"20\"},\"tac\":\"0102\"},"
                        + "\"ecgi\":{\"eutraCellId\":\"0000101\"}}}"))
                .isEqualTo(new Location(RadioTechnology.E_UTRAN, "208-20", 258, 257L, "208-20-258-257"));
        assertThat(located("{\"nrLocation\":{\"tai\":{\"tac\":\"000001\"}}}")).isNull();
        assertThat(located("{}")).isNull();
        assertThat(located(
                        "{\"name\":\"caf\u00e9 \\u00e9\",\"nrLocation\":{\"tai\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"20\"},"
                                + "\"tac\":\"000001\"},\"ncgi\":{\"nrCellId\":\"00000001\\u0030\"}}}"))
                .isEqualTo(new Location(RadioTechnology.NR, "208-20", 1, 16L, "208-20-1-16"));
        assertThat(event(ofSession(Ber.primitive(3, "1802F802000102F80200000101")))
                        .getLocation())
                .extracting(Location::getCellKey)
                .isEqualTo("208-20-1-257");
        for (String broken :
                new String[] {"{\"a\":}", "{\"a\" 1}", "{,}", "{\"a\":[1}", "{\"a\\\"}", "{\"a\":1 2}", "{\"a\":x}"}) {
            assertReject(ofSession(Ber.text(3, broken)), RejectReason.BAD_VALUE, "userLocationInformation");
        }
        assertReject(
                ofSession(Ber.text(3, "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")),
                RejectReason.NESTED_TOO_DEEP,
                "userLocationInformation");
        assertReject(
                ofSession(Ber.text(3, "{\"nrLocation\":{\"ncgi\":{\"nrCellId\":\"x\"}}}")),
                RejectReason.BAD_VALUE,
                "userLocationInformation");
    }

    private static @Nullable Location located(String json) {
        return event(ofSession(Ber.text(3, json))).getLocation();
    }

    @Test
    void anIncrementIsPartialAndItsCauseIsTold() {
        NetworkEvent event = event(chf(OPENING, Ber.primitive(7, "0A"), Ber.primitive(9, "01")));

        assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.CAUSE_FOR_REC_CLOSING, 1, 1));
        assertThat(event.getEventTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(((DataSession) event.getDetails()).getPartial()).isTrue();
    }

    @Test
    void qosFlowsOfARoamerCountOnlyWhereNoUsedUnitHasAVolume() {
        byte[] flows = Ber.constructed(
                14,
                Ber.constructed(
                        0,
                        sequence(
                                Ber.primitive(0, "01"),
                                Ber.primitive(4, "05"),
                                Ber.primitive(5, "06"),
                                Ber.primitive(14, "06"),
                                Ber.primitive(15, TEN_SECONDS_LATER))));
        byte[] units = Ber.constructed(5, sequence(Ber.constructed(1, sequence(Ber.primitive(5, "01")))));

        assertThat(session(chf(OPENING, flows)).getTotalOctets()).isEqualTo(11);
        assertThat(session(chf(OPENING, flows, units)).getTotalOctets()).isEqualTo(1);
        assertThat(event(chf(OPENING, flows)).getEventTime()).isEqualTo(TIME.plusSeconds(10));
    }

    @Test
    void volumesOverASecondaryRadioAccessAreSummed() {
        byte[] report = sequence(
                Ber.text(0, "NR"),
                Ber.constructed(
                        1,
                        sequence(Ber.primitive(3, "0A"), Ber.primitive(4, "01")),
                        sequence(Ber.primitive(3, "14"), Ber.primitive(4, "02"))));
        DataSession session = session(ofSession(Ber.constructed(23, report)));

        assertThat(session.getSecondaryRatDownlinkOctets()).isEqualTo(30);
        assertThat(session.getSecondaryRatUplinkOctets()).isEqualTo(3);
    }

    @Test
    void aTotalAloneIsTheVolume() {
        DataSession session = session(
                ofUnits(sequence(Ber.primitive(4, "64")), sequence(Ber.primitive(4, "64"), Ber.primitive(5, "0A"))));

        assertThat(session.getTotalOctets()).isEqualTo(200);
        assertThat(session.getUplinkOctets()).isEqualTo(10);
    }

    @Test
    void aRecordOfAnotherServiceIsRefused() {
        for (int tag : new int[] {15, 18, 19, 20, 21, 28}) {
            assertReject(chf(OPENING, Ber.constructed(tag)), RejectReason.UNSUPPORTED_RECORD_TYPE, null);
        }
    }

    @Test
    void aRecordOfATimeAloneIsAnEventAndOneWithoutAnyIsNone() {
        assertThat(event(chf(OPENING)).getEventTime()).isEqualTo(TIME);
        assertThat(event(chf(OPENING)).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertReject(chf(Ber.primitive(9, "00")), RejectReason.MISSING_FIELD, "recordOpeningTime");
    }

    @Test
    void theTypeOfARecordIsReadWithoutItsSignToo() {
        assertThat(event(Ber.constructed(200, Ber.primitive(0, "C8"), OPENING)).getRecordType())
                .isEqualTo(RecordType.CHF);
    }

    @Test
    void unknownElementsAreKeptWhereConfiguredAndThoseOfPersonsNever() {
        CollectingSink sink = new CollectingSink();
        SourceSettings source = new SourceSettings(
                TestRules.SOURCE, SourceSettings.NO_PLMN, UserLocationForm.AUTOMATIC, KeptElements.ALL);
        byte[] record = chf(OPENING, Ber.primitive(17, "AA"), Ber.primitive(300, "BB"), Ber.constructed(13));
        TestRules.decoder("ps-cdr").decode(new RawInput(source, record, RawInput.NO_TIME), sink);

        assertThat(sink.events.get(0).getUnknownElements()).containsOnly(entry("[300]", "bb"));
    }

    @Test
    void whatIsMalformedIsRefusedByItsField() {
        assertReject(
                chf(OPENING, Ber.constructed(5, Ber.primitive(0, "01"))),
                RejectReason.WRONG_FORM,
                "listOfMultipleUnitUsage");
        assertReject(
                chf(OPENING, Ber.constructed(5, sequence(Ber.primitive(1, "01")))),
                RejectReason.WRONG_FORM,
                "usedUnitContainers");
        assertReject(ofUnits(Ber.primitive(1, "01")), RejectReason.WRONG_FORM, "usedUnitContainers");
        assertReject(ofUnits(sequence(Ber.primitive(5, "FF"))), RejectReason.BAD_VALUE, "dataVolumeUplink");
        assertReject(
                ofUnits(sequence(Ber.constructed(2, Ber.primitive(0, "7FFF")))), RejectReason.BAD_VALUE, "triggers");
        assertReject(ofSession(Ber.constructed(7, Ber.primitive(1, "0102"))), RejectReason.BAD_LENGTH, "sD");
        assertReject(ofSession(Ber.primitive(6, "0100")), RejectReason.BAD_VALUE, "pDUSessionId");
        assertReject(
                chf(OPENING, Ber.constructed(3, Ber.primitive(3, "02"))),
                RejectReason.BAD_LENGTH,
                "nFunctionConsumerInformation");
    }
}
