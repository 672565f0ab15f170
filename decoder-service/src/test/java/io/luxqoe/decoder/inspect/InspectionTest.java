package io.luxqoe.decoder.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.DecodeFile;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static final TreeOptions MASKED = new TreeOptions(true, false, 0, -1, Long.MAX_VALUE);

    @Test
    void aFileIsExplainedFromItsHeaderToItsLastRecord() {
        List<String> lines = tree(Samples.file(), TreeOptions.ALL);

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).endsWith("file header of TS 32.297"))
                .anySatisfy(line -> assertThat(line).contains("file length: 2110"))
                .anySatisfy(line -> assertThat(line).matches(" +54 +5 +CDR header: length .*, BER, TS 32.250"))
                .anySatisfy(line -> assertThat(line).matches(" +59 .*Record \\[\\d]  #1 -> event M.*"))
                .anySatisfy(line -> assertThat(line).contains("causeForTerm [30]: "))
                .contains("20 records in 2110 octets: 20 events, 0 rejected");
    }

    @Test
    void everyElementOfASampleHasAName() {
        for (byte[] sample : List.of(Samples.file(), Samples.run())) {
            assertThat(tree(sample, TreeOptions.ALL)).noneMatch(line -> line.contains("? ["));
        }
    }

    @Test
    void everyOctetOfASampleIsShownOnce() {
        assertThat(tree(Samples.file(), TreeOptions.ALL)).noneMatch(line -> line.contains("no record"));
    }

    @Test
    void aFailureIsMarkedAtItsElementAndInTheSummary() {
        byte[] record = Cdrs.moCall(Ber.primitive(22, Cdrs.TIME), Ber.primitive(24, "2613201646152B0100"));

        List<String> lines = tree(record, TreeOptions.ALL);

        int element = indexOf(lines, "releaseTime [24]: 2613201646152b0100");
        assertThat(lines.get(element + 1)).contains("?? no TimeStamp");
        assertThat(lines.get(element + 2)).contains("!! bad-value releaseTime: ");
        assertThat(lines)
                .contains("  rejected  1 bad-value releaseTime")
                .anyMatch(line -> line.startsWith("!! at octet 0"));
    }

    @Test
    void aFailureIsMarkedWhereTheDecoderHasAnotherNameForTheElement() {
        byte[] record = Ber.constructed(5, Ber.primitive(0, "05"), Ber.primitive(9, "2613201646152B0100"));

        List<String> lines = tree(record, TreeOptions.ALL);

        int element = indexOf(lines, "releaseTimestamp [9]");
        assertThat(lines.get(element + 2)).contains("!! bad-value releaseTime: ");
    }

    @Test
    void whatIsCutOffIsShownAsFarAsItGoes() {
        List<String> lines = tree(Arrays.copyOf(Samples.file(), 1000), TreeOptions.ALL);

        assertThat(lines)
                .anyMatch(line -> line.contains("(its length is "))
                .anyMatch(line -> line.contains("!! truncated-record "))
                .anyMatch(line -> line.startsWith("  rejected  1 truncated-record"));
    }

    @Test
    void unknownElementsAreShownInHexadecimalAndNestedWhereTheyAre() {
        byte[] record = Cdrs.call(1);
        byte[] odd = Cdrs.moCall(
                Ber.primitive(24, Cdrs.TIME),
                Ber.constructed(1000, Ber.primitive(1001, "C0FFEE")),
                Ber.primitive(999, ""));

        assertThat(tree(Ber.concat(record, odd), TreeOptions.ALL))
                .anyMatch(line -> line.endsWith("    ? [1000]"))
                .anyMatch(line -> line.endsWith("      ? [1001]: c0ffee"))
                .anyMatch(line -> line.endsWith("? [999]: empty"));
    }

    @Test
    void valuesOfTheGatewayRecordAreInWords() {
        byte[] content = Ber.concat(
                Ber.primitive(1, "0A"),
                Ber.primitive(8, "0700000080"),
                Ber.primitive(12, "00FFFFFFFF"),
                Ber.primitive(14, Cdrs.TIME),
                Ber.primitive(20, "18 02F802 1234 02F802 00ABCD05"));
        byte[] container = Ber.constructed(34, new byte[] {0x30, (byte) content.length}, content);
        byte[] record = Ber.constructed(
                79,
                Ber.primitive(0, "55"),
                Ber.primitive(3, Cdrs.IMSI),
                Ber.constructed(4, Ber.primitive(0, "0A000001")),
                Ber.primitive(15, "10"),
                container);

        assertThat(tree(record, TreeOptions.ALL))
                .anyMatch(line -> line.contains("recordType [0]: 85 pGWRecord"))
                .anyMatch(line -> line.contains("servedIMSI [3]: 208201234567890"))
                .anyMatch(line -> line.contains("iPBinV4Address [0]: 10.0.0.1"))
                .anyMatch(line -> line.contains("causeForRecClosing [15]: 16 volumeLimit"))
                .anyMatch(line -> line.contains("ChangeOfServiceCondition 1 SEQUENCE"))
                .anyMatch(line -> line.contains("serviceConditionChange [8]: recordClosure"))
                .anyMatch(line -> line.contains("datavolumeFBCUplink [12]: 4294967295"))
                .anyMatch(
                        line -> line.contains(
                                "userLocationInformation [20]: TAI 208-20 tac 4660; ECGI 208-20 eci 11259141 (enb 43981 cell 5)"));
    }

    @Test
    void maskingHidesTextThatWritersBuildFromIdentities() {
        byte[] session = "imsi-208930000000003-chf-1".getBytes(StandardCharsets.US_ASCII);
        byte[] record = Ber.constructed(
                200,
                Ber.primitive(0, "C8"),
                Ber.primitive(6, Cdrs.TIME),
                Ber.primitive(16, HexFormat.of().formatHex(session)));

        assertThat(String.join("\n", tree(record, TreeOptions.ALL))).contains("208930000000003");
        assertThat(String.join("\n", tree(record, MASKED)))
                .contains("chargingSessionIdentifier [16]: ***")
                .doesNotContain("208930000000003");
    }

    @Test
    void maskingHidesWhatIdentifiesAPerson() {
        byte[] record = Cdrs.moCall(
                Ber.primitive(1, Cdrs.IMSI),
                Ber.primitive(2, "5374610223143920"),
                Ber.primitive(3, "913316325476F8"),
                Ber.primitive(5, "A116325476F8"),
                Ber.primitive(9, "913306000000F0"),
                Ber.primitive(24, Cdrs.TIME),
                Ber.primitive(999, Cdrs.IMSI));

        String clear = String.join("\n", tree(record, TreeOptions.ALL));
        String masked = String.join("\n", tree(record, MASKED));

        assertThat(clear).contains("20820", "3361234567", "recordingEntity [9]: 336");
        assertThat(masked)
                .contains("servedIMSI [1]: ***", "calledNumber [5]: ***", "? [999]: ***", "recordingEntity [9]: 336")
                .contains("releaseTime [24]: 2026-11-20T16:46:15+01:00")
                .doesNotContain("20820", "02281032547698", "3361234567");
    }

    @Test
    void oneRecordCanBePickedByNumberOrByOctet() {
        byte[] run = Ber.concat(Cdrs.call(1), Cdrs.call(2), Cdrs.call(3));
        int second = Cdrs.call(1).length;

        assertThat(tree(run, new TreeOptions(false, false, 2, -1, Long.MAX_VALUE)))
                .isEqualTo(tree(run, new TreeOptions(false, false, 0, second + 3, Long.MAX_VALUE)))
                .filteredOn(line -> line.contains("moCallRecord [0]"))
                .singleElement()
                .asString()
                .contains("#2");
        assertThat(tree(run, new TreeOptions(false, false, 0, -1, 2)))
                .filteredOn(line -> line.contains("moCallRecord [0]"))
                .hasSize(2);
        assertThat(tree(run, new TreeOptions(false, false, 9, -1, 2))).contains("There is no such record.");
    }

    @Test
    void gtpPrimeMessagesAndTheirElementsAreExplained() {
        byte[] call = Cdrs.call(1);
        byte[] length = {0, (byte) call.length};
        byte[] packet = Ber.concat(
                new byte[] {(byte) 252, 0, (byte) (4 + 2 * (2 + call.length)), 2, 1, 0x26, 0x01},
                length,
                call,
                length,
                Cdrs.call(2));
        byte[] message =
                Ber.concat(Ber.hex("4EF0"), new byte[] {0, (byte) (2 + packet.length)}, Ber.hex("0007 7E01"), packet);

        assertThat(tree(message, TreeOptions.ALL))
                .anyMatch(line -> line.endsWith("GTP' packet: version 2, 240 data record transfer request, length "
                        + (2 + packet.length) + ", sequence number 7"))
                .anyMatch(line -> line.endsWith("packet transfer command: 1 send data record packet"))
                .anyMatch(line -> line.contains("data record packet: 2 records, format 1"))
                .anyMatch(line -> line.endsWith("length of the record: " + call.length))
                .anyMatch(line -> line.startsWith("2 records"))
                .noneMatch(line -> line.contains("no record"));
        assertThat(tree(packet, TreeOptions.ALL))
                .anyMatch(line -> line.contains("data record packet: 2 records, format 1"))
                .noneMatch(line -> line.contains("no record"));
    }

    @Test
    void theOuterSequenceOfAVendorsFileIsExplained() {
        byte[] header = Ber.constructed(0, Ber.primitive(0, Cdrs.TIME), Ber.primitive(1, "913306000000F0"));
        byte[] records = Ber.constructed(1, Cdrs.call(1), Cdrs.call(2));
        byte[] trailer = Ber.constructed(2, Ber.primitive(4, "02"));
        byte[] content = Ber.concat(header, records, trailer);
        byte[] file = Ber.concat(new byte[] {0x30, (byte) 0x81, (byte) content.length}, content);

        assertThat(tree(file, "huawei-cs-cdr", TreeOptions.ALL))
                .anyMatch(line -> line.endsWith("callEventDataFile SEQUENCE"))
                .anyMatch(line -> line.endsWith("  headerRecord [0]"))
                .anyMatch(line -> line.endsWith("    productionDateTime [0]: 2026-11-20T16:46:15+01:00"))
                .anyMatch(line -> line.endsWith("  callEventRecords [1]"))
                .anyMatch(line -> line.contains("    moCallRecord [0]  #2 -> event MO_CALL"))
                .anyMatch(line -> line.endsWith("    noOfRecords [4]: 2"));
    }

    @Test
    void indefiniteLengthsAndFillerAreExplained() {
        byte[] record = Ber.indefinite(0, Ber.primitive(0, "00"), Ber.primitive(24, Cdrs.TIME));

        assertThat(tree(Ber.concat(record, Ber.hex("FFFF0000"), Cdrs.call(1)), TreeOptions.ALL))
                .anyMatch(line -> line.endsWith("filler"))
                .anyMatch(line -> line.startsWith("2 records"));
    }

    @Test
    void linesOfTextAreExplainedByColumnAndKey() {
        String usage = "3f;2020-01-02T00:00+01:00[Europe/Warsaw];33612345678;12\nno such line\n";

        assertThat(tree(text(usage), "data-usage", TreeOptions.ALL))
                .anyMatch(line -> line.contains("line 1  #1 -> event DATA_USAGE PARTIAL"))
                .anyMatch(line -> line.endsWith("msisdn: \"33612345678\""))
                .anyMatch(line -> line.contains("line 2  #2 -> rejected"))
                .anyMatch(line -> line.contains("!! missing-field recordedAt: "));
        assertThat(String.join("\n", tree(text(usage), "data-usage", MASKED)))
                .contains("recordedBytes: \"12\"")
                .doesNotContain("33612345678");
        assertThat(new CmcdFields(false).of("https://a.example/x?CMCD=bl%3D100%2Csid%3D%22a%2Cb%22%2Csu&x=1"))
                .containsExactly("bl (buffer length, ms): 100", "sid (session): \"a,b\"", "su (startup): true");
        assertThat(new CmcdFields(true).of("CMCD-Session: sid=\"a\",br=(1;v 2;a),com.example-k=7"))
                .containsExactly("sid (session): ***", "br (encoded bitrate, kbps): (1;v 2;a)", "custom key: ***");
        assertThat(new CmcdFields(false).of("{\"bl\": 100, \"sid\": \"a\"}"))
                .containsExactly("bl (buffer length, ms): 100", "sid (session): \"a\"");
    }

    @Test
    void formatsAreKnownByTheirOctets() {
        assertThat(FormatGuess.of(Samples.file())).hasValue("cs-cdr");
        assertThat(FormatGuess.of(Ber.constructed(79, Ber.primitive(0, "55"), Ber.primitive(3, Cdrs.IMSI))))
                .hasValue("ps-cdr");
        assertThat(FormatGuess.of(Ber.constructed(63, Ber.primitive(0, "3F"), Ber.primitive(9, Cdrs.TIME))))
                .hasValue("ims-cdr");
        assertThat(FormatGuess.of(
                        text("6eca4f0d-b2f2-4b3c-8f1b-3f0e9f2b1c11;2020-01-02T00:00+01:00[Europe/Warsaw];48601;12")))
                .hasValue("data-usage");
        assertThat(FormatGuess.of(text("https://cdn.example/seg.m4s?CMCD=bl%3D1000")))
                .hasValue("cmcd");
        assertThat(FormatGuess.of(text("sid=\"a\",bl=1000"))).hasValue("cmcd");
        assertThat(FormatGuess.of(text("Dear reader"))).isEmpty();
        assertThat(FormatGuess.of(new byte[100])).isEmpty();
        assertThat(FormatGuess.of(new byte[0])).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOf(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is in none of\n" + String.join("\n", lines));
    }

    private static List<String> tree(byte[] octets, TreeOptions options) {
        return tree(octets, "cs-cdr", options);
    }

    private static List<String> tree(byte[] octets, String format, TreeOptions options) {
        List<String> lines = new ArrayList<>();
        new DecodeFile(TestRules.keys()).tree(octets, format, TestRules.SOURCE, options, lines::add);
        return lines;
    }
}
