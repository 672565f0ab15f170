package io.luxqoe.local.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void withoutSamplesThereIsNothingToSay() {
        assertThat(histogram.summary()).isEqualTo(LatencySummary.NONE);
    }

    @Test
    void percentilesAreExactToTheMillisecond() {
        IntStream.rangeClosed(1, 200).map(n -> 201 - n).forEach(histogram::add);

        assertThat(histogram.summary()).isEqualTo(new LatencySummary(200, 100, 198, 200));
    }

    @Test
    void oneSampleIsEveryPercentile() {
        histogram.add(42);

        assertThat(histogram.summary()).isEqualTo(new LatencySummary(1, 42, 42, 42));
    }

    @Test
    void beyondAMinuteOnlyTheHighestIsKnown() {
        histogram.add(10);
        histogram.add(61_000);
        histogram.add(90_000);

        assertThat(histogram.summary()).isEqualTo(new LatencySummary(3, 90_000, 90_000, 90_000));
    }

    @Test
    void aClockThatIsBehindGivesNoNegativeLatency() {
        histogram.add(-3);

        assertThat(histogram.summary().p50Ms()).isZero();
    }
}
