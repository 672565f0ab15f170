package io.luxqoe.decoder.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What damage costs: the damaged record, and no other. */
class DamageTest {
    private final RawDecoder decoder = TestRules.circuitSwitched();
    private final List<String> ids = TestRules.decode(Samples.run()).eventIds();

    @Test
    void aFileCutAnywhereGivesItsWholeRecordsAndOneReject() {
        byte[] file = Samples.file();
        int[] offsets = Samples.cdrOffsets();
        for (int length = 0; length < file.length; length++) {
            CollectingSink sink = TestRules.decode(decoder, Arrays.copyOf(file, length));
            int whole = wholeRecords(offsets, length);
            int rest = length < Samples.HEADER_LENGTH ? 0 : offsets[whole];

            assertThat(sink.eventIds()).as("cut at %d", length).isEqualTo(ids.subList(0, whole));
            if (length == 0) {
                assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.EMPTY_RECORD);
            } else if (length == rest) {
                assertThat(sink.rejects)
                        .as("cut at %d", length)
                        .extracting(Reject::reason)
                        .containsExactly(RejectReason.MISSING_RECORDS);
            } else {
                assertThat(sink.rejects).as("cut at %d", length).hasSize(1);
                Reject reject = sink.rejects.get(0);
                assertThat(reject.offset()).isBetween(rest, rest + Samples.CDR_HEADER_LENGTH);
                assertThat(reject.offset() + reject.length()).isEqualTo(length);
                if (length >= 8) {
                    assertThat(reject.reason()).as("cut at %d", length).isEqualTo(RejectReason.TRUNCATED_RECORD);
                }
            }
        }
    }

    @Test
    void aRunCutAnywhereGivesItsWholeRecordsAndOneReject() {
        byte[] run = Samples.run();
        int[] offsets = Samples.recordOffsets();
        for (int length = 1; length < run.length; length++) {
            CollectingSink sink = TestRules.decode(decoder, Arrays.copyOf(run, length));
            int whole = wholeRecords(offsets, length);

            assertThat(sink.eventIds()).as("cut at %d", length).isEqualTo(ids.subList(0, whole));
            if (length == offsets[whole]) {
                assertThat(sink.rejects).as("cut at %d", length).isEmpty();
            } else {
                assertThat(sink.rejects).as("cut at %d", length).hasSize(1);
                assertThat(sink.rejects.get(0).offset()).isEqualTo(offsets[whole]);
                assertThat(sink.rejects.get(0).length()).isEqualTo(length - offsets[whole]);
            }
        }
    }

    @Test
    void aFlippedBitInAFileCostsNoMoreThanItsOwnRecord() {
        byte[] file = Samples.file();
        int[] offsets = Samples.cdrOffsets();
        for (int bit = 0; bit < file.length * 8; bit++) {
            CollectingSink sink = TestRules.decode(decoder, flipped(file, bit));
            assertOthersSurvive(sink, bit, wholeRecords(offsets, bit / 8));
        }
    }

    @Test
    void aFlippedBitInARunCostsNoMoreThanItsOwnRecord() {
        byte[] run = Samples.run();
        int[] offsets = Samples.recordOffsets();
        for (int bit = 0; bit < run.length * 8; bit++) {
            CollectingSink sink = TestRules.decode(decoder, flipped(run, bit));
            assertOthersSurvive(sink, bit, wholeRecords(offsets, bit / 8));
        }
    }

    private void assertOthersSurvive(CollectingSink sink, int bit, int damaged) {
        List<String> others = new ArrayList<>(ids);
        if (damaged < others.size()) {
            others.remove(damaged);
        }
        assertThat(sink.eventIds())
                .as("bit %d of octet %d, record %d; rejects %s", bit % 8, bit / 8, damaged, sink.rejects)
                .containsAll(others);
        assertThat(sink.rejects).as("bit %d of octet %d", bit % 8, bit / 8).hasSizeLessThanOrEqualTo(2);
    }

    private static int wholeRecords(int[] offsets, int length) {
        int whole = 0;
        while (whole + 1 < offsets.length && offsets[whole + 1] <= length) {
            whole++;
        }
        return whole;
    }

    private static byte[] flipped(byte[] octets, int bit) {
        byte[] copy = octets.clone();
        copy[bit / 8] ^= (byte) (1 << bit % 8);
        return copy;
    }
}
