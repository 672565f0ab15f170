package io.luxqoe.decoder.cs;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.GoldenRecord;
import io.luxqoe.decoder.samples.GoldenRecord.Choice;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Compares an event with a golden record. Shares no code with the decoder: digits, times, pseudonyms and ids are made
 * here again, from the standards and the platform. A golden field that nothing asked for fails the check.
 */
final class GoldenCheck {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final String type;
    private final Map<String, Object> fields;
    private final byte[] octets;
    private final Set<String> asked = new HashSet<>();

    GoldenCheck(GoldenRecord golden, byte[] octets) {
        this.type = golden.type();
        this.fields = golden.fields();
        this.octets = octets;
    }

    void assertEvent(NetworkEvent event) {
        assertThat(field("recordType")).isEqualTo(type);
        assertThat(event.getEventId()).isEqualTo(eventId());
        assertThat(event.getSource()).isEqualTo(TestRules.SOURCE);
        String imsi = digits(octets("servedIMSI"), 0);
        assertThat(event.getSubscriber()).isEqualTo(pseudonym("imsi:" + imsi));
        assertThat(event.getHomePlmn()).isEqualTo(imsi.substring(0, 3) + "-" + imsi.substring(3, 5));
        assertThat(event.getDeviceTac())
                .isEqualTo(digits(octets("servedIMEI"), 0).substring(0, 8));
        assertThat(event.getPseudonymKeyId()).isEqualTo(TestRules.KEY_ID);
        assertThat(event.getLocation()).isNull();
        assertThat(event.getUnknownElements()).isEmpty();
        if (type.equals("moSMSRecord")) {
            assertMessage(event, (ShortMessage) event.getDetails());
        } else {
            assertCall(event, (VoiceCall) event.getDetails(), type.equals("moCallRecord"));
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(fields.keySet());
    }

    private void assertCall(NetworkEvent event, VoiceCall call, boolean originating) {
        String msisdn = digits(octets("servedMSISDN"), 0);
        assertThat(event.getRecordType()).isEqualTo(originating ? RecordType.MO_CALL : RecordType.MT_CALL);
        assertThat(event.getService()).isEqualTo(ServiceType.VOICE);
        assertThat(event.getMsisdn()).isEqualTo(pseudonym("msisdn:" + e164(msisdn, false)));
        assertThat(call.getDirection()).isEqualTo(originating ? CallDirection.ORIGINATING : CallDirection.TERMINATING);
        assertThat(event.getEventTime()).isEqualTo(time("releaseTime"));
        assertThat(call.getReleaseTime()).isEqualTo(time("releaseTime"));
        assertThat(call.getSeizureTime()).isEqualTo(time("seizureTime"));
        assertThat(call.getAnswerTime()).isEqualTo(time("answerTime"));
        assertThat(call.getCallDurationMs()).isEqualTo((long) field("callDuration") * 1000);
        assertThat(call.getHoldingTimeMs())
                .isEqualTo(Duration.between(time("seizureTime"), time("releaseTime"))
                        .toMillis());
        assertThat(event.getOutcome()).isEqualTo(originating ? Outcome.SUCCESS : Outcome.FAILURE);
        assertThat(event.getCause()).isNull();
        assertThat(field("causeForTerm")).isEqualTo("normalRelease");
        assertThat(call.getCauseForTerm()).isZero();
        assertThat(call.getPartial()).isFalse();
        assertThat(call.getEmergency()).isFalse();
        Choice basicService = (Choice) field("basicService");
        assertThat(basicService.alternative()).isEqualTo("teleservice");
        assertThat(call.getTeleservice()).isEqualTo(((byte[]) basicService.value())[0] & 0xFF);
        assertThat(call.getCallReference()).isEqualTo(HexFormat.of().formatHex(octets("callReference")));
        assertThat(call.getRecordingEntity()).isEqualTo(digits(octets("recordingEntity"), 1));
        assertThat(call.getIncomingTrunkGroup()).isEqualTo(originating ? null : trunk("mscIncomingTKGP"));
        assertThat(call.getOutgoingTrunkGroup()).isEqualTo(originating ? trunk("mscOutgoingTKGP") : null);
        assertParty(call.getCalling(), octets("callingNumber"));
        if (originating) {
            assertParty(call.getCalled(), octets("calledNumber"));
        } else {
            String pseudonym = pseudonym("msisdn:" + e164(msisdn, false));
            assertThat(call.getCalled())
                    .isEqualTo(new PartyNumber(numberClass(msisdn, false), null, pseudonym, null, 0, 1));
        }
    }

    private void assertMessage(NetworkEvent event, ShortMessage message) {
        assertThat(event.getRecordType()).isEqualTo(RecordType.MO_SMS);
        assertThat(event.getService()).isEqualTo(ServiceType.MESSAGING);
        assertThat(event.getMsisdn()).isEqualTo(pseudonym("msisdn:" + e164(digits(octets("servedMSISDN"), 1), false)));
        assertThat(event.getEventTime()).isEqualTo(time("originationTime"));
        assertThat(message.getDirection()).isEqualTo(CallDirection.ORIGINATING);
        assertThat(message.getServiceCentre()).isEqualTo(digits(octets("serviceCentre"), 1));
        assertThat(message.getRecordingEntity()).isEqualTo(digits(octets("recordingEntity"), 1));
        assertThat(message.getMessageReference()).isEqualTo(HexFormat.of().formatHex(octets("messageReference")));
        assertParty(message.getDestination(), octets("destinationNumber"));
        Choice result = (Choice) field("smsResult");
        assertThat(result.alternative()).isEqualTo("gsm0408Cause");
        int encoded = Math.toIntExact((long) result.value());
        assertThat(event.getCause()).isEqualTo(new Cause(CauseScheme.RP_CAUSE, encoded % 128, encoded));
        assertThat(event.getOutcome()).isEqualTo(Outcome.FAILURE);
    }

    private static void assertParty(@Nullable PartyNumber party, byte[] number) {
        assertThat(party).isNotNull();
        String digits = digits(number, 1);
        boolean international = (number[0] & 0xFF) == 0x91;
        assertThat(party.getNumberClass()).isEqualTo(numberClass(digits, international));
        assertThat(party.getPseudonym()).isEqualTo(pseudonym("msisdn:" + e164(digits, international)));
        assertThat(party.getDigits()).isNull();
        assertThat(party.getTypeOfNumber()).isEqualTo(international ? 1 : 2);
        assertThat(party.getNumberingPlan()).isEqualTo(1);
        if (party.getNumberClass() == NumberClass.INTERNATIONAL && party.getCountry() != null) {
            assertThat(digits).startsWith(party.getCountry());
        }
    }

    /** All numbers of the samples have ten random digits: the national ones are French if they begin with 0. */
    private static String e164(String digits, boolean international) {
        return !international && digits.startsWith("0") ? "33" + digits.substring(1) : digits;
    }

    private static NumberClass numberClass(String digits, boolean international) {
        if (international) {
            return digits.startsWith("33") ? NumberClass.UNKNOWN : NumberClass.INTERNATIONAL;
        }
        if (!digits.startsWith("0")) {
            return NumberClass.UNKNOWN;
        }
        return switch (digits.charAt(1)) {
            case '6', '7' -> NumberClass.MOBILE;
            case '0', '8' -> NumberClass.UNKNOWN;
            default -> NumberClass.FIXED;
        };
    }

    private Object field(String name) {
        asked.add(name);
        return Objects.requireNonNull(fields.get(name), name);
    }

    private byte[] octets(String name) {
        return (byte[]) field(name);
    }

    private String trunk(String name) {
        Choice choice = (Choice) field(name);
        assertThat(choice.alternative()).isEqualTo("tkgpNumber");
        return String.valueOf(choice.value());
    }

    private @Nullable Instant time(String name) {
        if (!fields.containsKey(name)) {
            return null;
        }
        byte[] value = octets(name);
        String text = HexFormat.of().formatHex(value);
        ZoneOffset offset = ZoneOffset.of((char) value[6] + text.substring(14, 16) + ":" + text.substring(16, 18));
        return LocalDateTime.parse("20" + text.substring(0, 12), TIME).toInstant(offset);
    }

    private static String digits(byte[] octets, int from) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < octets.length; i++) {
            String pair = String.format("%02x", octets[i]);
            digits.append(pair.charAt(1)).append(pair.charAt(0));
        }
        return digits.toString().replace("f", "");
    }

    static String pseudonym(String kindAndDigits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestRules.secret(), "HmacSHA256"));
            return base64(mac.doFinal(kindAndDigits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String eventId() {
        ByteArrayOutputStream identity = new ByteArrayOutputStream();
        identity.writeBytes(TestRules.SOURCE.getBytes(StandardCharsets.UTF_8));
        identity.write(0);
        identity.writeBytes(octets);
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(identity.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }
}
