package io.luxqoe.decoder.cs;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.GoldenRecord;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NetworkEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples decode to what an independent decoder found in them, field by field. */
class GoldenDecodeTest {

    @Test
    void aTs32297FileDecodesToItsGolden() {
        CollectingSink sink = TestRules.decode(Samples.file());

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.files).containsExactly(1L * fileSequence(Samples.file()));
        assertGolden(sink.events, Samples.golden());
    }

    @Test
    void aRunOfBerRecordsDecodesToTheSameGolden() {
        CollectingSink sink = TestRules.decode(Samples.run());

        assertThat(sink.rejects).isEmpty();
        assertGolden(sink.events, Samples.golden());
    }

    @Test
    void aFileOfOneRecordDecodesToTheFirstOfTheGolden() {
        CollectingSink sink = TestRules.decode(Samples.singleRecordFile());

        assertThat(sink.rejects).isEmpty();
        assertGolden(sink.events, Samples.golden().subList(0, 1));
    }

    @Test
    void aRecordHasTheSameIdInEitherFramingAndKnowsItsOffset() {
        CollectingSink file = TestRules.decode(Samples.file());
        CollectingSink run = TestRules.decode(Samples.run());

        assertThat(file.eventIds()).doesNotHaveDuplicates().isEqualTo(run.eventIds());
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < file.events.size(); i++) {
            offsets.add(Samples.cdrOffsets()[i] + Samples.CDR_HEADER_LENGTH);
        }
        assertThat(file.events).extracting(NetworkEvent::getRawOffset).isEqualTo(offsets);
    }

    private static void assertGolden(List<NetworkEvent> events, List<GoldenRecord> golden) {
        assertThat(events).hasSize(golden.size());
        byte[] run = Samples.run();
        int[] offsets = Samples.recordOffsets();
        for (int i = 0; i < golden.size(); i++) {
            byte[] octets = Arrays.copyOfRange(run, offsets[i], offsets[i + 1]);
            new GoldenCheck(golden.get(i), octets).assertEvent(events.get(i));
        }
    }

    private static int fileSequence(byte[] file) {
        return (file[22] & 0xFF) << 24 | (file[23] & 0xFF) << 16 | (file[24] & 0xFF) << 8 | (file[25] & 0xFF);
    }
}
