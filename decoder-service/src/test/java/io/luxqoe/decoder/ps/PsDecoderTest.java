package io.luxqoe.decoder.ps;

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
import io.luxqoe.schemas.UsageContainer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields and records that the samples lack, and what is wrong with them. */
class PsDecoderTest {
    private static final Instant TIME = Instant.parse("2026-11-20T15:46:15Z");
    private static final String TEN_SECONDS_LATER = "2611201646252B0100";
    private static final String MINUTE_LATER = "2611201647152B0100";
    private static final byte[] OPENING = Ber.primitive(13, Cdrs.TIME);
    private static final byte[] TEN_SECONDS = Ber.primitive(14, "0A");
    private static final byte[] NORMAL_RELEASE = Ber.primitive(15, "00");
    private static final byte[] V6 = Ber.primitive(1, "20010DB8000000000000000000000001");

    private static byte[] pgw(byte[]... elements) {
        return Ber.constructed(79, Ber.primitive(0, "55"), Ber.concat(elements));
    }

    private static byte[] sgw(byte[]... elements) {
        return Ber.constructed(78, Ber.primitive(0, "54"), Ber.concat(elements));
    }

    private static byte[] sequence(byte[]... elements) {
        return Ber.universal(0x30, elements);
    }

    /** ChangeOfCharCondition. */
    private static byte[] volume(String uplink, String downlink, byte[]... more) {
        return sequence(
                Ber.primitive(3, uplink),
                Ber.primitive(4, downlink),
                Ber.primitive(5, "02"),
                Ber.primitive(6, TEN_SECONDS_LATER),
                Ber.concat(more));
    }

    /** ChangeOfServiceCondition. */
    private static byte[] service(String uplink, String downlink, byte[]... more) {
        return sequence(
                Ber.primitive(1, "01"), Ber.primitive(12, uplink), Ber.primitive(13, downlink), Ber.concat(more));
    }

    private static NetworkEvent event(byte[] record) {
        return event(record, new SourceSettings(TestRules.SOURCE));
    }

    private static NetworkEvent event(byte[] record, SourceSettings source) {
        CollectingSink sink = new CollectingSink();
        TestRules.decoder("ps-cdr").decode(new RawInput(source, record, RawInput.NO_TIME), sink);
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
    void aServingGatewayCountsItsTrafficVolumes() {
        NetworkEvent event = event(sgw(
                Ber.primitive(3, Cdrs.IMSI),
                Ber.constructed(4, Ber.primitive(0, "0A630001")),
                Ber.primitive(5, "00FFFFFFFE"),
                Ber.primitive(7, "696D73"),
                Ber.constructed(
                        12,
                        volume(
                                "0100",
                                "00FFFFFFFF",
                                Ber.constructed(9, Ber.primitive(1, "05"), Ber.primitive(6, "01"))),
                        volume("01", "02")),
                OPENING,
                TEN_SECONDS,
                NORMAL_RELEASE,
                Ber.primitive(30, "06")));

        assertThat(event.getRecordType()).isEqualTo(RecordType.SGW);
        assertThat(event.getHomePlmn()).isEqualTo("208-20");
        assertThat(event.getEventTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        DataSession session = (DataSession) event.getDetails();
        assertThat(session.getGatewayAddress()).isEqualTo("10.99.0.1");
        assertThat(session.getChargingId()).isEqualTo(4_294_967_294L);
        assertThat(session.getAccessPointName()).isEqualTo("ims");
        assertThat(session.getRadioTechnology()).isEqualTo(RadioTechnology.E_UTRAN);
        assertThat(session.getUplinkOctets()).isEqualTo(257);
        assertThat(session.getDownlinkOctets()).isEqualTo(4_294_967_297L);
        assertThat(session.getTotalOctets()).isEqualTo(4_294_967_554L);
        UsageContainer first = session.getContainers().get(0);
        assertThat(first.getQci()).isEqualTo(5);
        assertThat(first.getChangeConditions()).containsExactly(2);
        assertThat(first.getReportTime()).isEqualTo(TIME.plusSeconds(10));
        assertThat(session.getContainers()).hasSize(2);
    }

    @Test
    void octetsThatARecordTellsByServiceAndByBearerAreCountedOnce() {
        byte[] traffic = Ber.constructed(12, volume("64", "64"));
        DataSession both =
                session(pgw(OPENING, traffic, Ber.constructed(34, service("01", "02"), service("03", "04"))));
        assertThat(both.getContainers())
                .extracting(UsageContainer::getUplinkOctets)
                .containsExactly(1L, 3L);
        assertThat(both.getUplinkOctets()).isEqualTo(4);
        assertThat(both.getDownlinkOctets()).isEqualTo(6);

        byte[] timeOnly = sequence(Ber.primitive(1, "01"), Ber.primitive(7, "3C"));
        DataSession byTime = session(pgw(OPENING, traffic, Ber.constructed(34, timeOnly)));
        assertThat(byTime.getUplinkOctets()).isEqualTo(100);
        assertThat(byTime.getContainers())
                .extracting(UsageContainer::getTimeUsageMs)
                .containsExactly(60_000L, null);
    }

    @Test
    void aRecordThatIsClosedForAnythingButTheEndOfTheSessionIsAnIncrement() {
        for (int cause : new int[] {1, 16, 17, 18, 22, 27, 59, 99}) {
            NetworkEvent event = event(
                    pgw(OPENING, TEN_SECONDS, Ber.primitive(15, String.format("%02x", cause)), stop(MINUTE_LATER)));
            assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.CAUSE_FOR_REC_CLOSING, cause, cause));
            assertThat(((DataSession) event.getDetails()).getPartial()).isTrue();
            assertThat(event.getEventTime()).isEqualTo(TIME.plusSeconds(10));
        }
        for (int cause : new int[] {0, 4, 5, 52, 54, 58}) {
            NetworkEvent event = event(
                    pgw(OPENING, TEN_SECONDS, Ber.primitive(15, String.format("%02x", cause)), stop(MINUTE_LATER)));
            assertThat(event.getOutcome()).isEqualTo(cause == 4 ? Outcome.DROPPED : Outcome.SUCCESS);
            assertThat(((DataSession) event.getDetails()).getPartial()).isFalse();
            assertThat(event.getEventTime()).isEqualTo(TIME.plusSeconds(60));
        }
    }

    private static byte[] stop(String time) {
        return Ber.primitive(39, time);
    }

    @Test
    void theEventTimeIsNeverBeforeTheOpening() {
        assertThat(event(pgw(Ber.primitive(13, MINUTE_LATER), NORMAL_RELEASE, stop(Cdrs.TIME)))
                        .getEventTime())
                .isEqualTo(TIME.plusSeconds(60));
    }

    @Test
    void withoutDurationTheLastReportSaysWhenARecordWasComplete() {
        assertThat(event(pgw(OPENING, Ber.constructed(12, volume("01", "01")))).getEventTime())
                .isEqualTo(TIME.plusSeconds(10));
        assertThat(event(pgw(Ber.constructed(12, volume("01", "01")))).getEventTime())
                .isEqualTo(TIME.plusSeconds(10));
        assertThat(event(pgw(Ber.primitive(38, Cdrs.TIME))).getEventTime()).isEqualTo(TIME);
        assertReject(pgw(NORMAL_RELEASE), RejectReason.MISSING_FIELD, "recordOpeningTime");
    }

    @Test
    void aRecordOfATimeAloneIsAnEvent() {
        NetworkEvent event = event(pgw(OPENING));

        assertThat(event.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(event.getSubscriber()).isNull();
        assertThat(event.getLocation()).isNull();
        assertThat(event.getCause()).isNull();
        DataSession session = (DataSession) event.getDetails();
        assertThat(session.getContainers()).isEmpty();
        assertThat(session.getChargingId()).isNull();
        assertThat(session.getRadioTechnology()).isEqualTo(RadioTechnology.UNKNOWN);
    }

    @Test
    void addressesOfGatewaysAreReadInEveryForm() {
        assertThat(gateway(V6)).isEqualTo("2001:db8::1");
        assertThat(gateway(Ber.primitive(1, "20010DB8000000010000000000000000")))
                .isEqualTo("2001:db8:0:1::");
        assertThat(gateway(Ber.primitive(1, "00000000000000000000000000000000")))
                .isEqualTo("::");
        assertThat(gateway(Ber.primitive(1, "20010DB8000100010001000100000001")))
                .isEqualTo("2001:db8:1:1:1:1:0:1");
        assertThat(gateway(Ber.primitive(2, "31302E302E302E31"))).isEqualTo("10.0.0.1");
        assertThat(gateway(Ber.primitive(3, "323030313A6462383A3A31"))).isEqualTo("2001:db8::1");
        assertThat(gateway(Ber.constructed(
                        4,
                        Ber.concat(Ber.hex("0410"), Ber.hex("20010DB8000000000000000000000001"), Ber.hex("020140")))))
                .isEqualTo("2001:db8::1");
        assertThat(gateway(Ber.primitive(9, "00"))).isNull();
        assertThat(session(pgw(OPENING, Ber.constructed(50, V6))).getGatewayAddress())
                .isEqualTo("2001:db8::1");
        assertReject(
                pgw(OPENING, Ber.constructed(4, Ber.primitive(0, "0A63"))), RejectReason.BAD_LENGTH, "p-GWAddress");
        assertReject(sgw(OPENING, Ber.primitive(4, "0A630001")), RejectReason.WRONG_FORM, "s-GWAddress");
    }

    private static @Nullable String gateway(byte[] address) {
        return session(pgw(OPENING, Ber.constructed(4, address))).getGatewayAddress();
    }

    @Test
    void theAddressOfTheSubscriberDoesNotLeave() {
        byte[] record = pgw(
                OPENING,
                Ber.constructed(9, Ber.constructed(0, Ber.primitive(0, "0A2D0002"))),
                Ber.constructed(36, Ber.primitive(1, "0A2D0002")),
                Ber.constructed(45, Ber.constructed(0, V6)),
                Ber.primitive(250, "C0FFEE"));
        NetworkEvent event = event(
                record,
                new SourceSettings(
                        TestRules.SOURCE, SourceSettings.NO_PLMN, UserLocationForm.AUTOMATIC, KeptElements.ALL));

        assertThat(event.getUnknownElements()).containsOnly(entry("[250]", "c0ffee"));
        assertThat(event.toString()).doesNotContain("0a2d0002", "10.45.0.2", "2001:db8");
    }

    @Test
    void unknownElementsInTheMiddleOfRecordsAndContainersArePassedOver() {
        DataSession session = session(pgw(
                Ber.constructed(201, Ber.primitive(1, "AB")),
                OPENING,
                Ber.primitive(258, "01"),
                Ber.constructed(34, service("01", "02", Ber.constructed(200, Ber.primitive(0, "01")))),
                Ber.indefinite(230, Ber.primitive(0, "01"))));

        assertThat(session.getTotalOctets()).isEqualTo(3);
    }

    @Test
    void aContainerHasALocationOnlyWhereThatChanged() {
        byte[] opened = Ber.primitive(32, "1802F802000102F80200000101");
        byte[] same = Ber.primitive(8, "1802F802000102F80200000101");
        byte[] other = Ber.primitive(8, "1802F802000102F80200000102");
        NetworkEvent event = event(sgw(
                OPENING,
                opened,
                Ber.constructed(12, volume("01", "01", same), volume("01", "01", other), volume("01", "01", other))));

        Location second = new Location(RadioTechnology.E_UTRAN, "208-20", 1, 258L, "208-20-1-258");
        assertThat(event.getLocation())
                .isEqualTo(new Location(RadioTechnology.E_UTRAN, "208-20", 1, 257L, "208-20-1-257"));
        assertThat(((DataSession) event.getDetails()).getContainers())
                .extracting(UsageContainer::getLocation)
                .containsExactly(null, second, null);
    }

    @Test
    void theRadioAccessOfAContainerIsItsOwnElseThatOfTheRecord() {
        byte[] location = Ber.primitive(20, "1802F802000102F80200000101");
        DataSession session = session(pgw(
                OPENING,
                Ber.primitive(30, "08"),
                Ber.constructed(
                        34, service("01", "01", location), service("01", "01", location, Ber.primitive(30, "09")))));

        assertThat(session.getContainers())
                .extracting(container -> container.getLocation().getRadioTechnology())
                .containsExactly(RadioTechnology.NB_IOT, RadioTechnology.LTE_M);
    }

    @Test
    void theFormOfTheSourceDecidesWhatALocationIs() {
        byte[] record = pgw(OPENING, Ber.primitive(32, "0102F8020001ABCD"));
        SourceSettings gtpv1 =
                new SourceSettings(TestRules.SOURCE, SourceSettings.NO_PLMN, UserLocationForm.GTPV1, KeptElements.NONE);

        assertThat(event(record, gtpv1).getLocation().getRadioTechnology()).isEqualTo(RadioTechnology.UTRAN);
        assertThat(event(record).getLocation().getRadioTechnology()).isEqualTo(RadioTechnology.GERAN);
    }

    @Test
    void theBitsOfAServiceConditionChangeAreItsConditions() {
        assertThat(conditions("0780")).isEqualTo(List.of(0));
        assertThat(conditions("058820")).isEqualTo(List.of(0, 4, 10));
        assertThat(conditions("00")).isEmpty();
        assertReject(record("0900"), RejectReason.BAD_VALUE, "serviceConditionChange");
        assertReject(record("01"), RejectReason.BAD_VALUE, "serviceConditionChange");
    }

    private static List<Integer> conditions(String bits) {
        return session(record(bits)).getContainers().get(0).getChangeConditions();
    }

    private static byte[] record(String bits) {
        return pgw(OPENING, Ber.constructed(34, service("01", "01", Ber.primitive(8, bits))));
    }

    @Test
    void volumesOverASecondaryRadioAccessAreSummed() {
        byte[] reports = Ber.constructed(
                73,
                sequence(Ber.primitive(1, "0A"), Ber.primitive(2, "14")),
                sequence(Ber.primitive(1, "01"), Ber.primitive(2, "0100000000"), Ber.primitive(5, "00")));
        DataSession session = session(pgw(OPENING, reports));

        assertThat(session.getSecondaryRatUplinkOctets()).isEqualTo(11);
        assertThat(session.getSecondaryRatDownlinkOctets()).isEqualTo(4_294_967_316L);
        assertThat(session.getTotalOctets()).isZero();
        assertThat(session(pgw(OPENING)).getSecondaryRatUplinkOctets()).isNull();
    }

    @Test
    void theTypeOfThePacketNetworkIsReadInBothForms() {
        assertThat(session(pgw(OPENING, Ber.primitive(8, "F157"))).getPdnType()).isEqualTo("IPv6");
        assertThat(session(pgw(OPENING, Ber.primitive(8, "F18D"))).getPdnType()).isEqualTo("IPv4v6");
        assertThat(session(pgw(OPENING, Ber.primitive(8, "0001"))).getPdnType()).isEqualTo("IPv4");
        assertThat(session(pgw(OPENING, Ber.primitive(8, "F001"))).getPdnType()).isNull();
    }

    @Test
    void aNumberOfFourOctetsWithoutASignIsTakenAsItIsMeant() {
        DataSession session = session(pgw(OPENING, Ber.primitive(5, "FFFFFFFE"), Ber.primitive(20, "80000001")));

        assertThat(session.getChargingId()).isEqualTo(4_294_967_294L);
        assertThat(session.getLocalSequenceNumber()).isEqualTo(2_147_483_649L);
        assertReject(pgw(OPENING, Ber.primitive(5, "FF")), RejectReason.BAD_VALUE, "chargingID");
    }

    @Test
    void diagnosticsAreTheCause() {
        byte[] diagnostics = Ber.constructed(16, Ber.primitive(0, "24"));

        assertThat(event(pgw(OPENING, Ber.primitive(15, "04"), diagnostics)).getCause())
                .isEqualTo(new Cause(CauseScheme.SM_CAUSE, 36, 36));
    }

    @Test
    void aRecordOfAServingSupportNodeNamesItsCellByAreaAndIdentifier() {
        NetworkEvent event = event(Ber.constructed(
                20,
                Ber.primitive(0, "12"),
                Ber.primitive(3, Cdrs.IMSI),
                Ber.primitive(8, "1234"),
                Ber.primitive(9, "5678"),
                Ber.primitive(10, "07"),
                Ber.constructed(11, Ber.primitive(0, "0A630001")),
                Ber.constructed(15, volume("05", "06")),
                Ber.primitive(16, Cdrs.TIME),
                Ber.primitive(17, "0A"),
                Ber.primitive(19, "12"),
                Ber.primitive(24, "2A"),
                Ber.primitive(29, "02"),
                Ber.primitive(38, "02F802")));

        assertThat(event.getRecordType()).isEqualTo(RecordType.SGSN);
        assertThat(event.getLocation())
                .isEqualTo(new Location(RadioTechnology.GERAN, "208-20", 0x1234, 0x5678L, "208-20-4660-22136"));
        assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
        DataSession session = (DataSession) event.getDetails();
        assertThat(session.getTotalOctets()).isEqualTo(11);
        assertThat(session.getLocalSequenceNumber()).isEqualTo(42);
        assertThat(session.getServingPlmn()).isEqualTo("208-20");
    }

    @Test
    void aRecordOfAGatewaySupportNodeIsRead() {
        NetworkEvent event = event(Ber.constructed(
                21, Ber.primitive(0, "13"), Ber.constructed(4, Ber.primitive(0, "0A630001")), OPENING, NORMAL_RELEASE));

        assertThat(event.getRecordType()).isEqualTo(RecordType.GGSN);
        assertThat(((DataSession) event.getDetails()).getGatewayAddress()).isEqualTo("10.99.0.1");
    }

    @Test
    void aRecordOfTheOtherDomainThatHasTheSameOuterTagIsTold() {
        // mSCsRVCCRecord, recordType 87, and sgsnPDPRecord, 18, both have the outer tag 20.
        assertReject(
                Ber.constructed(20, Ber.primitive(0, "57"), Ber.primitive(9, "01020304050607")),
                RejectReason.RECORD_TYPE_MISMATCH,
                "recordType");
    }

    @Test
    void whatIsMalformedIsRefusedByItsField() {
        assertReject(pgw(Ber.primitive(13, "2611201646")), RejectReason.BAD_LENGTH, "recordOpeningTime");
        assertReject(pgw(Ber.primitive(13, "2613201646152B0100")), RejectReason.BAD_VALUE, "recordOpeningTime");
        assertReject(pgw(OPENING, Ber.primitive(14, "FF")), RejectReason.BAD_VALUE, "duration");
        assertReject(pgw(OPENING, Ber.primitive(30, "0100")), RejectReason.BAD_VALUE, "rATType");
        assertReject(pgw(OPENING, Ber.primitive(27, "02A802")), RejectReason.BAD_VALUE, "servingNodePLMNIdentifier");
        assertReject(
                pgw(OPENING, Ber.primitive(32, "1802F8020001")), RejectReason.BAD_LENGTH, "userLocationInformation");
        assertReject(pgw(OPENING, Ber.primitive(34, "00")), RejectReason.WRONG_FORM, "listOfServiceData");
        assertReject(
                pgw(OPENING, Ber.constructed(34, Ber.primitive(0, "00"))),
                RejectReason.WRONG_FORM,
                "ChangeOfServiceCondition");
        assertReject(
                pgw(OPENING, Ber.constructed(34, service("FF", "01"))), RejectReason.BAD_VALUE, "dataVolumeUplink");
        assertReject(
                pgw(OPENING, Ber.constructed(34, service("01", "7FFFFFFFFFFFFFFF"))),
                RejectReason.BAD_VALUE,
                "dataVolumeDownlink");
        assertReject(
                Ber.constructed(79, Ber.primitive(0, "54"), OPENING), RejectReason.RECORD_TYPE_MISMATCH, "recordType");
    }

    @Test
    void aRecordOfMoreContainersThanAnyoneWritesIsRefused() {
        byte[][] containers = new byte[1001][];
        Arrays.fill(containers, service("01", "01"));

        assertReject(pgw(OPENING, Ber.constructed(34, containers)), RejectReason.BAD_LENGTH, null);
    }
}
