package io.luxqoe.local.count;

import static io.luxqoe.local.count.SampleCounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final OptionalLong SENT = OptionalLong.of(100);

    @Test
    void countsOfAGoodRunAddUp() {
        assertThat(Balance.faults(SampleCounts.balanced(), SENT)).isEmpty();
    }

    @Test
    void whatWasSentAndHasNoOutcomeIsAFault() {
        assertThat(Balance.faults(SampleCounts.balanced(), OptionalLong.of(101)))
                .containsExactly("101 records sent, but 90 decoded + 6 duplicates + 4 dead letters = 100");
    }

    @Test
    void whoDoesNotKnowWhatWasSentChecksTheRest() {
        assertThat(Balance.faults(SampleCounts.balanced(), OptionalLong.empty()))
                .isEmpty();
    }

    @Test
    void anEventThatWasNotEnrichedIsAFault() {
        assertThat(Balance.faults(with(90, 89, 87, 2, 0, 0), SENT))
                .containsExactly("90 events decoded, but 89 enriched");
    }

    @Test
    void anEventCountedTwiceIsAFault() {
        assertThat(Balance.faults(with(90, 90, 89, 2, 0, 0), SENT))
                .containsExactly("90 events enriched, but 89 counted + 2 late = 91");
    }

    @Test
    void aLateEventThatWasDroppedInSilenceIsAFault() {
        assertThat(Balance.faults(with(90, 90, 88, 1, 0, 0), SENT))
                .containsExactly("2 events late, but 1 on the topic of late events");
    }

    @Test
    void aDeadLetterOfALaterServiceIsAFault() {
        assertThat(Balance.faults(with(90, 90, 88, 2, 1, 0), SENT))
                .containsExactly("1 dead letters from services after the decoder");
    }

    @Test
    void aWindowLeftOpenIsAFault() {
        assertThat(Balance.faults(with(90, 90, 88, 2, 0, 7), SENT)).containsExactly("7 windows are not FINAL");
    }
}
