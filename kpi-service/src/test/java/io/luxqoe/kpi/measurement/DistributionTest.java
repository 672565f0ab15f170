package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    private static final double[] QUANTILES = {0, 0.01, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1};

    @Test
    void anEmptyDistributionHasNoQuantiles() {
        Distribution empty = new Distribution();

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.count()).isZero();
        assertThat(empty.quantile(0.5)).isNaN();
        assertThat(empty.toBytes()).containsExactly(1);
        assertThat(Distribution.fromBytes(empty.toBytes()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 49, 50, 99, 100, 4_660, 86_400_000, 10_000_000_000_000L, Long.MAX_VALUE})
    void oneValueIsEveryQuantileWithinOnePerCent(long value) {
        Distribution one = of(value);

        for (double quantile : QUANTILES) {
            assertThat(one.quantile(quantile)).isCloseTo(value, within(value * 0.01 + 1e-9));
        }
    }

    @Test
    void smallValuesAreExact() {
        for (long value = 0; value < 50; value++) {
            assertThat(of(value).quantile(0.5)).isEqualTo(value);
        }
    }

    @Test
    void whatIsBelowZeroCountsAsZero() {
        assertThat(of(-1, Long.MIN_VALUE).toBytes()).isEqualTo(of(0, 0).toBytes());
    }

    @Test
    void allValuesUpToSomeThousandAndPowersOfTwoLieWithinOnePerCent() {
        LongStream small = LongStream.range(0, 20_000);
        LongStream large = LongStream.range(14, 63)
                .flatMap(power -> LongStream.of((1L << power) - 1, 1L << power, (1L << power) + 1));
        LongStream.concat(small, large).forEach(value -> assertThat(LogBuckets.middle(LogBuckets.of(value)))
                .isBetween(value * 0.99, value * 1.01));
    }

    @Test
    void bucketsAscendWithoutAGapAndAreSomeTwoThousand() {
        int before = 0;
        for (long value = 1; value < 1_000_000; value++) {
            int bucket = LogBuckets.of(value);
            assertThat(bucket - before).isBetween(0, 1);
            before = bucket;
        }
        assertThat(LogBuckets.of(Long.MAX_VALUE)).isEqualTo(LogBuckets.COUNT - 1);
        assertThat(LogBuckets.COUNT).isLessThan(2_048);
    }

    @Test
    void quantilesAreThoseOfTheSortedValuesWithinOnePerCent() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            long[] values = values(random, 1 + random.nextInt(500));
            Distribution distribution = of(values);
            Arrays.sort(values);
            for (double quantile : QUANTILES) {
                long exact = values[(int) Math.max(0, Math.ceil(quantile * values.length - 1e-9) - 1)];
                assertThat(distribution.quantile(quantile)).isCloseTo(exact, within(exact * 0.01 + 1e-9));
            }
        }
    }

    @Test
    void aQuantileThatFallsOnARankTakesThatRank() {
        Distribution distribution =
                of(LongStream.rangeClosed(1, 100).map(rank -> rank * 1_000).toArray());

        assertThat(distribution.quantile(0.07)).isCloseTo(7_000, within(70.0));
        assertThat(distribution.quantile(0.95)).isCloseTo(95_000, within(950.0));
    }

    @Test
    void aValueAddedManyTimesIsThatMany() {
        Distribution times = new Distribution();
        times.add(300, 3);
        times.add(5, 0);

        assertThat(times.toBytes()).isEqualTo(of(300, 300, 300).toBytes());
    }

    @Test
    void octetsDependOnNeitherOrderNorPartitionNorMerging() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            long[] values = values(random, random.nextInt(300));
            byte[] whole = of(values).toBytes();

            Distribution merged = mergedAtRandom(values, random);

            assertThat(merged.toBytes()).isEqualTo(whole);
            assertThat(merged.count()).isEqualTo(values.length);
        }
    }

    @Test
    void mergingLeavesTheOtherAsItWas() {
        Distribution other = of(1, 200, 3_000);
        byte[] before = other.toBytes();

        of(2, 200, 90_000).merge(other);

        assertThat(other.toBytes()).isEqualTo(before);
    }

    @Test
    void mergedWithItselfEveryValueIsThereTwice() {
        Distribution twice = of(1, 200, 3_000);
        twice.merge(twice);

        assertThat(twice.toBytes()).isEqualTo(of(1, 1, 200, 200, 3_000, 3_000).toBytes());
    }

    @Test
    void aTypicalCellTakesFewOctets() {
        Random random = new Random(3);
        long[] setupTimes = random.longs(60, 1_500, 9_000).toArray();

        assertThat(of(setupTimes).toBytes()).hasSizeLessThan(120);
        assertThat(of(values(random, 100_000)).toBytes()).hasSizeLessThan(6_000);
    }

    @Test
    void damagedOctetsAreRefusedOrReadAsADistributionButNeverOtherwise() {
        Random random = new Random(4);
        byte[] good = of(values(random, 200)).toBytes();
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 1));
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Distribution read = Distribution.fromBytes(damaged);
                assertThat(read.quantile(1)).isNotNegative();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("distribution");
            }
        }
    }

    @Test
    void octetsThatCannotBeAreRefused() {
        for (byte[] octets : List.of(
                new byte[] {}, // nothing
                new byte[] {2}, // of a version to come
                new byte[] {1, 1}, // a bucket without a count
                new byte[] {1, 0, 1}, // no distance
                new byte[] {1, 1, 0}, // no value
                new byte[] {1, -1, 127, 1}, // a bucket beyond the last
                new byte[] {1, 1, -1, -1, -1, -1, -1, -1, -1, -1, 1})) { // a number without an end
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(octets))
                    .isThrownBy(() -> Distribution.fromBytes(octets))
                    .withMessageContaining("distribution");
        }
    }

    @Test
    void whatIsNoQuantileAndWhatIsTooMuchIsRefused() {
        Distribution full = new Distribution();
        full.add(7, (1L << 53) - 1);

        assertThatIllegalArgumentException().isThrownBy(() -> full.quantile(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> full.quantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> full.add(7));
        assertThatIllegalArgumentException().isThrownBy(() -> full.merge(of(8)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution().add(7, -1));
        assertThat(Distribution.fromBytes(full.toBytes()).count()).isEqualTo((1L << 53) - 1);
    }

    private static Distribution of(long... values) {
        Distribution distribution = new Distribution();
        for (long value : values) {
            distribution.add(value);
        }
        return distribution;
    }

    /** Values of every size, some of them equal. */
    private static long[] values(Random random, int count) {
        return LongStream.generate(() -> random.nextLong(1L << random.nextInt(1, 44)))
                .limit(count)
                .toArray();
    }

    private static Distribution mergedAtRandom(long[] values, Random random) {
        List<Distribution> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(8); part > 0; part--) {
            parts.add(new Distribution());
        }
        List<Long> shuffled = new ArrayList<>(LongStream.of(values).boxed().toList());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(value -> parts.get(random.nextInt(parts.size())).add(value));
        while (parts.size() > 1) {
            Distribution part = parts.remove(random.nextInt(parts.size()));
            boolean travels = random.nextBoolean();
            parts.get(random.nextInt(parts.size())).merge(travels ? Distribution.fromBytes(part.toBytes()) : part);
        }
        return parts.get(0);
    }
}
