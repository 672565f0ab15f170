package io.luxqoe.decoder.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files and runs of every writer, and octets that are neither. */
class FramingTest {
    private static final byte[] FIRST = Cdrs.call(1);
    private static final byte[] SECOND = Cdrs.call(2);
    private static final byte[] THIRD = Cdrs.call(3);

    @Test
    void aFileWithoutPrivateLengthAndWithExtensionsDecodes() {
        assertAllThree(Cdrs.file(Ber.hex("0808"), 7, FIRST, SECOND, THIRD));
    }

    @Test
    void aFileWithPrivateLengthAndWithExtensionsDecodes() {
        assertAllThree(Cdrs.extendedFile(FIRST, SECOND, THIRD));
    }

    @Test
    void aFileOfAnOldReleaseDecodes() {
        assertAllThree(Cdrs.release99File(FIRST, SECOND, THIRD));
    }

    @Test
    void aFileThatEndsItsHeaderAtTheRouteingFilterDecodes() {
        assertAllThree(Cdrs.file(new byte[0], 5, FIRST, SECOND, THIRD));
    }

    @Test
    void aFileWithPrivateExtensionDecodes() {
        assertAllThree(Cdrs.file(Ber.hex("0003 AABBCC 0808"), 7, FIRST, SECOND, THIRD));
    }

    @Test
    void aFileWhoseLengthAndCountAreWrongDecodes() {
        byte[] file = Cdrs.extendedFile(FIRST, SECOND, THIRD);
        file[3] = 99;
        file[21] = 99;

        assertAllThree(file);
    }

    @Test
    void twoFilesInOneRawRecordDecode() {
        byte[] files = Ber.concat(Cdrs.extendedFile(FIRST), Cdrs.release99File(SECOND, THIRD));

        assertAllThree(files);
        assertThat(TestRules.decode(files).files).containsExactly(4711L, 4711L);
    }

    @Test
    void aFileWithoutCdrsIsNoFailure() {
        CollectingSink sink = TestRules.decode(Cdrs.extendedFile());

        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.files).containsExactly(4711L);
    }

    @Test
    void aFileOfWhichOnlyTheLengthIsRightIsNotPassedOver() {
        byte[] file = Cdrs.extendedFile(new byte[200]);
        file[4] = 1;
        CollectingSink sink = TestRules.decode(file);

        assertThat(sink.rejects).hasSize(1);
        assertThat(sink.rejects.get(0).length()).isGreaterThan(200);
    }

    @Test
    void fillerBehindTheCdrsAndWithinThemIsSkipped() {
        byte[] file = Cdrs.extendedFile(FIRST, Ber.concat(SECOND, Ber.hex("FFFFFFFF")), THIRD);

        assertAllThree(Ber.concat(file, new byte[100]));
    }

    @Test
    void aRunWithFillerDecodes() {
        assertAllThree(Ber.concat(
                Ber.hex("0000"), FIRST, Ber.hex("FFFF"), SECOND, Ber.hex("00FF00"), THIRD, Ber.hex("00000000")));
    }

    @Test
    void recordsOfIndefiniteLengthDecode() {
        byte[] record = Ber.indefinite(0, Ber.primitive(0, "00"), Ber.primitive(24, Cdrs.TIME));
        CollectingSink sink = TestRules.decode(Ber.concat(record, FIRST, record));

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects).isEmpty();
    }

    @Test
    void aCdrOfAnotherEncodingCostsItself() {
        byte[] file = Cdrs.extendedFile(FIRST, Ber.hex("0102030405060708"), THIRD);
        file[54 + 5 + FIRST.length + 3] = 0x46; // data record format 2: unaligned PER
        CollectingSink sink = TestRules.decode(file);

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.UNSUPPORTED_ENCODING);
        assertThat(sink.rejects.get(0).length()).isEqualTo(8);
    }

    @Test
    void aFlippedOuterTagCostsThatRecord() {
        byte[] damaged = SECOND.clone();
        damaged[0] = (byte) 0xB3;
        for (byte[] raw : new byte[][] {Ber.concat(FIRST, damaged, THIRD), Cdrs.extendedFile(FIRST, damaged, THIRD)}) {
            CollectingSink sink = TestRules.decode(raw);

            assertThat(sink.events).hasSize(2);
            assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.UNKNOWN_RECORD_TYPE);
            assertThat(sink.rejects.get(0).length()).isEqualTo(SECOND.length);
        }
    }

    @Test
    void recordsOfTheStandardThatAreNotReadAreToldFromUnknownOnes() {
        CollectingSink sink = TestRules.decode(Ber.concat(
                FIRST,
                Ber.constructed(2, Ber.primitive(0, "02"), Ber.primitive(14, Cdrs.TIME)),
                Ber.constructed(11, Ber.primitive(0, "0B"), Ber.primitive(6, Cdrs.TIME)),
                Ber.constructed(14, Ber.primitive(0, "0E"), Ber.primitive(9, Cdrs.TIME)),
                SECOND));

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects)
                .extracting(Reject::reason)
                .containsOnly(RejectReason.UNSUPPORTED_RECORD_TYPE)
                .hasSize(3);
    }

    @Test
    void junkBetweenRecordsIsOneRejectAndTheRecordsAroundItComeThrough() {
        byte[] junk = new byte[5000];
        new Random(7).nextBytes(junk);
        junk[0] = 0x17;
        junk[4999] = 0x17;
        CollectingSink sink = TestRules.decode(Ber.concat(FIRST, junk, SECOND, THIRD));

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects)
                .containsExactly(
                        new Reject(RejectReason.UNRECOGNISED_OCTETS, null, "no record", FIRST.length, junk.length));
    }

    @Test
    void aRecordThatLostItsEndDoesNotTakeTheNextAlong() {
        byte[] cut = Arrays.copyOf(SECOND, SECOND.length - 3);
        CollectingSink sink = TestRules.decode(Ber.concat(FIRST, cut, THIRD, FIRST));

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects).hasSize(1);
        assertThat(sink.rejects.get(0).offset()).isEqualTo(FIRST.length);
        assertThat(sink.rejects.get(0).length()).isEqualTo(cut.length);
    }

    @Test
    void aCutCdrWhoseRecordWouldEndWithTheNextOneDoesNotSwallowIt() {
        // The next CDR has a header of 5 octets; the cut record claims just so much more than it has.
        byte[] whole = Cdrs.moCall(Ber.primitive(1, Cdrs.IMSI), Ber.primitive(200, "00".repeat(SECOND.length + 5)));
        byte[] cut = Arrays.copyOf(whole, whole.length - SECOND.length - 5);
        CollectingSink sink = TestRules.decode(Cdrs.extendedFile(FIRST, cut, SECOND, THIRD));

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects).hasSize(1);
        assertThat(sink.rejects.get(0).length()).isEqualTo(cut.length);
    }

    @Test
    void twoCutCdrsInARowAreTwoRejects() {
        byte[] cut = Arrays.copyOf(SECOND, SECOND.length - 3);
        CollectingSink sink = TestRules.decode(Cdrs.extendedFile(FIRST, cut, cut, THIRD));

        assertThat(sink.events).hasSize(2);
        assertThat(sink.rejects).hasSize(2);
    }

    @Test
    void aMegabyteOfRandomOctetsIsOneReject() {
        for (int seed = 0; seed < 20; seed++) {
            byte[] octets = new byte[1 << 20];
            new Random(seed).nextBytes(octets);
            CollectingSink sink = TestRules.decode(octets);

            assertThat(sink.events).isEmpty();
            assertThat(sink.rejects).as("seed %d", seed).hasSizeLessThan(5);
            assertThat(sink.rejects)
                    .as("seed %d", seed)
                    .last()
                    .extracting(Reject::reason)
                    .isIn(RejectReason.UNRECOGNISED_FRAMING, RejectReason.UNRECOGNISED_OCTETS);
            assertThat(sink.rejects.stream().mapToInt(Reject::length).sum()).isGreaterThan(octets.length * 9 / 10);
        }
    }

    @Test
    void aRawRecordWithoutOctetsIsEmpty() {
        assertThat(TestRules.decode(new byte[0]).rejects)
                .containsExactly(new Reject(RejectReason.EMPTY_RECORD, null, "no octets", 0, 0));
        assertThat(TestRules.decode(new byte[9]).rejects)
                .containsExactly(new Reject(RejectReason.EMPTY_RECORD, null, "nothing but filler", 0, 9));
    }

    @Test
    void manySmallFailuresEndInOne() {
        byte[] bad = Ber.constructed(0, Ber.primitive(0, "00"), Ber.primitive(1, ""));
        byte[] octets = new byte[bad.length * 20_000];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = bad[i % bad.length];
        }
        CollectingSink sink = TestRules.decode(octets);

        assertThat(sink.rejects).hasSize(RecordOutput.MAX_REJECTS + 1);
        assertThat(sink.rejects).last().extracting(Reject::reason).isEqualTo(RejectReason.TOO_MANY_REJECTS);
    }

    @Test
    void recordsOfNoSubstanceAreNotADeadLetterEach() {
        byte[] octets = new byte[1 << 20];
        for (int i = 0; i < octets.length; i += 2) {
            octets[i] = (byte) 0xA0;
        }

        assertThat(TestRules.decode(octets).rejects)
                .extracting(Reject::reason)
                .containsExactly(RejectReason.UNRECOGNISED_FRAMING);
    }

    @Test
    void indefiniteLengthsThatNeverEndAreSearchedOnlySoOften() {
        byte[] bomb = Ber.hex("A080 800100 0405 A080 800100");
        byte[] octets = new byte[1 << 20];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = bomb[i % bomb.length];
        }
        Instant begin = Clock.systemUTC().instant();

        assertThat(TestRules.decode(octets).events).isEmpty();
        assertThat(Duration.between(begin, Clock.systemUTC().instant())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anEventFromTheFutureIsRefusedAndOneFromThePast() {
        long eventTime = Instant.parse("2026-11-20T15:46:15Z").toEpochMilli();
        assertThat(receivedAt(eventTime - 3_600_000)).isEmpty();
        assertThat(receivedAt(eventTime - 3_600_001)).containsExactly(RejectReason.EVENT_TIME_IN_FUTURE);
        assertThat(receivedAt(eventTime + Duration.ofDays(3650).toMillis())).isEmpty();
        assertThat(receivedAt(eventTime + Duration.ofDays(3651).toMillis()))
                .containsExactly(RejectReason.EVENT_TIME_TOO_OLD);
    }

    private static List<RejectReason> receivedAt(long time) {
        CollectingSink sink = new CollectingSink();
        TestRules.circuitSwitched().decode(new RawInput(new SourceSettings("s"), FIRST, time), sink);
        return sink.rejects.stream().map(Reject::reason).toList();
    }

    private static void assertAllThree(byte[] raw) {
        CollectingSink sink = TestRules.decode(raw);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.eventIds())
                .isEqualTo(TestRules.decode(Ber.concat(FIRST, SECOND, THIRD)).eventIds())
                .hasSize(3);
    }
}
