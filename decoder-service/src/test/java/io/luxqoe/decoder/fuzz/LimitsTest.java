package io.luxqoe.decoder.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.CdrFileWriter;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.GtpPrimeWriter;
import io.luxqoe.decoder.samples.TestRules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mebibyte that is meant to be expensive costs about what a mebibyte of anything costs. */
class LimitsTest {
    private static final int MEBIBYTE = 1 << 20;

    private static final Map<String, RawDecoder> DECODERS = decoders();
    private static final Examination EXAMINATION = new Examination(DECODERS);

    /** The formats of charging data records read the same octets: one stands for the others. */
    private static Map<String, RawDecoder> decoders() {
        Map<String, RawDecoder> decoders = new TreeMap<>();
        for (RawFormat format : RawFormats.all()) {
            if (!format.formatName().equals("ps-cdr") && !format.formatName().equals("ims-cdr")) {
                decoders.put(format.formatName(), format.newDecoder(TestRules.rules()));
            }
        }
        return decoders;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A080",
                "3080",
                "A080800100",
                "A0808001000405",
                "A080800100A180",
                "3080A180",
                "3080A080",
                "30800000",
                "BF4F80800155",
                "A084000FFF00",
                "A0830FFF00",
                "30840010000030",
                "BF81488400100000",
                "A00580010081",
                "A0058001008100",
                "A00780010081023344",
                "A007800100A102A000",
                "A0FF",
                "A08400000000",
                "BFFFFF7F",
                "9F8148",
                "A0000000",
                "00FF",
                "FFFFA000",
            })
    void octetsOverAndOverCostNoMoreThanTheirNumber(String hex) {
        assertBounded(Ber.hex(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n",
                ";",
                ";\n",
                ";;;\n",
                "\"",
                "\\",
                "\"\\",
                ",",
                "a,",
                "a=1,",
                "a=\"",
                "a=(",
                "a;b",
                "(1 2)",
                "{",
                "[",
                "[{",
                "{\"a\":",
                "{\"br\":1},",
                "[1,",
                "}",
                "1",
                "1.",
                "-",
                "e",
                "%",
                "%22",
                "%2",
                "?",
                "&",
                "?CMCD=",
                "CMCD=br%3D1&",
                "GET /?CMCD=br%3D1\n",
                "CMCD-Object: br=1\n",
                "CMCD-Object: ",
                "{\"sid\":\"a\"}\n",
                "sid=\"a\",",
                "a:",
                " ",
                "\t",
                "\u00e9",
                "\u0000",
                "2020-01-02T00:00+01:00",
                "[Europe/Warsaw]"
            })
    void textOverAndOverCostsNoMoreThanItsLength(String text) {
        assertBounded(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void manyRecordsCostNoMoreThanTheirNumber() {
        assertBounded(Cdrs.call(1));
        assertBounded(GtpPrimeWriter.transfer(1, Cdrs.call(1)));
        assertBounded(GtpPrimeWriter.message("4E", 240, 1, Ber.hex("7E04")));
        assertBounded(GtpPrimeWriter.message("4E", 240, 1, Ber.hex("7E01FC0000")));
        assertBounded(GtpPrimeWriter.message("4E", 1, 1, new byte[0]));
        assertBounded(new CdrFileWriter().file());
        assertBounded(new CdrFileWriter().cdr(Cdrs.call(1)).file());
    }

    @Test
    void lengthsThatLieCostNoMoreThanTheirNumber() {
        byte[] file = new CdrFileWriter().file();
        byte[] tiny = Ber.hex("A0058001008100");
        for (String header : new String[] {"FFFFE12608", "0007E12608", "0008E12608", "0100E12608", "00072026"}) {
            assertBounded(file, Ber.concat(Ber.hex(header), tiny));
            assertBounded(file, Ber.concat(Ber.hex(header), tiny, new byte[100]));
            assertBounded(file, Ber.hex(header));
        }
        byte[] packet = GtpPrimeWriter.packet(1, tiny);
        for (String message :
                new String[] {"4EF0FFFF00017E01", "4EF0000000017E01", "0EF0002000017E01", "4EF000027E01"}) {
            assertBounded(Ber.concat(Ber.hex(message), packet));
            assertBounded(Ber.hex(message));
            assertBounded(Ber.concat(Ber.hex(message), Ber.hex("FC1000FF01")));
        }
        for (String begin : new String[] {"4EF0FFFF00017E01FCFFFFFF010000", "FCFFFFFF010000", "FC000901010000"}) {
            for (String rest : new String[] {"0000", "0001", "0007A0058001008100", "FFFFA0058001008100", "FC0000"}) {
                assertBounded(Ber.hex(begin), Ber.hex(rest));
            }
        }
    }

    @Test
    void manyElementsOfOneRecordCostNoMoreThanTheirNumber() {
        for (String head : new String[] {"A0840001FFFA800100", "BF4F840001FFF9800155", "BF8148840001FFF8800200C8"}) {
            for (String element : new String[] {
                "8C00", "8100", "AC00", "AD08A006800200018102", "AC0430028301", "BF2204300281", "BF2F023000", "3000"
            }) {
                assertBounded(Ber.hex(head), Ber.hex(element));
                assertBounded(Ber.concat(Ber.hex(head), Ber.hex("AD840001FFF0")), Ber.hex(element));
                assertBounded(Ber.concat(Ber.hex(head), Ber.hex("AC840001FFF0")), Ber.hex(element));
                assertBounded(Ber.concat(Ber.hex(head), Ber.hex("BF22840001FFE0")), Ber.hex(element));
            }
        }
    }

    @Test
    void theRestBehindTooManyRejectsIsOne() {
        byte[] octets = repeated(new byte[0], Ber.hex("A00780010081023344"), MEBIBYTE);

        assertThat(EXAMINATION.decode("cs-cdr", octets).rejects).hasSizeLessThanOrEqualTo(RecordOutput.MAX_REJECTS + 1);
    }

    private static void assertBounded(byte[] unit) {
        assertBounded(new byte[0], unit, MEBIBYTE);
    }

    private static void assertBounded(byte[] begin, byte[] unit) {
        assertBounded(begin, unit, MEBIBYTE / 8);
    }

    private static void assertBounded(byte[] begin, byte[] unit, int length) {
        byte[] octets = repeated(begin, unit, length);
        for (String format : DECODERS.keySet()) {
            assertThat(EXAMINATION.complaint(format, octets))
                    .as("%s: %s over and over", format, HexFormat.of().formatHex(unit))
                    .isNull();
        }
    }

    private static byte[] repeated(byte[] begin, byte[] unit, int length) {
        byte[] octets = Arrays.copyOf(begin, length);
        for (int i = begin.length; i < length; i++) {
            octets[i] = unit[(i - begin.length) % unit.length];
        }
        return octets;
    }
}
