package io.luxqoe.decoder.cs;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.cdr.Plmns;
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
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Fields that the samples lack, and what is wrong with them. */
class CsDecoderTest {
    private static final Instant TIME = Instant.parse("2026-11-20T15:46:15Z");
    private static final String EARLIER = "2611201646052B0100";
    private static final byte[] RELEASE = Ber.primitive(24, Cdrs.TIME);

    private static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(record);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    private static VoiceCall call(byte[]... elements) {
        return (VoiceCall) event(Cdrs.moCall(elements)).getDetails();
    }

    private static Reject reject(byte[] record) {
        CollectingSink sink = TestRules.decode(record);
        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).hasSize(1);
        return sink.rejects.get(0);
    }

    @Test
    void theLocationHasTheKeyOfItsCell() {
        byte[] location =
                Ber.constructed(12, Ber.primitive(0, "1234"), Ber.primitive(1, "5678"), Ber.primitive(2, "02F802"));

        assertThat(event(Cdrs.moCall(RELEASE, location, Ber.primitive(61, "02")))
                        .getLocation())
                .isEqualTo(new Location(RadioTechnology.GERAN, "208-20", 0x1234, 0x5678L, "208-20-4660-22136"));
        assertThat(event(Cdrs.moCall(RELEASE, location, Ber.primitive(61, "01")))
                        .getLocation())
                .extracting(Location::getRadioTechnology)
                .isEqualTo(RadioTechnology.UTRAN);
        byte[] threeDigits =
                Ber.constructed(12, Ber.primitive(0, "0001"), Ber.primitive(1, "0002"), Ber.primitive(2, "130014"));
        assertThat(event(Cdrs.moCall(RELEASE, threeDigits)).getLocation())
                .extracting(Location::getCellKey)
                .isEqualTo("310-410-1-2");
    }

    @Test
    void aLocationWithoutNetworkLiesInTheOneThatTheSourceServes() {
        byte[] record = Cdrs.moCall(RELEASE, Ber.constructed(12, Ber.primitive(0, "1234"), Ber.primitive(1, "5678")));
        CollectingSink sink = new CollectingSink();
        TestRules.circuitSwitched()
                .decode(
                        new RawInput(
                                new SourceSettings(
                                        "msc-1", Plmns.parse("208-20"), UserLocationForm.AUTOMATIC, KeptElements.NONE),
                                record,
                                RawInput.NO_TIME),
                        sink);

        assertThat(sink.events.get(0).getLocation())
                .extracting(Location::getCellKey)
                .isEqualTo("208-20-4660-22136");
        assertThat(event(record).getLocation())
                .isEqualTo(new Location(RadioTechnology.UNKNOWN, "", 0x1234, 0x5678L, "unknown"));
    }

    @Test
    void theEventTimeIsTheReleaseElseTheBeginPlusTheDuration() {
        byte[] duration = Ber.primitive(25, "0A");
        assertThat(event(Cdrs.moCall(RELEASE, Ber.primitive(22, EARLIER), duration))
                        .getEventTime())
                .isEqualTo(TIME);
        assertThat(event(Cdrs.moCall(Ber.primitive(22, EARLIER), duration)).getEventTime())
                .isEqualTo(TIME);
        assertThat(event(Cdrs.moCall(Ber.primitive(23, EARLIER), duration)).getEventTime())
                .isEqualTo(TIME);
        assertThat(event(Cdrs.moCall(Ber.primitive(22, EARLIER))).getEventTime())
                .isEqualTo(TIME.minusSeconds(10));
    }

    @Test
    void aRecordThatSaysNoTimeIsRefusedForIt() {
        assertThat(reject(Cdrs.moCall(Ber.primitive(1, Cdrs.IMSI))).field()).isEqualTo("releaseTime");
        assertThat(reject(Cdrs.moSms(Ber.primitive(1, Cdrs.IMSI))).field()).isEqualTo("originationTime");
        assertThat(reject(Cdrs.mtSms(Ber.primitive(2, Cdrs.IMSI))).field()).isEqualTo("deliveryTime");
        assertThat(reject(Cdrs.mtSms(Ber.primitive(2, Cdrs.IMSI))).reason()).isEqualTo(RejectReason.MISSING_FIELD);
    }

    @Test
    void theHoldingTimeIsSeizureToReleaseElseTheDuration() {
        assertThat(call(RELEASE, Ber.primitive(22, EARLIER), Ber.primitive(25, "05"))
                        .getHoldingTimeMs())
                .isEqualTo(10_000);
        assertThat(call(RELEASE, Ber.primitive(25, "05")).getHoldingTimeMs()).isEqualTo(5_000);
        assertThat(call(RELEASE).getHoldingTimeMs()).isNull();
        byte[] afterRelease = Ber.primitive(22, "2611201646252B0100");
        assertThat(call(RELEASE, afterRelease, Ber.primitive(25, "05")).getHoldingTimeMs())
                .isEqualTo(5_000);
    }

    @Test
    void theOutcomeFollowsFromAnswerAndCauseForTermination() {
        byte[] answer = Ber.primitive(23, EARLIER);
        assertThat(event(Cdrs.moCall(RELEASE, answer)).getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event(Cdrs.moCall(RELEASE, answer, Ber.primitive(30, "04"))).getOutcome())
                .isEqualTo(Outcome.DROPPED);
        assertThat(event(Cdrs.moCall(RELEASE, Ber.primitive(30, "04"))).getOutcome())
                .isEqualTo(Outcome.FAILURE);
        assertThat(event(Cdrs.moCall(RELEASE, Ber.primitive(30, "03"))).getOutcome())
                .isEqualTo(Outcome.FAILURE);
        for (String partial : new String[] {"01", "02"}) {
            NetworkEvent event = event(Cdrs.moCall(
                    RELEASE, answer, Ber.primitive(30, partial), Ber.primitive(33, "02"), Ber.primitive(69, "01")));
            VoiceCall call = (VoiceCall) event.getDetails();
            assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(call.getPartial()).isTrue();
            assertThat(call.getSequenceNumber()).isEqualTo(2);
            assertThat(call.getPartialRecordType()).isEqualTo(1);
        }
    }

    @Test
    void theCauseLosesTheExtensionBitAndKeepsItsEncodedValue() {
        assertThat(cause("800110")).isEqualTo(new Cause(CauseScheme.Q850, 16, 16));
        assertThat(cause("80020090")).isEqualTo(new Cause(CauseScheme.Q850, 16, 144));
        assertThat(cause("800190")).isEqualTo(new Cause(CauseScheme.Q850, 16, -112));
        assertThat(cause("800200E6")).isEqualTo(new Cause(CauseScheme.Q850, 102, 230));
        assertThat(cause("8101 22")).isEqualTo(new Cause(CauseScheme.MAP_ERROR, 34, 34));
        assertThat(cause("8201 11")).isEqualTo(new Cause(CauseScheme.Q850, 17, 17));
        assertThat(cause("8202 0091")).isEqualTo(new Cause(CauseScheme.Q850, 17, 145));
        assertThat(cause("8201 91")).isEqualTo(new Cause(CauseScheme.Q850, 17, -111));
        assertThat(cause("8702 1389")).isEqualTo(new Cause(CauseScheme.DIAMETER_RESULT, 5001, 5001));
        assertThat(cause("A403 06012A")).isNull();
        assertThat(cause("8A01 01")).isNull();
        assertThat(cause("")).isNull();
    }

    private static Cause cause(String diagnostics) {
        return event(Cdrs.moCall(RELEASE, Ber.constructed(31, Ber.hex(diagnostics))))
                .getCause();
    }

    @Test
    void anEmergencyCallToAPersonsNumberKeepsNoDigits() {
        VoiceCall call =
                call(RELEASE, Ber.constructed(14, Ber.primitive(3, "12")), Ber.primitive(5, "81607853103254F6"));

        assertThat(call.getEmergency()).isTrue();
        assertThat(call.getCalled().getNumberClass()).isEqualTo(NumberClass.EMERGENCY);
        assertThat(call.getCalled().getDigits()).isNull();
        assertThat(call.getCalled().getPseudonym()).isNotNull();
    }

    @Test
    void anEmergencyCallIsOneByItsServiceOrByItsNumber() {
        byte[] emergencyService = Ber.constructed(14, Ber.primitive(3, "12"));
        VoiceCall withoutNumber = call(RELEASE, emergencyService);
        assertThat(withoutNumber.getEmergency()).isTrue();
        assertThat(withoutNumber.getTeleservice()).isEqualTo(0x12);
        assertThat(withoutNumber.getCalled().getNumberClass()).isEqualTo(NumberClass.EMERGENCY);

        VoiceCall byNumber = call(RELEASE, Ber.primitive(5, "8151"));
        assertThat(byNumber.getEmergency()).isTrue();
        assertThat(byNumber.getCalled().getDigits()).isEqualTo("15");

        NetworkEvent terminating = event(Cdrs.mtCall(
                Ber.primitive(21, Cdrs.TIME),
                Ber.primitive(3, "913316325476F8"),
                Ber.constructed(11, Ber.primitive(3, "12"))));
        assertThat(((VoiceCall) terminating.getDetails()).getEmergency()).isTrue();
        assertThat(((VoiceCall) terminating.getDetails()).getCalled().getDigits())
                .isNull();
    }

    @Test
    void trunksMayHaveNamesAndServicesMayBeBearers() {
        VoiceCall call = call(
                RELEASE,
                Ber.constructed(10, Ber.primitive(1, "4C594F4E2D31")),
                Ber.constructed(11, Ber.primitive(0, "00C8")),
                Ber.constructed(14, Ber.primitive(2, "1A")),
                Ber.primitive(6, "913316325476F8"),
                Ber.primitive(7, "913316325476F8"),
                Ber.primitive(38, "0102030405"),
                Ber.primitive(39, "913366090909F9"));

        assertThat(call.getIncomingTrunkGroup()).isEqualTo("LYON-1");
        assertThat(call.getOutgoingTrunkGroup()).isEqualTo("200");
        assertThat(call.getBearerService()).isEqualTo(0x1A);
        assertThat(call.getTeleservice()).isNull();
        assertThat(call.getNetworkCallReference()).isEqualTo("0102030405");
        assertThat(call.getMscAddress()).isEqualTo("33669090909");
        assertThat(call.getTranslated().getNumberClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(call.getConnected()).isEqualTo(call.getTranslated());
    }

    @Test
    void aTerminatingMessageHasItsOwnTags() {
        NetworkEvent event = event(Cdrs.mtSms(
                Ber.primitive(1, "913366090909F9"),
                Ber.primitive(2, Cdrs.IMSI),
                Ber.primitive(3, "5341230156789012"),
                Ber.primitive(4, "913316325476F8"),
                Ber.primitive(6, "913366090909F8"),
                Ber.constructed(7, Ber.primitive(0, "0001"), Ber.primitive(1, "0002"), Ber.primitive(2, "02F802")),
                Ber.primitive(8, Cdrs.TIME),
                Ber.primitive(11, "02")));
        ShortMessage message = (ShortMessage) event.getDetails();

        assertThat(event.getRecordType()).isEqualTo(RecordType.MT_SMS);
        assertThat(event.getEventTime()).isEqualTo(TIME);
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.getCause()).isNull();
        assertThat(event.getSubscriber()).isEqualTo(GoldenCheck.pseudonym("imsi:208201234567890"));
        assertThat(event.getMsisdn()).isEqualTo(GoldenCheck.pseudonym("msisdn:33612345678"));
        assertThat(event.getDeviceTac()).isEqualTo("35143210");
        assertThat(event.getLocation().getCellKey()).isEqualTo("208-20-1-2");
        assertThat(event.getLocation().getRadioTechnology()).isEqualTo(RadioTechnology.GERAN);
        assertThat(message.getDirection()).isEqualTo(CallDirection.TERMINATING);
        assertThat(message.getServiceCentre()).isEqualTo("33669090909");
        assertThat(message.getRecordingEntity()).isEqualTo("33669090908");
    }

    @Test
    void withoutAnImsiTheSubscriberIsTheNumber() {
        NetworkEvent event = event(Cdrs.moCall(RELEASE, Ber.primitive(3, "913316325476F8")));
        assertThat(event.getSubscriber())
                .isEqualTo(event.getMsisdn())
                .isEqualTo(GoldenCheck.pseudonym("msisdn:33612345678"));
        assertThat(event.getHomePlmn()).isNull();

        NetworkEvent nobody = event(Cdrs.moCall(RELEASE, Ber.primitive(1, "FFFFFFFFFFFFFFFF"), Ber.primitive(2, "")));
        assertThat(nobody.getSubscriber()).isNull();
        assertThat(nobody.getDeviceTac()).isNull();
    }

    @Test
    void elementsThatNobodyKnowsAreSkippedWhereverTheyStand() {
        byte[] record = Ber.constructed(
                0,
                Ber.constructed(250, Ber.primitive(0, "FF"), Ber.primitive(201, Cdrs.TIME)),
                RELEASE,
                Ber.hex("0401 00"),
                Ber.primitive(0, "00"),
                Ber.hex("5F6E 02 0102"));

        assertThat(event(record).getEventTime()).isEqualTo(TIME);
    }

    @Test
    void aFieldOfTheWrongFormOrLengthIsNamed() {
        assertReject(
                Cdrs.moCall(RELEASE, Ber.constructed(1, Ber.primitive(0, "00"))),
                RejectReason.WRONG_FORM,
                "servedIMSI");
        assertReject(Cdrs.moCall(RELEASE, Ber.primitive(12, "00")), RejectReason.WRONG_FORM, "location");
        assertReject(Cdrs.moCall(Ber.primitive(24, "26112016")), RejectReason.BAD_LENGTH, "releaseTime");
        assertReject(
                Cdrs.moCall(RELEASE, Ber.primitive(32, "00".repeat(65))), RejectReason.BAD_LENGTH, "callReference");
        assertReject(Cdrs.moCall(RELEASE, Ber.primitive(1, "A228103254769800")), RejectReason.BAD_VALUE, "servedIMSI");
        assertReject(Cdrs.moCall(RELEASE, Ber.primitive(1, "0228")), RejectReason.BAD_VALUE, "servedIMSI");
        assertReject(Cdrs.moCall(RELEASE, Ber.primitive(2, "5AAA")), RejectReason.BAD_VALUE, "servedIMEI");
        assertReject(Cdrs.moCall(RELEASE, Ber.primitive(25, "FF")), RejectReason.BAD_VALUE, "callDuration");
        assertReject(
                Cdrs.moCall(RELEASE, Ber.primitive(25, "7FFFFFFFFFFFFFFF")), RejectReason.BAD_VALUE, "callDuration");
        assertReject(
                Cdrs.moCall(RELEASE, Ber.constructed(14, Ber.primitive(3, "1112"))),
                RejectReason.BAD_LENGTH,
                "basicService");
        assertReject(
                Cdrs.moCall(RELEASE, Ber.constructed(12, Ber.primitive(0, "00"), Ber.primitive(1, "0000"))),
                RejectReason.BAD_LENGTH,
                "location.locationAreaCode");
        assertReject(
                Cdrs.moCall(
                        RELEASE,
                        Ber.constructed(
                                12, Ber.primitive(0, "0000"), Ber.primitive(1, "0000"), Ber.primitive(2, "FFF802"))),
                RejectReason.BAD_VALUE,
                "location.mCC-MNC");
        assertReject(
                Ber.constructed(0, Ber.primitive(0, "01"), RELEASE), RejectReason.RECORD_TYPE_MISMATCH, "recordType");
    }

    private static void assertReject(byte[] record, RejectReason reason, String field) {
        Reject reject = reject(record);
        assertThat(reject.field()).isEqualTo(field);
        assertThat(reject.reason()).as(field).isEqualTo(reason);
        assertThat(reject.length()).isEqualTo(record.length);
        assertThat(reject.message()).startsWith(field + ": ");
    }
}
