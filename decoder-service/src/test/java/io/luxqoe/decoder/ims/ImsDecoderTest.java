package io.luxqoe.decoder.ims;

import static io.luxqoe.decoder.samples.ImsCdrs.call;
import static io.luxqoe.decoder.samples.ImsCdrs.called;
import static io.luxqoe.decoder.samples.ImsCdrs.calling;
import static io.luxqoe.decoder.samples.ImsCdrs.delivered;
import static io.luxqoe.decoder.samples.ImsCdrs.event;
import static io.luxqoe.decoder.samples.ImsCdrs.invite;
import static io.luxqoe.decoder.samples.ImsCdrs.reasons;
import static io.luxqoe.decoder.samples.ImsCdrs.record;
import static io.luxqoe.decoder.samples.ImsCdrs.reject;
import static io.luxqoe.decoder.samples.ImsCdrs.requested;
import static io.luxqoe.decoder.samples.ImsCdrs.typed;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.ImsCdrs;
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
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceBearer;
import io.luxqoe.schemas.VoiceCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The records of IMS: who called whom, when to the millisecond, from where, and how it ended. */
class ImsDecoderTest {
    private static final String CALLER = "sip:+33612345678@ims.mnc020.mcc208.3gppnetwork.org;user=phone";
    private static final String CALLEE = "sip:+33698877665@ims.mnc020.mcc208.3gppnetwork.org;user=phone";

    private static byte[] volteCall(int tag, byte[]... more) {
        return record(
                tag,
                Ber.text(2, "INVITE"),
                Ber.primitive(3, "00"),
                Ber.constructed(4, Ber.text(1, "scscf1.ims.example.org")),
                Ber.text(5, "f81d4fae-7dec@10.7.8.9"),
                calling(CALLER, "tel:+33612345678"),
                called(CALLEE),
                Ber.text(8, "208201234567890@ims.mnc020.mcc208.3gppnetwork.org"),
                requested(),
                delivered(),
                Ber.primitive(12, ImsCdrs.ANSWER),
                Ber.primitive(13, ImsCdrs.END),
                Ber.constructed(14, Ber.universal(0x30, Ber.text(0, "a.example"), Ber.text(1, "b.example"))),
                Ber.primitive(15, "00FFFFFFFF"),
                Ber.primitive(17, "00"),
                Ber.primitive(19, "31323334"),
                Ber.constructed(21, Ber.universal(0x30, Ber.primitive(0, ImsCdrs.REQUEST))),
                Ber.text(23, "200"),
                Ber.text(29, "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082012340ABCDEF"),
                Ber.constructed(31, typed(1, "208201234567890"), typed(0, "33612345678")),
                Ber.primitive(37, "007B"),
                Ber.primitive(38, "0100"),
                Ber.primitive(39, "03E7"),
                reasons("Q.850;cause=16;text=\"Terminated\""),
                Ber.concat(more));
    }

    private static void assertNoIdentity(NetworkEvent event) {
        assertThat(event.toString())
                .doesNotContain("612345678")
                .doesNotContain("698877665")
                .doesNotContain("1234567890")
                .doesNotContain("10.7.8.9")
                .doesNotContain("alice")
                .doesNotContain("sip:")
                .doesNotContain("3gppnetwork");
    }

    static String pseudonym(String kindAndValue) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestRules.secret(), "HmacSHA256"));
            byte[] code = mac.doFinal(kindAndValue.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anOriginatingVolteCallIsToldToTheMillisecond() {
        NetworkEvent event =
                event(volteCall(63, Ber.constructed(58, Ber.primitive(0, "00"), Ber.primitive(1, "5341230156789012"))));
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(event.getService()).isEqualTo(ServiceType.VOICE);
        assertThat(event.getRecordType()).isEqualTo(RecordType.S_CSCF);
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.getEventTime()).isEqualTo(Instant.parse("2026-11-20T15:46:15.999Z"));
        assertThat(event.getSubscriber()).isEqualTo(pseudonym("imsi:208201234567890"));
        assertThat(event.getMsisdn()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertThat(event.getPseudonymKeyId()).isEqualTo(TestRules.KEY_ID);
        assertThat(event.getHomePlmn()).isEqualTo("208-20");
        assertThat(event.getDeviceTac()).isEqualTo("35143210");
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.Q850, 16, 16));
        assertThat(event.getLocation())
                .isEqualTo(new Location(RadioTechnology.E_UTRAN, "208-20", 0x1234, 0x0ABCDEFL, "208-20-4660-11259375"));
        assertThat(call.getDirection()).isEqualTo(CallDirection.ORIGINATING);
        assertThat(call.getBearer()).isEqualTo(VoiceBearer.IMS);
        assertThat(call.getEmergency()).isFalse();
        assertThat(call.getSetupTime()).isEqualTo(Instant.parse("2026-11-20T15:46:00.123Z"));
        assertThat(call.getAnswerTime()).isEqualTo(Instant.parse("2026-11-20T15:46:10.256Z"));
        assertThat(call.getReleaseTime()).isEqualTo(Instant.parse("2026-11-20T15:46:15.999Z"));
        assertThat(call.getCallDurationMs()).isEqualTo(5_743);
        assertThat(call.getHoldingTimeMs()).isEqualTo(15_876);
        assertThat(call.getSipStatus()).isEqualTo(200);
        assertThat(call.getCauseForTerm()).isZero();
        assertThat(call.getImsChargingId()).isEqualTo("31323334");
        assertThat(call.getLocalSequenceNumber()).isEqualTo(4_294_967_295L);
        assertThat(call.getCalling().getNumberClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(call.getCalling().getPseudonym()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertThat(call.getCalled().getPseudonym()).isEqualTo(pseudonym("msisdn:33698877665"));
        assertThat(call.getCalled().getDigits()).isNull();
        assertNoIdentity(event);
    }

    @Test
    void everyNodeWritesARecordOfItsOwnType() {
        assertThat(event(volteCall(64)).getRecordType()).isEqualTo(RecordType.P_CSCF);
        assertThat(event(volteCall(65)).getRecordType()).isEqualTo(RecordType.I_CSCF);
        assertThat(event(volteCall(67)).getRecordType()).isEqualTo(RecordType.MGCF);
        assertThat(event(volteCall(69)).getRecordType()).isEqualTo(RecordType.AS);
        assertThat(event(volteCall(70)).getRecordType()).isEqualTo(RecordType.E_CSCF);
        for (int tag : new int[] {64, 65, 67, 69, 70}) {
            assertNoIdentity(event(volteCall(tag)));
        }
    }

    @Test
    void anyTopicOfCdrsReadsThemInAnyFraming() {
        for (String format : new String[] {"cs-cdr", "ps-cdr", "ims-cdr", "huawei-cs-cdr"}) {
            CollectingSink file = TestRules.decode(
                    TestRules.decoder(format), Cdrs.extendedFile(volteCall(63), volteCall(64), Cdrs.call(1)));
            assertThat(file.rejects).isEmpty();
            assertThat(file.events).hasSize(3);
        }
    }

    @Test
    void theServedUserOfATerminatingCallIsTheCalledParty() {
        NetworkEvent event = event(record(
                63,
                Ber.text(2, "invite"),
                Ber.primitive(3, "01"),
                requested(),
                calling(CALLER),
                called(CALLEE),
                Ber.text(23, "486")));

        assertThat(((VoiceCall) event.getDetails()).getDirection()).isEqualTo(CallDirection.TERMINATING);
        assertThat(event.getSubscriber()).isEqualTo(pseudonym("msisdn:33698877665"));
        assertThat(event.getMsisdn()).isEqualTo(event.getSubscriber());
        assertThat(event.getHomePlmn()).isNull();
    }

    @Test
    void theServedUserIsTheCallingPartyOfAnOriginatingCallWhereNoIdIsListed() {
        NetworkEvent event = event(invite(calling(CALLER), called(CALLEE)));

        assertThat(event.getSubscriber()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertNoIdentity(event);
    }

    @Test
    void anImsiComesInAPrivateIdentityToo() {
        String derived = "208201234567890@ims.mnc020.mcc208.3gppnetwork.org";

        assertThat(event(invite(calling(CALLER), Ber.text(8, derived))).getSubscriber())
                .isEqualTo(pseudonym("imsi:208201234567890"));
        assertThat(event(invite(Ber.constructed(31, typed(4, derived)))).getSubscriber())
                .isEqualTo(pseudonym("imsi:208201234567890"));
        assertThat(event(invite(calling(CALLER), Ber.text(8, "alice@example.org")))
                        .getSubscriber())
                .isEqualTo(pseudonym("msisdn:33612345678"));
    }

    @Test
    void listedIdsThatAreNoneArePassedOver() {
        NetworkEvent event = event(
                invite(calling(CALLER), Ber.constructed(31, typed(1, "2082x"), typed(0, "alice"), Ber.hex("0401FF"))));

        assertThat(event.getSubscriber()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertNoIdentity(event);
    }

    @Test
    void aNodeBetweenNetworksServesNobody() {
        NetworkEvent event = event(record(
                67,
                Ber.text(2, "INVITE"),
                Ber.primitive(3, "01"),
                requested(),
                calling(CALLER),
                called(CALLEE),
                Ber.constructed(80, Ber.text(0, "PSTN-7")),
                Ber.constructed(82, Ber.primitive(0, "01"), Ber.primitive(1, "0091"))));
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(event.getSubscriber()).isNull();
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.Q850, 17, 145));
        assertThat(call.getDirection()).isEqualTo(CallDirection.INCOMING_TRUNK);
        assertThat(call.getIncomingTrunkGroup()).isEqualTo("PSTN-7");
        assertNoIdentity(event);
    }

    @Test
    void theDeviceIsToldByItsImeiOrItsInstance() {
        assertThat(event(invite(Ber.constructed(58, Ber.primitive(0, "00"), Ber.text(1, "351432105651870"))))
                        .getDeviceTac())
                .isEqualTo("35143210");
        assertThat(event(invite(Ber.text(57, "<urn:gsma:imei:35143210-565187-0>")))
                        .getDeviceTac())
                .isEqualTo("35143210");
        assertThat(event(invite(Ber.text(57, "<urn:uuid:35143210-5651-8700-0000-000000000000>")))
                        .getDeviceTac())
                .isNull();
        assertThat(event(invite(Ber.constructed(58, Ber.primitive(0, "01"), Ber.text(1, "351432105651870"))))
                        .getDeviceTac())
                .isNull();
    }

    @Test
    void theRequestedPartyIsWhatWasDialled() {
        VoiceCall call = call(invite(
                calling(CALLER),
                called(CALLEE),
                Ber.constructed(41, Ber.text(1, "tel:3631;phone-context=example.org"))));

        assertThat(call.getCalled().getNumberClass()).isEqualTo(NumberClass.SHORT);
        assertThat(call.getCalled().getDigits()).isEqualTo("3631");
        assertThat(call.getTranslated().getPseudonym()).isEqualTo(pseudonym("msisdn:33698877665"));
        VoiceCall as = call(record(
                69,
                Ber.text(2, "INVITE"),
                requested(),
                Ber.constructed(101, Ber.text(1, "tel:3631")),
                Ber.constructed(102, Ber.text(1, "tel:+33698877665"))));
        assertThat(as.getCalled().getDigits()).isEqualTo("3631");
        assertThat(as.getConnected().getPseudonym()).isEqualTo(pseudonym("msisdn:33698877665"));
    }

    @Test
    void anEmergencyCallIsOneByItsIndicatorItsUrnItsNumberOrItsNode() {
        VoiceCall indicated = call(invite(called(CALLEE), Ber.primitive(52, "")));
        assertThat(indicated.getEmergency()).isTrue();
        assertThat(indicated.getCalled().getNumberClass()).isEqualTo(NumberClass.EMERGENCY);
        assertThat(indicated.getCalled().getDigits()).isNull();

        VoiceCall urn = call(invite(Ber.constructed(7, Ber.text(2, "urn:service:sos.fire"))));
        assertThat(urn.getEmergency()).isTrue();
        assertThat(urn.getCalled().getNumberClass()).isEqualTo(NumberClass.EMERGENCY);

        VoiceCall dialled = call(invite(called("sip:112@ims.example.org;user=phone")));
        assertThat(dialled.getEmergency()).isTrue();
        assertThat(dialled.getCalled().getDigits()).isEqualTo("112");

        VoiceCall node = call(record(70, Ber.text(2, "INVITE"), requested(), calling(CALLER)));
        assertThat(node.getEmergency()).isTrue();
        assertThat(node.getDirection()).isEqualTo(CallDirection.ORIGINATING);

        assertThat(call(invite(Ber.constructed(7, Ber.text(2, "urn:service:counseling"))))
                        .getEmergency())
                .isFalse();
    }

    @Test
    void anAnsweredSessionIsDroppedWhereItsDeliveryFailedOrTheNetworkEndedIt() {
        assertThat(event(invite(delivered())).getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event(invite(delivered(), Ber.primitive(17, "01"))).getOutcome())
                .isEqualTo(Outcome.DROPPED);
        assertThat(call(invite(delivered(), Ber.primitive(17, "01"))).getCauseForTerm())
                .isEqualTo(4);
        for (String network : new String[] {"Q.850;cause=41", "Q.850;cause=102", "Q.850;cause=127", "SIP;cause=503"}) {
            assertThat(event(invite(delivered(), reasons(network))).getOutcome())
                    .as(network)
                    .isEqualTo(Outcome.DROPPED);
        }
        for (String normal : new String[] {"Q.850;cause=16", "Q.850;cause=31", "SIP;cause=200", "SIP;cause=603"}) {
            assertThat(event(invite(delivered(), reasons(normal))).getOutcome())
                    .as(normal)
                    .isEqualTo(Outcome.SUCCESS);
        }
    }

    @Test
    void aSessionThatWasNotAnsweredIsAFailureWithItsSipStatus() {
        NetworkEvent event =
                event(invite(Ber.primitive(13, ImsCdrs.END), Ber.primitive(17, "01"), Ber.text(23, "486 Busy Here")));
        VoiceCall call = (VoiceCall) event.getDetails();

        assertThat(event.getOutcome()).isEqualTo(Outcome.FAILURE);
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.SIP, 486, 486));
        assertThat(event.getEventTime()).isEqualTo(Instant.parse("2026-11-20T15:46:15Z"));
        assertThat(call.getSipStatus()).isEqualTo(486);
        assertThat(call.getAnswerTime()).isNull();
        assertThat(call.getCauseForTerm()).isEqualTo(3);
        assertThat(call.getCallDurationMs()).isEqualTo(15_000);
        assertThat(call.getHoldingTimeMs()).isEqualTo(15_000);
    }

    @Test
    void theStatusMayHaveASignAndWhatIsNoStatusIsNone() {
        assertThat(call(invite(Ber.text(23, "-404"))).getSipStatus()).isEqualTo(404);
        for (String none : new String[] {"", "0", "2", "99", "1000", "700", "busy", "-"}) {
            NetworkEvent event = event(invite(Ber.text(23, none)));
            assertThat(((VoiceCall) event.getDetails()).getSipStatus()).as(none).isNull();
            assertThat(event.getCause()).isNull();
        }
    }

    @Test
    void theRecordsOfALongSessionAddUpAndTheLastIsTheAttempt() {
        byte[] first = invite(
                Ber.primitive(10, "2611201646102B0100"),
                Ber.primitive(38, "0100"),
                Ber.primitive(12, "2611201646002B0100"),
                Ber.primitive(13, "2611201746102B0100"),
                Ber.primitive(16, "01"),
                Ber.primitive(17, "03"));
        byte[] second = invite(
                Ber.primitive(12, "2611201746102B0100"),
                Ber.primitive(13, "2611201846102B0100"),
                Ber.primitive(16, "02"),
                Ber.primitive(17, "04"));
        byte[] last = invite(
                Ber.primitive(11, "2611201848102B0100"),
                Ber.primitive(39, "0064"),
                Ber.primitive(12, "2611201846102B0100"),
                Ber.primitive(13, "2611201848102B0100"),
                Ber.primitive(16, "03"),
                Ber.primitive(17, "00"));

        assertThat(event(first).getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event(second).getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event(last).getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call(first).getPartial()).isTrue();
        assertThat(call(first).getCauseForTerm()).isEqualTo(1);
        assertThat(call(last).getPartial()).isFalse();
        assertThat(call(last).getSequenceNumber()).isEqualTo(3);
        assertThat(call(last).getAnswerTime()).isEqualTo(Instant.parse("2026-11-20T17:46:10Z"));
        assertThat(call(first).getCallDurationMs()
                        + call(second).getCallDurationMs()
                        + call(last).getCallDurationMs())
                .isEqualTo(Instant.parse("2026-11-20T17:48:10.100Z").toEpochMilli()
                        - Instant.parse("2026-11-20T15:46:10.256Z").toEpochMilli());
        byte[] repeating = invite(
                Ber.primitive(10, "2611201646102B0100"),
                Ber.primitive(11, "2611201848102B0100"),
                Ber.primitive(12, "2611201846102B0100"),
                Ber.primitive(16, "03"));
        assertThat(call(repeating).getCallDurationMs()).isEqualTo(120_000);
        assertThat(call(repeating).getHoldingTimeMs()).isEqualTo(120_000);
    }

    @Test
    void whatAnInterrogatingNodeRoutedIsNoAttempt() {
        NetworkEvent event = event(record(65, Ber.text(2, "INVITE"), requested(), Ber.text(23, "200")));

        assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(((VoiceCall) event.getDetails()).getPartial()).isTrue();
    }

    @Test
    void theEventTimeIsTheEndElseTheClosureElseTheRequest() {
        assertThat(event(invite(Ber.primitive(11, ImsCdrs.END), Ber.primitive(13, ImsCdrs.ANSWER)))
                        .getEventTime())
                .isEqualTo(Instant.parse("2026-11-20T15:46:15Z"));
        assertThat(event(invite(Ber.primitive(13, ImsCdrs.ANSWER))).getEventTime())
                .isEqualTo(Instant.parse("2026-11-20T15:46:10Z"));
        assertThat(event(invite(Ber.primitive(37, "01"))).getEventTime())
                .isEqualTo(Instant.parse("2026-11-20T15:46:00.001Z"));
        Reject timeless = reject(record(63, Ber.text(2, "INVITE"), calling(CALLER)));
        assertThat(timeless.reason()).isEqualTo(RejectReason.MISSING_FIELD);
        assertThat(timeless.field()).isEqualTo("serviceRequestTimeStamp");
    }

    @Test
    void aMessageIsAMessagingEvent() {
        NetworkEvent event = event(record(
                63,
                Ber.text(2, "MESSAGE"),
                Ber.primitive(3, "00"),
                requested(),
                calling(CALLER),
                called("tel:+33698877665"),
                Ber.text(23, "202")));
        ShortMessage message = (ShortMessage) event.getDetails();

        assertThat(event.getService()).isEqualTo(ServiceType.MESSAGING);
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.getSubscriber()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertThat(event.getEventTime()).isEqualTo(Instant.parse("2026-11-20T15:46:00Z"));
        assertThat(message.getDirection()).isEqualTo(CallDirection.ORIGINATING);
        assertThat(message.getDestination().getPseudonym()).isEqualTo(pseudonym("msisdn:33698877665"));
        assertThat(message.getOriginator().getPseudonym()).isEqualTo(pseudonym("msisdn:33612345678"));
        assertNoIdentity(event);
        assertThat(event(record(64, Ber.text(2, "MESSAGE"), requested(), Ber.text(23, "480")))
                        .getOutcome())
                .isEqualTo(Outcome.FAILURE);
        assertThat(event(record(64, Ber.text(2, "MESSAGE"), requested(), Ber.primitive(17, "01")))
                        .getOutcome())
                .isEqualTo(Outcome.FAILURE);
    }

    @Test
    void requestsThatAreNeitherCallNorMessageAreRefusedForIt() {
        for (String method : new String[] {"REGISTER", "SUBSCRIBE", "NOTIFY", "PUBLISH", "OPTIONS"}) {
            Reject reject = reject(record(63, Ber.text(2, method), requested()));

            assertThat(reject.reason()).isEqualTo(RejectReason.UNSUPPORTED_RECORD_TYPE);
            assertThat(reject.field()).isEqualTo("sIP-Method");
            assertThat(reject.message()).contains("INVITE", "MESSAGE");
        }
        assertThat(reject(record(63, requested())).reason()).isEqualTo(RejectReason.MISSING_FIELD);
        assertThat(event(record(63, requested(), delivered())).getService()).isEqualTo(ServiceType.VOICE);
    }

    @Test
    void recordsOfNodesThatGiveNoEventAreToldFromUnknownOnes() {
        for (int tag : new int[] {66, 68, 82, 89, 90, 91}) {
            assertThat(reject(record(tag, Ber.text(2, "INVITE"), requested())).reason())
                    .as("outer tag %d", tag)
                    .isEqualTo(RejectReason.UNSUPPORTED_RECORD_TYPE);
        }
    }

    @Test
    void aFieldOfTheWrongFormLengthOrValueIsNamed() {
        assertReject(
                invite(Ber.constructed(23, Ber.text(0, "200"))), RejectReason.WRONG_FORM, "serviceReasonReturnCode");
        assertReject(invite(Ber.text(7, "sip:alice@example.org")), RejectReason.WRONG_FORM, "called-Party-Address");
        assertReject(invite(Ber.primitive(10, "26112016")), RejectReason.BAD_LENGTH, "serviceDeliveryStartTimeStamp");
        assertReject(
                invite(Ber.primitive(11, "2613201646152B0100")), RejectReason.BAD_VALUE, "serviceDeliveryEndTimeStamp");
        assertReject(invite(Ber.primitive(37, "03E8")), RejectReason.BAD_VALUE, "serviceRequestTimeStampFraction");
        assertReject(invite(Ber.primitive(37, "FF")), RejectReason.BAD_VALUE, "serviceRequestTimeStampFraction");
        assertReject(invite(Ber.primitive(15, "FF")), RejectReason.BAD_VALUE, "localRecordSequenceNumber");
        assertReject(invite(Ber.primitive(8, "41".repeat(1025))), RejectReason.BAD_LENGTH, "privateUserID");
        assertReject(
                Ber.constructed(63, Ber.primitive(0, "40"), Ber.text(2, "INVITE"), requested()),
                RejectReason.RECORD_TYPE_MISMATCH,
                "recordType");
    }

    private static void assertReject(byte[] record, RejectReason reason, String field) {
        Reject reject = reject(record);
        assertThat(reject.field()).isEqualTo(field);
        assertThat(reject.reason()).as(field).isEqualTo(reason);
        assertThat(reject.message()).startsWith(field + ": ");
    }

    @Test
    void theLocationIsThatOfTheAccessNetworkElseOfTheUser() {
        byte[] userLocation = Ber.primitive(47, "8202F802123402F80200ABCDEF");

        assertThat(event(invite(userLocation)).getLocation().getCellKey()).isEqualTo("208-20-4660-11259375");
        assertThat(event(invite(userLocation, Ber.text(56, "3GPP-GERAN;cgi-3gpp=2082012345678")))
                        .getLocation()
                        .getCellKey())
                .isEqualTo("208-20-4660-22136");
        assertThat(event(invite(Ber.primitive(47, "82FF"), Ber.text(29, "IEEE-802.11")))
                        .getLocation())
                .isNull();
    }

    @Test
    void everyFlippedBitOfARecordIsAnEventOrATypedReject() {
        byte[] record = volteCall(63);
        RawDecoder decoder = TestRules.decoder("ims-cdr");
        for (int at = 0; at < record.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = record.clone();
                flipped[at] ^= (byte) (1 << bit);
                CollectingSink sink = TestRules.decode(decoder, flipped);
                assertThat(sink.events.size() + sink.rejects.size()).isPositive();
                sink.events.forEach(event -> assertThat(event.toString()).doesNotContain("612345678"));
            }
        }
    }
}
