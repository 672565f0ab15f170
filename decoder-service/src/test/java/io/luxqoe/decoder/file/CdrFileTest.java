package io.luxqoe.decoder.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.CdrFileWriter;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of TS 32.297 of every release and writer, and what their headers say of CDRs that are not there. */
class CdrFileTest {
    private static final byte[] FIRST = Cdrs.call(1);
    private static final byte[] SECOND = Cdrs.call(2);
    private static final byte[] THIRD = Cdrs.call(3);

    @ParameterizedTest
    @CsvSource({
        // high release, low release, routeing filter, private extension and release extensions
        "0, 0, '', ''",
        "0, 0, '', '0000'",
        "3, 6, '', ''",
        "6, 6, '', '0000'",
        "6, 6, '', '0003AABBCC'",
        "6, 6, '', 'AABBCC'",
        "7, 3, '', '08'",
        "7, 3, '', '000008'",
        "7, 7, '', ''",
        "7, 7, '', '0000'",
        "7, 7, '', '08'",
        "7, 7, '', '0808'",
        "7, 7, '', '00000808'",
        "7, 7, '', '0004010203040808'",
        "7, 7, '', '010203040808'",
        "7, 7, '41424344', '0808'",
        "7, 7, '41424344', '0002EEFF0808'",
        "2, 2, '41', ''",
    })
    void aFileDecodesWhateverItsHeaderHas(int high, int low, String filter, String tail) {
        byte[] file = writer(high, low, filter, tail)
                .cdr(FIRST)
                .cdr(SECOND)
                .cdr(THIRD)
                .file();
        CollectingSink sink = TestRules.decode(file);

        assertAllThree(sink);
        assertThat(sink.files).containsExactly(12L);
        assertThat(TestRules.decode(writer(high, low, filter, tail).file()).rejects)
                .as("without CDRs")
                .isEmpty();
    }

    private static CdrFileWriter writer(int high, int low, String filter, String tail) {
        return new CdrFileWriter()
                .sequence(12)
                .releases(high, low)
                .filter(Ber.hex(filter))
                .tail(tail);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 4000})
    void aLongPrivateExtensionIsPassedOver(int length) {
        String tail = String.format("%04X", length) + "5A".repeat(length) + "0808";
        assertAllThree(TestRules.decode(
                new CdrFileWriter().tail(tail).cdr(FIRST).cdr(SECOND).cdr(THIRD).file()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void headersOfAnyReleaseMixWithinOneFile(int release) {
        assertAllThree(TestRules.decode(new CdrFileWriter()
                .cdr(release, 6, FIRST)
                .cdr(CdrFileWriter.EXTENDED, 20, SECOND)
                .cdr(release, 0, THIRD)
                .file()));
    }

    @Test
    void aFileOfReleaseZeroAndNoTimesDecodes() {
        assertAllThree(TestRules.decode(new CdrFileWriter()
                .withoutTimes()
                .releases(0, 0)
                .tail("0000")
                .cdr(0, 0, FIRST)
                .cdr(0, 0, SECOND)
                .cdr(0, 0, THIRD)
                .file()));
    }

    @Test
    void filesOneAfterTheOtherDecodeThoughTheirHeadersDiffer() {
        byte[] files = Ber.concat(
                new CdrFileWriter().sequence(1).cdr(FIRST).file(),
                new CdrFileWriter().sequence(2).file(),
                new CdrFileWriter()
                        .sequence(3)
                        .releases(7, 7)
                        .tail("")
                        .cdr(SECOND)
                        .file(),
                new CdrFileWriter()
                        .sequence(4)
                        .releases(0, 0)
                        .tail("0000")
                        .cdr(0, 0, THIRD)
                        .file());
        CollectingSink sink = TestRules.decode(files);

        assertAllThree(sink);
        assertThat(sink.files).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aFileCutBetweenTwoCdrsIsMissingTheRest() {
        byte[] file = Samples.file();
        int[] offsets = Samples.cdrOffsets();
        for (int came = 0; came < 20; came++) {
            CollectingSink sink = TestRules.decode(Arrays.copyOf(file, offsets[came]));

            assertThat(sink.events).hasSize(came);
            assertThat(sink.rejects)
                    .containsExactly(new Reject(
                            RejectReason.MISSING_RECORDS,
                            null,
                            "the file header announces 20 CDRs in 2110 octets, " + came + " came",
                            0,
                            Samples.HEADER_LENGTH));
            assertThat(sink.lost).isEqualTo(20 - came);
        }
    }

    @Test
    void ofAFileCutWithinACdrTheRestIsLost() {
        byte[] file = Samples.file();
        CollectingSink sink = TestRules.decode(Arrays.copyOf(file, Samples.cdrOffsets()[12] + 20));

        assertThat(sink.events).hasSize(12);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.TRUNCATED_RECORD);
        assertThat(sink.lost).isEqualTo(7);
    }

    @Test
    void aCutFileBeforeAnotherOneIsMissingItsRest() {
        byte[] cut = new CdrFileWriter().cdr(FIRST).cdr(SECOND).cdr(SECOND).file();
        byte[] whole = new CdrFileWriter().cdr(THIRD).file();
        CollectingSink sink = TestRules.decode(Ber.concat(Arrays.copyOf(cut, 52 + 5 + FIRST.length), whole));

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.MISSING_RECORDS);
        assertThat(sink.rejects.get(0).length()).isEqualTo(52);
        assertThat(sink.lost).isEqualTo(2);
    }

    @Test
    void aCountThatIsThereMakesUpForALengthThatIsNot() {
        CollectingSink sink = TestRules.decode(new CdrFileWriter()
                .announcing(9999, 3)
                .cdr(FIRST)
                .cdr(SECOND)
                .cdr(THIRD)
                .file());

        assertAllThree(sink);
        assertThat(sink.lost).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "4711"})
    void aCountAloneIsNotBelieved(int count) {
        CdrFileWriter writer = new CdrFileWriter().cdr(FIRST).cdr(SECOND).cdr(THIRD);
        CollectingSink sink =
                TestRules.decode(writer.announcing(writer.file().length, count).file());

        assertAllThree(sink);
        assertThat(sink.lost).isZero();
    }

    @Test
    void aCountThatDoesNotFitTheLengthIsNotLost() {
        CdrFileWriter writer = new CdrFileWriter().cdr(FIRST).cdr(SECOND).cdr(THIRD);
        CollectingSink sink = TestRules.decode(writer.announcing(300, 4711).file());

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.MISSING_RECORDS);
        assertThat(sink.lost).isZero();
    }

    @Test
    void aLengthThatSaysNothingIsNotBelieved() {
        assertAllThree(TestRules.decode(new CdrFileWriter()
                .announcing(0xFFFF_FFFF, 0)
                .cdr(FIRST)
                .cdr(SECOND)
                .cdr(THIRD)
                .file()));
    }

    @ParameterizedTest
    @CsvSource({"0x00, 0", "0x01, 1", "0x7F, 127", "0x80, 0", "0x81, 1", "0xFE, 126", "0xFF, 127"})
    void theIndicatorOfLostCdrsIsPassedOn(String indicator, int lost) {
        CollectingSink sink = TestRules.decode(
                new CdrFileWriter().lost(Integer.decode(indicator)).cdr(FIRST).file());

        assertThat(sink.events).hasSize(1);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.lost).isEqualTo(lost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "FF", "0000", "FFFF", "00FF00", "00000000000000000000", "FFFFFFFFFFFFFFFFFFFF"})
    void cdrsThatAreAllFilledUpDecode(String filler) {
        byte[] padding = Ber.hex(filler);
        byte[] first = Ber.concat(FIRST, padding);
        byte[] second = Ber.concat(SECOND, padding);
        byte[] third = Ber.concat(THIRD, padding);

        assertAllThree(TestRules.decode(
                new CdrFileWriter().cdr(first).cdr(second).cdr(third).file()));
        assertAllThree(TestRules.decode(new CdrFileWriter()
                .cdr(0, 0, first)
                .cdr(second)
                .cdr(3, 6, third)
                .file()));
        assertAllThree(TestRules.decode(new CdrFileWriter()
                .releases(7, 7)
                .tail("")
                .cdr(0, 0, first)
                .cdr(second)
                .cdr(3, 6, third)
                .file()));
        assertAllThree(TestRules.decode(Ber.concat(
                new CdrFileWriter().cdr(first).cdr(1, 1, second).file(),
                new CdrFileWriter().cdr(third).file())));
    }

    @Test
    void cdrsAreFilledUpToABlock() {
        byte[] first = Arrays.copyOf(FIRST, 251);
        byte[] second = Arrays.copyOf(SECOND, 507);
        byte[] third = Arrays.copyOf(THIRD, 251);

        assertAllThree(TestRules.decode(
                new CdrFileWriter().cdr(first).cdr(4, 6, second).cdr(third).file()));
    }

    private static void assertAllThree(CollectingSink sink) {
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.eventIds())
                .isEqualTo(TestRules.decode(Ber.concat(FIRST, SECOND, THIRD)).eventIds());
    }
}
