package io.luxqoe.decoder.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageDecoderTest {
    private static final String LINE =
            "8aae90a1-c2e7-33e5-9fab-f8f3e1900906;2020-01-02T00:00+01:00[Europe/Warsaw];48917846822;825012938";

    private final RawDecoder decoder = TestRules.decoder("data-usage");

    @Test
    void theSampleGivesTheVolumeOfItsBillingPeriod() {
        CollectingSink sink = TestRules.decode(decoder, Samples.usage());

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(31);
        assertThat(sink.eventIds()).doesNotHaveDuplicates();
        Instant februaryInWarsaw = Instant.parse("2020-01-31T23:00:00Z");
        assertThat(sink.events.stream()
                        .filter(event -> event.getEventTime().isBefore(februaryInWarsaw))
                        .mapToLong(event -> session(event).getTotalOctets())
                        .sum())
                .isEqualTo(billingPeriodOfTheSample());
    }

    /** The total that the case study's own readme prints, where the line of 1 February is another period's. */
    private static long billingPeriodOfTheSample() {
        return 13_559_994_361L;
    }

    @Test
    void aLineIsAnIncrementOfUsageInNoDirection() {
        NetworkEvent event = only(LINE);

        assertThat(event.getService()).isEqualTo(ServiceType.DATA);
        assertThat(event.getRecordType()).isEqualTo(RecordType.DATA_USAGE);
        assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event.getEventTime()).isEqualTo(Instant.parse("2020-01-01T23:00:00Z"));
        assertThat(event.getSource()).isEqualTo(TestRules.SOURCE);
        DataSession session = session(event);
        assertThat(session.getTotalOctets()).isEqualTo(825_012_938);
        assertThat(session.getUplinkOctets()).isZero();
        assertThat(session.getDownlinkOctets()).isZero();
        assertThat(session.getPartial()).isTrue();
    }

    @Test
    void theSubscriberIsThePseudonymOfTheNumberHoweverItIsWritten() throws Exception {
        byte[] number = "48917846822".getBytes(StandardCharsets.US_ASCII);
        String pseudonym = new Pseudonyms(TestRules.keys(), 16)
                .ofMsisdn(new Digits().readText(number, 0, number.length, "msisdn"));

        for (String written : List.of("48917846822", "+48917846822", "0048917846822", "+48 917-846-822")) {
            NetworkEvent event = only(LINE.replace("48917846822", written));
            assertThat(event.getMsisdn()).isEqualTo(pseudonym);
            assertThat(event.getSubscriber()).isEqualTo(pseudonym);
            assertThat(event.getPseudonymKeyId()).isEqualTo(TestRules.KEY_ID);
            assertThat(event.toString()).doesNotContain("917846822").doesNotContain("8aae90a1");
        }
    }

    @Test
    void aNationalNumberAndItsInternationalFormAreOneSubscriber() {
        assertThat(only(LINE.replace("48917846822", "0612345678")).getMsisdn())
                .isEqualTo(only(LINE.replace("48917846822", "33612345678")).getMsisdn());
    }

    @Test
    void lineEndsQuotesBlankLinesAndAHeadingMakeNoDifference() {
        String quoted = "\"8aae90a1\" ; \"2020-01-02T00:00+01:00[Europe/Warsaw]\";\"48917846822\";\"825012938\"";
        CollectingSink sink =
                decode("\uFEFFid;recordedAt;msisdn;recordedBytes\r\n\r\n" + LINE + "\r\n" + quoted + "\r\n");

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(2);
        assertThat(session(sink.events.get(1))).isEqualTo(session(sink.events.get(0)));
        assertThat(sink.eventIds().get(0)).isEqualTo(only(LINE).getEventId());
    }

    @Test
    void aLineHasTheSameIdWhereverItStandsAndAnotherIdWithAnyOtherOctet() {
        CollectingSink sink = decode(LINE.replace("8aae", "9aae") + "\n" + LINE);

        assertThat(sink.eventIds()).doesNotHaveDuplicates().contains(only(LINE).getEventId());
        assertThat(sink.events.get(1).getRawOffset()).isEqualTo(LINE.length() + 1);
        assertThat(sink.lengths).containsExactly(LINE.length(), LINE.length());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T00:00+01:00[Europe/Warsaw], 2020-01-01T23:00:00Z",
        "2020-01-02T00:00:01.5+01:00, 2020-01-01T23:00:01.500Z",
        "2020-07-02T00:00[Europe/Warsaw], 2020-07-01T22:00:00Z",
        "2020-02-29T12:34:56Z[UTC], 2020-02-29T12:34:56Z",
        "2020-02-29T12:34:56Z, 2020-02-29T12:34:56Z",
        "2019-12-31T23:59:59.123456789-03:30[America/St_Johns], 2020-01-01T03:29:59.123Z",
    })
    void theOffsetOfATimeHoldsAndElseItsZone(String written, Instant meant) {
        assertThat(only(LINE.replace("2020-01-02T00:00+01:00[Europe/Warsaw]", written))
                        .getEventTime())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-02T00:00",
                "2020-02-30T00:00Z",
                "2020-01-02T24:00Z",
                "2020-01-02T00:00+01:00[Europe/Nowhere]",
                "2020-01-02T00:00+01:00[Europe/Warsaw",
                "2020-01-02T00:00+19:00",
                "2020-01-02T00:00:00.+01:00",
                "2020-01-02",
                "yesterday",
                "20-01-02T00:00Z"
            })
    void aBadTimeIsNamed(String written) {
        assertRejected(
                LINE.replace("2020-01-02T00:00+01:00[Europe/Warsaw]", written), RejectReason.BAD_VALUE, "recordedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1.5", "1e3", "many", "1234567890123456789"})
    void aBadVolumeIsNamed(String written) {
        assertRejected(LINE.replace("825012938", written), RejectReason.BAD_VALUE, "recordedBytes");
    }

    @Test
    void whatElseIsWrongIsNamed() {
        assertRejected(LINE.replace("48917846822", "4891784682x"), RejectReason.BAD_VALUE, "msisdn");
        assertRejected(LINE.replace("48917846822", "112"), RejectReason.BAD_LENGTH, "msisdn");
        assertRejected(LINE.replace("48917846822", "4".repeat(41)), RejectReason.BAD_LENGTH, "msisdn");
        assertRejected(LINE.replace("48917846822", ""), RejectReason.MISSING_FIELD, "msisdn");
        assertRejected(LINE.replace(";825012938", ""), RejectReason.MISSING_FIELD, "recordedBytes");
        assertRejected(";" + LINE.substring(LINE.indexOf(';') + 1), RejectReason.MISSING_FIELD, "id");
        assertRejected(LINE + ";1", RejectReason.BAD_VALUE, null);
        assertRejected("x".repeat(5000), RejectReason.BAD_LENGTH, null);
    }

    @Test
    void oneBadLineCostsItself() {
        CollectingSink sink = decode(LINE + "\nrubbish\n" + LINE.replace("8aae", "9aae"));

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects)
                .singleElement()
                .extracting(Reject::offset, Reject::length)
                .containsExactly(LINE.length() + 1, 7);
    }

    @Test
    void aRecordWithoutALineIsEmpty() {
        for (String nothing : List.of("", "\n\r\n \n", "id;recordedAt;msisdn;recordedBytes\n")) {
            assertThat(decode(nothing).rejects).extracting(Reject::reason).containsExactly(RejectReason.EMPTY_RECORD);
        }
    }

    @Test
    void rejectsAreNoMoreThanAreWorthADeadLetter() {
        CollectingSink sink = decode("x\n".repeat(20_000));

        assertThat(sink.rejects).hasSize(10_001);
        assertThat(sink.rejects.get(10_000).reason()).isEqualTo(RejectReason.TOO_MANY_REJECTS);
        assertThat(sink.rejects.get(10_000).offset()).isEqualTo(20_000);
        assertThat(sink.rejects.get(10_000).length()).isEqualTo(20_000);
    }

    @Test
    void theLastLineIsRefusedOnceThoughItIsTheLastOneThatIsWorthADeadLetter() {
        assertThat(decode("x\n".repeat(10_000)).rejects).hasSize(10_000);
    }

    private void assertRejected(String line, RejectReason reason, @Nullable String field) {
        List<Reject> rejects = new ArrayList<>(decode(line).rejects);

        assertThat(rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(reason);
            assertThat(reject.field()).isEqualTo(field);
        });
    }

    private NetworkEvent only(String line) {
        CollectingSink sink = decode(line);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    private CollectingSink decode(String text) {
        return TestRules.decode(decoder, text.getBytes(StandardCharsets.UTF_8));
    }

    private static DataSession session(NetworkEvent event) {
        return (DataSession) event.getDetails();
    }
}
