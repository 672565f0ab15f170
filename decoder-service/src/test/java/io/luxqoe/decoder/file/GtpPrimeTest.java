package io.luxqoe.decoder.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.CdrFileWriter;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.GtpPrimeWriter;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GTP' as charging gateways receive it, whole and damaged. */
class GtpPrimeTest {
    private static final byte[] FIRST = Cdrs.call(1);
    private static final byte[] SECOND = Cdrs.call(2);
    private static final byte[] THIRD = Cdrs.call(3);
    private static final byte[] SEND = Ber.concat(Ber.hex("7E01"), GtpPrimeWriter.packet(1, FIRST, SECOND, THIRD));

    private final RawDecoder decoder = TestRules.circuitSwitched();

    @ParameterizedTest
    @ValueSource(strings = {"0F", "2E", "2F", "4E", "4F", "01", "20", "40", "3F", "5F"})
    void aMessageOfAnyVersionDecodes(String flags) {
        assertAllThree(GtpPrimeWriter.message(flags, 240, 7, SEND), 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0E", "00"})
    void aMessageOfVersionZeroHasTheLongHeader(String flags) {
        assertAllThree(GtpPrimeWriter.longMessage(flags, 240, 65_535, SEND), 65_535L);
    }

    @Test
    void aHeaderWhoseLengthIsNotWhatItSaysIsReadAllTheSame() {
        assertAllThree(GtpPrimeWriter.message("0E", 240, 7, SEND), 7L);
        assertAllThree(GtpPrimeWriter.longMessage("0F", 240, 7, SEND), 7L);
    }

    @Test
    void severalMessagesDecodeAndAreNumbered() {
        byte[] messages = Ber.concat(
                GtpPrimeWriter.transfer(41, FIRST),
                GtpPrimeWriter.message("4E", 1, 42, new byte[0]),
                GtpPrimeWriter.message("4E", 2, 9, Ber.hex("0E05")),
                GtpPrimeWriter.transfer(43, SECOND, THIRD));

        assertAllThree(messages, 41L, 42L, 43L);
    }

    @Test
    void possiblyDuplicatedPacketsAreReadAsOthers() {
        assertAllThree(
                GtpPrimeWriter.message(
                        "4E", 240, 1, Ber.concat(Ber.hex("7E02"), GtpPrimeWriter.packet(1, FIRST, SECOND, THIRD))),
                1L);
    }

    @Test
    void commandsToCancelAndReleaseHoldNoRecordsAndAreNoFailure() {
        byte[] messages = Ber.concat(
                GtpPrimeWriter.transfer(1, FIRST, SECOND),
                GtpPrimeWriter.message("4E", 240, 2, Ber.concat(Ber.hex("7E03"), Ber.hex("FA 0002 0001"))),
                GtpPrimeWriter.message("4E", 240, 3, Ber.concat(Ber.hex("7E04"), Ber.hex("F9 0004 0005 0006"))),
                GtpPrimeWriter.transfer(4, THIRD));

        assertAllThree(messages, 1L, 2L, 3L, 4L);
        assertThat(TestRules.decode(GtpPrimeWriter.message("4E", 240, 2, Ber.hex("7E04 F9 0002 0001"))).rejects)
                .isEmpty();
    }

    @Test
    void emptyPacketsAndMessagesThatKeepThePathAliveAreNoFailure() {
        for (byte[] raw : new byte[][] {
            GtpPrimeWriter.message("4E", 240, 1, Ber.hex("7E01 FC 0000")),
            GtpPrimeWriter.message("4E", 1, 1, new byte[0]),
            GtpPrimeWriter.message("4E", 2, 1, Ber.hex("0E07")),
            GtpPrimeWriter.message("2F", 241, 1, Ber.hex("0180 FD 0002 0001")),
            Ber.hex("FC0000"),
        }) {
            CollectingSink sink = TestRules.decode(raw);

            assertThat(sink.events).isEmpty();
            assertThat(sink.rejects).isEmpty();
        }
    }

    @Test
    void whatFollowsThePacketIsPassedOver() {
        byte[] elements = Ber.concat(SEND, Ber.hex("FF 0004 00010203"));

        assertAllThree(GtpPrimeWriter.message("4E", 240, 1, elements), 1L);
    }

    @Test
    void packetsWithoutMessageDecode() {
        assertAllThree(GtpPrimeWriter.packet(1, FIRST, SECOND, THIRD));
        assertAllThree(SEND);
        assertAllThree(Ber.concat(GtpPrimeWriter.packet(1, FIRST), GtpPrimeWriter.packet(1, SECOND, THIRD)));
    }

    @Test
    void recordsThatAreFilledUpDecode() {
        assertAllThree(
                GtpPrimeWriter.transfer(
                        1, Ber.concat(FIRST, Ber.hex("0000")), Ber.concat(SECOND, Ber.hex("FFFF")), THIRD),
                1L);
    }

    @Test
    void aPacketOfAnotherEncodingIsOneReject() {
        byte[] messages = Ber.concat(
                GtpPrimeWriter.transfer(1, FIRST),
                GtpPrimeWriter.message(
                        "4E",
                        240,
                        2,
                        Ber.concat(Ber.hex("7E01"), GtpPrimeWriter.packet(2, Ber.hex("0102030405060708")))),
                GtpPrimeWriter.transfer(3, SECOND));
        CollectingSink sink = TestRules.decode(messages);

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.UNSUPPORTED_ENCODING);
        assertThat(sink.rejects.get(0).length()).isEqualTo(8);
    }

    @Test
    void aBadRecordCostsItself() {
        byte[] bad = SECOND.clone();
        bad[0] = (byte) 0xB3;
        byte[] cut = Arrays.copyOf(SECOND, SECOND.length - 3);
        for (byte[] damaged : new byte[][] {bad, cut}) {
            CollectingSink sink = TestRules.decode(GtpPrimeWriter.transfer(1, FIRST, damaged, THIRD));

            assertThat(sink.events).hasSize(2);
            assertThat(sink.rejects).hasSize(1);
            assertThat(sink.rejects.get(0).length()).isEqualTo(damaged.length);
        }
    }

    @Test
    void messagesCutAnywhereGiveTheirWholeRecordsAndOneReject() {
        byte[] messages = messages();
        List<String> ids = TestRules.decode(Samples.run()).eventIds();
        int[] ends = ends(messages);
        for (int length = 1; length < messages.length; length++) {
            CollectingSink sink = TestRules.decode(decoder, Arrays.copyOf(messages, length));
            int whole = 0;
            while (whole < ends.length && ends[whole] <= length) {
                whole++;
            }

            assertThat(sink.eventIds()).as("cut at %d", length).isEqualTo(ids.subList(0, whole));
            if (length == ends[4] || length == ends[14]) {
                assertThat(sink.rejects).as("cut at %d", length).isEmpty();
            } else {
                assertThat(sink.rejects).as("cut at %d", length).hasSize(1);
            }
        }
    }

    @Test
    void ofAPacketCutBetweenTwoRecordsTheRestIsMissing() {
        byte[] message = GtpPrimeWriter.transfer(1, FIRST, SECOND, THIRD);
        CollectingSink sink = TestRules.decode(Arrays.copyOf(message, 6 + 2 + 7 + 2 + FIRST.length));

        assertThat(sink.events).hasSize(1);
        assertThat(sink.rejects)
                .containsExactly(new Reject(
                        RejectReason.MISSING_RECORDS,
                        null,
                        "the Data Record Packet announces 3 records, 2 did not come",
                        8,
                        7));
        assertThat(sink.lost).isEqualTo(2);
    }

    @Test
    void aFlippedBitCostsNoMoreThanItsOwnRecord() {
        byte[] messages = messages();
        List<String> ids = TestRules.decode(Samples.run()).eventIds();
        int[] ends = ends(messages);
        for (int bit = 0; bit < messages.length * 8; bit++) {
            byte[] damaged = messages.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            int record = 0;
            while (record < ends.length && ends[record] <= bit / 8) {
                record++;
            }
            List<String> others = new ArrayList<>(ids);
            if (record < others.size()) {
                others.remove(record);
            }
            CollectingSink sink = TestRules.decode(decoder, damaged);

            assertThat(sink.eventIds())
                    .as("bit %d of octet %d, record %d; rejects %s", bit % 8, bit / 8, record, sink.rejects)
                    .containsAll(others);
            assertThat(sink.rejects).as("bit %d of octet %d", bit % 8, bit / 8).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void noSampleIsTakenForGtpPrime() {
        for (byte[] raw : new byte[][] {
            Samples.file(),
            Samples.singleRecordFile(),
            Samples.run(),
            new CdrFileWriter().releases(0, 0).tail("").sequence(0xF07E).file(),
            Cdrs.release99File(FIRST),
            new byte[100],
        }) {
            assertThat(TestRules.decode(raw).packets).isEmpty();
        }
    }

    /** The records of the samples in three messages. */
    private static byte[] messages() {
        byte[][] records = records();
        return Ber.concat(
                GtpPrimeWriter.transfer(1, Arrays.copyOfRange(records, 0, 5)),
                GtpPrimeWriter.transfer(2, Arrays.copyOfRange(records, 5, 15)),
                GtpPrimeWriter.transfer(3, Arrays.copyOfRange(records, 15, 20)));
    }

    private static byte[][] records() {
        byte[] run = Samples.run();
        int[] offsets = Samples.recordOffsets();
        byte[][] records = new byte[offsets.length - 1][];
        for (int i = 0; i < records.length; i++) {
            records[i] = Arrays.copyOfRange(run, offsets[i], offsets[i + 1]);
        }
        return records;
    }

    private static int[] ends(byte[] messages) {
        byte[][] records = records();
        int[] ends = new int[records.length];
        int at = 0;
        for (int i = 0; i < records.length; i++) {
            at += (i == 0 || i == 5 || i == 15 ? 15 : 0) + 2 + records[i].length;
            ends[i] = at;
        }
        assertThat(at).isEqualTo(messages.length);
        return ends;
    }

    private static void assertAllThree(byte[] raw, Long... numbers) {
        CollectingSink sink = TestRules.decode(raw);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.eventIds())
                .isEqualTo(TestRules.decode(Ber.concat(FIRST, SECOND, THIRD)).eventIds());
        assertThat(sink.packets).containsExactly(numbers);
        assertThat(sink.files).isEmpty();
    }
}
