package io.luxqoe.decoder.ps;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.GoldenRecord;
import io.luxqoe.decoder.samples.GoldenRecord.Choice;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.UsageContainer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The files of Open5GS decode to what an independent decoder found in them, field by field. Shares no code with the
 * decoder. A golden field that nothing asked for and that is not left out on purpose fails the check.
 */
class PgwGoldenTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    /** Of no use to a quality measure, or the subscriber's own address. */
    private static final Set<String> LEFT_OUT = Set.of(
            "apnSelectionMode",
            "chargingCharacteristics",
            "dynamicAddressFlag",
            "mSTimeZone",
            "p-GWPLMNIdentifier",
            "servedPDPPDNAddress",
            "servingNodeAddress",
            "servingNodeType");

    private static final Map<String, Integer> CAUSES =
            Map.of("normalRelease", 0, "abnormalRelease", 4, "volumeLimit", 16, "timeLimit", 17);
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "normalRelease",
            Outcome.SUCCESS,
            "abnormalRelease",
            Outcome.DROPPED,
            "volumeLimit",
            Outcome.PARTIAL,
            "timeLimit",
            Outcome.PARTIAL);
    private static final Map<String, Integer> CONDITIONS =
            Map.of("recordClosure", 24, "timeLimit", 25, "volumeLimit", 26);

    private Map<String, Object> fields = Map.of();
    private final Set<String> asked = new HashSet<>();

    @Test
    void theFileOfFivePgwRecordsDecodesToItsGolden() {
        assertGolden(Samples.pgwFile(), Samples.pgwGolden());
    }

    @Test
    void theFileOfTheRoundTripTestDecodesToItsGolden() {
        assertGolden(Samples.roundTripFile(), Samples.roundTripGolden());
    }

    private void assertGolden(byte[] file, List<GoldenRecord> golden) {
        CollectingSink sink = TestRules.decode(TestRules.decoder("ps-cdr"), file);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(golden.size());
        for (int i = 0; i < golden.size(); i++) {
            assertThat(golden.get(i).type()).isEqualTo("pGWRecord");
            fields = golden.get(i).fields();
            asked.clear();
            assertEvent(sink.events.get(i));
            asked.addAll(LEFT_OUT);
            assertThat(asked).containsAll(fields.keySet());
        }
    }

    private void assertEvent(NetworkEvent event) {
        assertThat(field("recordType")).isEqualTo("pGWRecord");
        assertThat(event.getRecordType()).isEqualTo(RecordType.PGW);
        assertThat(event.getService()).isEqualTo(ServiceType.DATA);
        assertThat(event.getUnknownElements()).isEmpty();
        assertThat(event.getSubscriber()).isEqualTo(pseudonym("imsi:" + digits((byte[]) field("servedIMSI"), 0)));
        assertThat(event.getHomePlmn()).isEqualTo("302-333");
        byte[] msisdn = octets("servedMSISDN");
        assertThat(event.getMsisdn()).isEqualTo(msisdn == null ? null : pseudonym("msisdn:" + digits(msisdn, 1)));
        byte[] imei = octets("servedIMEI");
        assertThat(event.getDeviceTac())
                .isEqualTo(imei == null ? null : digits(imei, 0).substring(0, 8));
        String cause = (String) field("causeForRecClosing");
        assertThat(event.getOutcome()).isEqualTo(OUTCOMES.get(cause));
        Instant opening = Objects.requireNonNull(time("recordOpeningTime"));
        Instant stop = time("stopTime");
        Instant closing = opening.plusSeconds((long) field("duration"));
        assertThat(event.getEventTime()).isEqualTo(stop == null ? closing : stop);
        assertThat(event.getLocation()).isEqualTo(location());
        assertSession((DataSession) event.getDetails(), cause);
    }

    private void assertSession(DataSession session, String cause) {
        assertThat(session.getGatewayAddress()).isEqualTo(address((Choice) field("p-GWAddress")));
        assertThat(session.getChargingId()).isEqualTo(field("chargingID"));
        assertThat(session.getAccessPointName()).isEqualTo(field("accessPointNameNI"));
        assertThat(octets("pdpPDNType")).isEqualTo(new byte[] {(byte) 0xF1, 0x21});
        assertThat(session.getPdnType()).isEqualTo("IPv4");
        assertThat(session.getOpeningTime()).isEqualTo(time("recordOpeningTime"));
        assertThat(session.getStartTime()).isEqualTo(time("startTime"));
        assertThat(session.getStopTime()).isEqualTo(time("stopTime"));
        assertThat(session.getDurationMs()).isEqualTo(1000 * (long) field("duration"));
        assertThat(session.getCauseForRecClosing()).isEqualTo(CAUSES.get(cause));
        assertThat(session.getPartial()).isEqualTo(cause.endsWith("Limit"));
        assertThat(session.getRecordSequenceNumber()).isEqualTo(optional("recordSequenceNumber"));
        assertThat(session.getLocalSequenceNumber()).isEqualTo(field("localSequenceNumber"));
        assertThat(session.getNodeId()).isEqualTo(field("nodeID"));
        assertThat(field("rATType")).isEqualTo(6L);
        assertThat(session.getRadioTechnology()).isEqualTo(RadioTechnology.E_UTRAN);
        byte[] plmn = octets("servingNodePLMNIdentifier");
        assertThat(session.getServingPlmn()).isEqualTo(plmn == null ? null : "001-01");
        List<?> golden = (List<?>) field("listOfServiceData");
        assertThat(session.getContainers()).hasSize(golden.size());
        long uplink = 0;
        long downlink = 0;
        Map<String, Object> record = fields;
        for (int i = 0; i < golden.size(); i++) {
            @SuppressWarnings("unchecked")
            Map<String, Object> container = (Map<String, Object>) golden.get(i);
            fields = container;
            assertContainer(session.getContainers().get(i));
            uplink += (long) field("datavolumeFBCUplink");
            downlink += (long) field("datavolumeFBCDownlink");
            asked.addAll(LEFT_OUT);
            assertThat(asked).containsAll(fields.keySet());
        }
        fields = record;
        assertThat(session.getUplinkOctets()).isEqualTo(uplink);
        assertThat(session.getDownlinkOctets()).isEqualTo(downlink);
        assertThat(session.getTotalOctets()).isEqualTo(uplink + downlink);
    }

    private void assertContainer(UsageContainer container) {
        assertThat(container.getRatingGroup()).isEqualTo(field("ratingGroup"));
        assertThat(container.getLocalSequenceNumber()).isEqualTo(field("localSequenceNumber"));
        assertThat(container.getUplinkOctets()).isEqualTo(field("datavolumeFBCUplink"));
        assertThat(container.getDownlinkOctets()).isEqualTo(field("datavolumeFBCDownlink"));
        assertThat(container.getTotalOctets()).isEqualTo(container.getUplinkOctets() + container.getDownlinkOctets());
        assertThat(container.getFirstUsageTime()).isEqualTo(time("timeOfFirstUsage"));
        assertThat(container.getLastUsageTime()).isEqualTo(time("timeOfLastUsage"));
        assertThat(container.getReportTime()).isEqualTo(time("timeOfReport"));
        List<?> conditions = (List<?>) field("serviceConditionChange");
        assertThat(container.getChangeConditions())
                .isEqualTo(conditions.stream().map(CONDITIONS::get).toList());
        assertThat(container.getLocation()).isNull();
    }

    /** All have the same: TAI and ECGI, the last four octets of which are the cell. */
    private @Nullable Location location() {
        byte[] value = octets("userLocationInformation");
        if (value == null) {
            return null;
        }
        assertThat(Arrays.copyOf(value, 6)).isEqualTo(HexFormat.of().parseHex("1800f1100001"));
        int cell = ByteBuffer.wrap(value).getInt(9);
        return new Location(RadioTechnology.E_UTRAN, "001-01", 1, (long) cell, "001-01-1-" + cell);
    }

    private Object field(String name) {
        return Objects.requireNonNull(optional(name), name);
    }

    private @Nullable Object optional(String name) {
        asked.add(name);
        return fields.get(name);
    }

    private byte @Nullable [] octets(String name) {
        return (byte[]) optional(name);
    }

    private @Nullable Instant time(String name) {
        byte[] value = octets(name);
        if (value == null) {
            return null;
        }
        String text = HexFormat.of().formatHex(value);
        ZoneOffset offset = ZoneOffset.of((char) value[6] + text.substring(14, 16) + ":" + text.substring(16, 18));
        return LocalDateTime.parse("20" + text.substring(0, 12), TIME).toInstant(offset);
    }

    private static String address(Choice choice) {
        try {
            return InetAddress.getByAddress((byte[]) ((Choice) choice.value()).value())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digits(byte[] octets, int from) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < octets.length; i++) {
            String pair = String.format("%02x", octets[i]);
            digits.append(pair.charAt(1)).append(pair.charAt(0));
        }
        return digits.toString().replace("f", "");
    }

    private static String pseudonym(String kindAndDigits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestRules.secret(), "HmacSHA256"));
            byte[] code = mac.doFinal(kindAndDigits.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
