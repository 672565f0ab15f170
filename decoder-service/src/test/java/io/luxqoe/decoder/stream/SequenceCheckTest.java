package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceGap;
import io.luxqoe.schemas.SequenceKind;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the numbers of raw records make of the status of their source. */
class SequenceCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final SourceStatus status = SourceStatus.newBuilder()
            .setSource("source-1")
            .setRawRecords(0)
            .setEvents(0)
            .setDuplicates(0)
            .setRejected(0)
            .build();
    private final List<String> heard = new ArrayList<>();
    private final SequenceCheck check = new SequenceCheck(new Sequences(store()), new DecoderListener() {
        @Override
        public void decoded(int events, int duplicates) {}

        @Override
        public void rejected(RejectReason reason) {}

        @Override
        public void numbersMissing(SequenceKind kind, long numbers) {
            heard.add(kind + " " + numbers);
        }
    });

    private static KeyValueStore<String, byte[]> store() {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("sequences"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }

    @Test
    void aGapBetweenFilesIsListedCountedAndTakenOffAgain() {
        file(1);
        file(5);
        assertThat(status.getGaps()).containsExactly(gap(SequenceKind.FILE, 2, 3, null));
        assertThat(status.getGapsFound()).isEqualTo(1);
        assertThat(status.getNumbersMissing()).isEqualTo(3);
        assertThat(status.getLastFileSequence()).isEqualTo(5);

        file(3);
        assertThat(status.getGaps())
                .containsExactly(gap(SequenceKind.FILE, 2, 1, null), gap(SequenceKind.FILE, 4, 1, null));
        assertThat(status.getGapsFound()).isEqualTo(2);
        assertThat(status.getNumbersMissing()).isEqualTo(2);

        file(2);
        file(4);
        assertThat(status.getGaps()).isEmpty();
        assertThat(status.getGapsFound()).isZero();
        assertThat(status.getNumbersMissing()).isZero();
        assertThat(heard).containsExactly("FILE 3", "FILE -1", "FILE -1", "FILE -1");
    }

    @Test
    void aGapAcrossTheWrapIsTakenOffInItsParts() {
        file(0xFFFFFFFFL);
        file(3);
        assertThat(status.getGaps()).containsExactly(gap(SequenceKind.FILE, 0, 3, null));
        file(0xFFFFFFFEL + 0x100000000L); // came before the first: known nothing of it
        file(1);
        assertThat(status.getGaps())
                .containsExactly(gap(SequenceKind.FILE, 0, 1, null), gap(SequenceKind.FILE, 2, 1, null));
    }

    @Test
    void theLastGapsAreListedTheNewestFirstAndAllAreCounted() {
        for (int number = 0; number < 100; number += 2) {
            file(number);
        }
        assertThat(status.getGaps()).hasSize(GapLog.LISTED).first().isEqualTo(gap(SequenceKind.FILE, 97, 1, null));
        assertThat(status.getGapsFound()).isEqualTo(49);
        assertThat(status.getNumbersMissing()).isEqualTo(49);
    }

    @Test
    void aFileThatWasSeenBeforeCountsForNothingWhatWasNotDoes() {
        file(2000);
        file(2001);
        for (int number : new int[] {10, 11, 12}) { // far back, as a numbering that began anew
            begin();
            check.frame(SequenceKind.FILE, number);
            check.duplicate();
            check.lost(7);
            check.end();
        }
        file(2003);

        assertThat(status.getGaps()).containsExactly(gap(SequenceKind.FILE, 2002, 1, null));
        assertThat(status.getLastFileSequence()).isEqualTo(2003);
        assertThat(status.getLostRecords()).isZero();
    }

    @Test
    void whatIsOutOfOrderWithinARawRecordIsNoLossAndNothingIsSaidTwice() {
        begin();
        for (int number : new int[] {1, 4, 3, 2, 6}) {
            check.event(data("gw-1", number));
        }
        check.event(data("gw-2", 1));
        check.lost(3);
        check.end();
        assertThat(check.losses(2, NOW)).isEqualTo(new BlockLosses(1L, 0L, 3L, 2L, NOW));

        begin();
        check.event(data("gw-1", 5));
        check.event(data("gw-2", 3));
        check.end();
        assertThat(check.losses(0, NOW)).isEqualTo(new BlockLosses(1L, 1L, 0L, 0L, NOW));

        begin();
        check.event(data("gw-1", 7));
        check.end();
        assertThat(check.losses(0, NOW)).isNull();
    }

    @Test
    void packetsOfOneRawRecordAreFollowedEach() {
        begin();
        for (int packet : new int[] {65534, 65535, 1}) {
            check.frame(SequenceKind.GTP_PRIME, packet);
            check.event(new NetworkEvent());
        }
        check.frame(SequenceKind.GTP_PRIME, 3); // known records in a packet of its own
        check.duplicate();
        check.end();

        assertThat(status.getGaps())
                .containsExactly(gap(SequenceKind.GTP_PRIME, 2, 1, null), gap(SequenceKind.GTP_PRIME, 0, 1, null));
        assertThat(status.getLastFileSequence()).isNull();
    }

    @Test
    void recordsAreFollowedByTheNodeThatWroteThem() {
        begin();
        check.event(data("gw-1", 7));
        check.event(data("gw-2", 100));
        check.event(call("as-1", 55));
        check.event(data("gw-1", 8));
        check.event(data("gw-2", 103));
        check.event(call("as-1", 56));
        check.event(data("gw-3", null));
        check.end();

        assertThat(status.getGaps()).containsExactly(gap(SequenceKind.LOCAL_RECORD, 101, 2, "gw-2"));
        assertThat(status.getLastRecordSequence()).isEqualTo(56);
    }

    @Test
    void reportsAreFollowedBySessionModeAndHost() {
        begin();
        check.event(report("s1", CmcdMode.QUERY, "a.example", 0));
        check.event(report("s1", CmcdMode.EVENT, "a.example", 0));
        check.event(report("s1", CmcdMode.QUERY, "b.example", 0));
        check.event(report("s2", CmcdMode.QUERY, "a.example", 0));
        check.event(report("s1", CmcdMode.EVENT, "a.example", 2));
        check.event(report(null, CmcdMode.EVENT, "a.example", 9));
        check.end();

        assertThat(status.getGaps()).containsExactly(gap(SequenceKind.CMCD, 1, 1, "s1 EVENT a.example"));
        assertThat(heard).containsExactly("CMCD 1");
    }

    @Test
    void eventsOfAPlayerAreNumberedForTheirCollectorWhateverHostTheyAreAbout() {
        begin();
        for (int number = 0; number < 4; number++) {
            NetworkEvent event = report("s1", CmcdMode.EVENT, number % 2 == 0 ? "a.example" : "b.example", number);
            ((VideoReport) event.getDetails()).setEvent("rr");
            check.event(event);
        }
        check.end();

        assertThat(status.getGaps()).isEmpty();
    }

    @Test
    void whatTheWriterSaysItLostIsSummed() {
        for (int number = 1; number < 4; number++) {
            begin();
            check.frame(SequenceKind.FILE, number);
            check.lost(3);
            check.event(new NetworkEvent());
            check.end();
        }
        assertThat(status.getLostRecords()).isEqualTo(9);
    }

    @Test
    void aFileOfKnownRecordsUnderANewNumberIsNoGap() {
        file(1);
        again(2);
        file(3);

        assertThat(status.getGaps()).isEmpty();
        assertThat(status.getLastFileSequence()).isEqualTo(3);
    }

    @Test
    void anOldFileThatIsSentAgainOpensNoGapAndBeginsNoNumbering() {
        file(90_000);
        file(90_001);
        file(5);
        file(6);
        again(90_000);
        again(90_001);
        file(7);

        assertThat(status.getGaps()).isEmpty();
    }

    private void again(long number) {
        begin();
        check.frame(SequenceKind.FILE, number);
        check.duplicate();
        check.end();
    }

    private void begin() {
        check.begin(status, NOW.toEpochMilli(), NOW.toEpochMilli());
    }

    private void file(long number) {
        begin();
        check.frame(SequenceKind.FILE, number);
        check.event(new NetworkEvent());
        check.end();
    }

    private static SequenceGap gap(SequenceKind kind, long first, long missing, @Nullable String series) {
        return new SequenceGap(kind, first, missing, NOW, series);
    }

    private static NetworkEvent data(String node, @Nullable Integer number) {
        DataSession session = new DataSession();
        session.setNodeId(node);
        session.setLocalSequenceNumber(number == null ? null : number.longValue());
        return event(session);
    }

    private static NetworkEvent call(String node, long number) {
        VoiceCall call = new VoiceCall();
        call.setRecordingEntity(node);
        call.setLocalSequenceNumber(number);
        return event(call);
    }

    private static NetworkEvent report(@Nullable String session, CmcdMode mode, String host, long number) {
        VideoReport report = new VideoReport();
        report.setSessionId(session);
        report.setMode(mode);
        report.setRequestedHost(host);
        report.setSequenceNumber(number);
        return event(report);
    }

    private static NetworkEvent event(Object details) {
        NetworkEvent event = new NetworkEvent();
        event.setDetails(details);
        return event;
    }
}
