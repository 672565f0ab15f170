package io.luxqoe.decoder.stream;

import static io.luxqoe.decoder.stream.Numbering.CMCD;
import static io.luxqoe.decoder.stream.Numbering.FILE;
import static io.luxqoe.decoder.stream.Numbering.LOCAL_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.stream.SequenceTracker.Change;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final KeyValueStore<String, byte[]> store = store();
    private Sequences sequences = new Sequences(store);

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
    void eachSourceNumberingAndSeriesIsOfItsOwn() {
        see("msc-1", FILE, "", 1);
        see("msc-2", FILE, "", 10);
        see("msc-1", LOCAL_RECORD, "node-1", 100);
        see("msc-1", LOCAL_RECORD, "node-2", 200);

        assertThat(see("msc-1", FILE, "", 2)).isEqualTo(Change.NONE);
        assertThat(see("msc-2", FILE, "", 11)).isEqualTo(Change.NONE);
        assertThat(see("msc-1", LOCAL_RECORD, "node-1", 101)).isEqualTo(Change.NONE);
        assertThat(see("msc-1", LOCAL_RECORD, "node-2", 203)).isEqualTo(new Change(201, 2, 1));
    }

    @Test
    void whatWasSavedIsKnownAfterARestart() {
        see("msc-1", FILE, "", 1);
        see("msc-1", FILE, "", 4);
        see("msc-1", LOCAL_RECORD, "node 1\0odd", 7);
        sequences.save();

        sequences = new Sequences(store);

        assertThat(see("msc-1", FILE, "", 3)).isEqualTo(new Change(3, -1, 0));
        assertThat(see("msc-1", FILE, "", 6)).isEqualTo(new Change(5, 1, 1));
        assertThat(see("msc-1", LOCAL_RECORD, "node 1\0odd", 9)).isEqualTo(new Change(8, 1, 1));
    }

    @Test
    void ofTooManySessionsTheOneThatIsSilentForTheLongestIsForgotten() {
        for (int session = 0; session < CMCD.mostSeries(); session++) {
            sequences.see("player", CMCD, "session-" + session, 1, false, session);
        }
        sequences.see("player", CMCD, "session-0", 2, false, CMCD.mostSeries());
        sequences.save();
        sequences = new Sequences(store);

        sequences.see("player", CMCD, "one more", 1, false, CMCD.mostSeries() + 1);
        sequences.save();

        assertThat(store.approximateNumEntries()).isEqualTo(CMCD.mostSeries());
        assertThat(see("player", CMCD, "session-0", 4)).isEqualTo(new Change(3, 1, 1));
        assertThat(see("player", CMCD, "session-1", 4)).isEqualTo(Change.NONE);
    }

    @Test
    void aSessionIsForgottenAfterSilenceAndANodeIsNot() {
        long silence = Sequences.SESSION_SILENCE.toMillis();
        sequences.see("player", CMCD, "session-1", 1, false, 0);
        sequences.see("player", CMCD, "session-2", 1, false, 1);
        sequences.see("player", LOCAL_RECORD, "node", 1, false, 0);
        sequences.save();

        sequences.forgetSilentSessions(silence + 1);

        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(see("player", CMCD, "session-1", 5)).isEqualTo(Change.NONE);
        assertThat(see("player", CMCD, "session-2", 3)).isEqualTo(new Change(2, 1, 1));
        assertThat(see("player", LOCAL_RECORD, "node", 3)).isEqualTo(new Change(2, 1, 1));
    }

    @Test
    void aSourceThatIsForgottenLeavesNothing() {
        see("msc-1", FILE, "", 1);
        see("msc-1", LOCAL_RECORD, "node", 1);
        sequences.save();
        see("msc-1", FILE, "", 2);

        sequences.forget("msc-1");
        sequences.save();

        assertThat(store.approximateNumEntries()).isZero();
        assertThat(see("msc-1", FILE, "", 9)).isEqualTo(Change.NONE);
    }

    private Change see(String source, Numbering numbering, String series, long number) {
        return sequences.see(source, numbering, series, number, false, 0);
    }
}
