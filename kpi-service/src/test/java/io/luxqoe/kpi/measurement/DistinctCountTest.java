package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

    /** A hash must not change between releases, since octets of windows are merged across them. */
    private static final long HASH_OF_NOTHING = 0;

    private static final long HASH_OF_ONE = 8797631383144075224L;

    @Test
    void nobodySeenIsZero() {
        DistinctCount none = new DistinctCount();

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.estimate()).isZero();
        assertThat(none.toBytes()).containsExactly(1, 0);
        assertThat(DistinctCount.fromBytes(none.toBytes()).isEmpty()).isTrue();
    }

    @Test
    void oneSeenTwiceIsOne() {
        DistinctCount one = of(hashes("subscriber", 1));
        one.add(DistinctCount.hash("subscriber-0"));

        assertThat(one.isEmpty()).isFalse();
        assertThat(one.estimate()).isEqualTo(1);
        assertThat(one.toBytes()).hasSize(6);
    }

    @Test
    void upToFiveHundredAndTwelveAreExact() {
        for (int count = 0; count <= 512; count++) {
            assertThat(of(hashes("few-" + count + "-", count)).estimate()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 1_000, 4_000, 10_000, 30_000, 100_000, 1_000_000})
    void aboveThatTheStandardErrorIsAsStatedAndThereIsNoBias(int count) {
        int rounds = Math.max(20, Math.min(400, 4_000_000 / count));
        double squares = 0;
        double sum = 0;
        int outside = 0;
        Random random = new Random(count);
        for (int round = 0; round < rounds; round++) {
            double error = of(random.longs(count).toArray()).estimate() / count - 1;
            squares += error * error;
            sum += error;
            outside += Math.abs(error) > 0.032 ? 1 : 0;
        }
        // three standard deviations of the statistics themselves
        double slack = 3 * 0.0163 / Math.sqrt(rounds);
        assertThat(Math.sqrt(squares / rounds)).isLessThan(0.0163 + slack / Math.sqrt(2));
        assertThat(sum / rounds).isCloseTo(0, within(slack));
        assertThat((double) outside / rounds).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / rounds));
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 20_000, 200_000})
    void realPseudonymsAndOtherIdsAreCountedAsWell(int count) {
        assertThat(of(hashes("msc-paris-1|", count)).estimate()).isCloseTo(count, within(count * 0.05));
        assertThat(of(pseudonyms(count)).estimate()).isCloseTo(count, within(count * 0.05));
    }

    @Test
    void hashesOfSimilarIdsDiffer() {
        Set<Long> seen = new HashSet<>();
        for (String id : ids()) {
            assertThat(seen.add(DistinctCount.hash(id))).as(id).isTrue();
        }
    }

    @Test
    void aHashStaysWhatItIs() {
        assertThat(DistinctCount.hash("")).isEqualTo(HASH_OF_NOTHING);
        assertThat(DistinctCount.hash("subscriber-0")).isEqualTo(HASH_OF_ONE);
    }

    @Test
    void octetsDependOnNeitherOrderNorPartitionNorMerging() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            long[] hashes = random.longs(random.nextInt(1_500)).toArray();
            byte[] whole = of(hashes).toBytes();

            DistinctCount merged = mergedAtRandom(hashes, random);

            assertThat(merged.toBytes()).isEqualTo(whole);
            assertThat(merged.estimate()).isEqualTo(of(hashes).estimate());
        }
    }

    @Test
    void whatIsSeenInBothPartsCountsOnce() {
        DistinctCount first = of(hashes("subscriber", 400));
        DistinctCount second =
                of(LongStream.of(hashes("subscriber", 500)).skip(300).toArray());
        byte[] before = second.toBytes();

        first.merge(second);

        assertThat(first.estimate()).isEqualTo(500);
        assertThat(second.toBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 400, 3_000})
    void mergedWithItselfNothingChanges(int count) {
        DistinctCount twice = of(hashes("subscriber", count));
        byte[] before = twice.toBytes();

        twice.merge(twice);

        assertThat(twice.toBytes()).isEqualTo(before);
    }

    @Test
    void hashesOfGreatRankAreHeldToo() {
        DistinctCount extreme = of(LongStream.concat(
                        LongStream.of(0, 1, -1, Long.MIN_VALUE, 1L << 36, 1L << 37, 1L << 51),
                        LongStream.of(hashes("s", 600)))
                .toArray());
        DistinctCount reversed = of(LongStream.concat(
                        LongStream.of(hashes("s", 600)),
                        LongStream.of(1L << 51, 1L << 37, 1L << 36, Long.MIN_VALUE, -1, 1, 0))
                .toArray());

        assertThat(extreme.toBytes()).isEqualTo(reversed.toBytes());
        assertThat(extreme.estimate()).isCloseTo(606, within(30.0));
    }

    @Test
    void theSizeIsBounded() {
        assertThat(of(hashes("s", 20)).toBytes()).hasSize(82);
        assertThat(of(hashes("s", 512)).toBytes()).hasSize(2_050);
        assertThat(of(hashes("s", 100_000)).toBytes()).hasSize(2_562);
    }

    @Test
    void octetsThatCannotBeAreRefused() {
        byte[] few = of(hashes("s", 3)).toBytes();
        byte[] swapped = few.clone();
        System.arraycopy(few, 2, swapped, 6, 4);
        System.arraycopy(few, 6, swapped, 2, 4);
        byte[] many = of(hashes("s", 3_000)).toBytes();
        for (byte[] octets : List.of(
                new byte[] {},
                new byte[] {1},
                new byte[] {2, 0}, // of a version to come
                new byte[] {1, 2}, // of no kind
                new byte[] {1, 0, 7}, // a part of a coupon
                new byte[] {1, 0, 0, 0, 0, 0}, // a coupon without a rank
                swapped,
                Arrays.copyOf(new byte[] {1, 0}, 2 + 4 * 513),
                Arrays.copyOf(many, many.length - 1),
                Arrays.copyOf(many, many.length + 1))) {
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(octets))
                    .isThrownBy(() -> DistinctCount.fromBytes(octets))
                    .withMessageContaining("distinct count");
        }
    }

    private static DistinctCount of(long... hashes) {
        DistinctCount count = new DistinctCount();
        for (long hash : hashes) {
            count.add(hash);
        }
        return count;
    }

    private static long[] hashes(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToLong(i -> DistinctCount.hash(prefix + "-" + i))
                .toArray();
    }

    /** As the decoder writes them: base64url of 128 random bits. */
    private static long[] pseudonyms(int count) {
        Random random = new Random(count);
        byte[] octets = new byte[16];
        return LongStream.generate(() -> {
                    random.nextBytes(octets);
                    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(octets);
                    return DistinctCount.hash(new String(text, StandardCharsets.US_ASCII));
                })
                .limit(count)
                .toArray();
    }

    private static List<String> ids() {
        List<String> ids =
                new ArrayList<>(List.of("", "a", "aa", "aaa", "aaaa", "aaaaa", "ab", "ba", "\0", "\0\0", "\0\0\0\0"));
        for (int i = 0; i < 200_000; i++) {
            ids.add(Integer.toString(i));
            ids.add("10.0.0." + i % 256 + "|" + i);
        }
        return ids;
    }

    private static DistinctCount mergedAtRandom(long[] hashes, Random random) {
        List<DistinctCount> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(8); part > 0; part--) {
            parts.add(new DistinctCount());
        }
        List<Long> shuffled = new ArrayList<>(LongStream.of(hashes).boxed().toList());
        Collections.shuffle(shuffled, random);
        for (long hash : shuffled) {
            parts.get(random.nextInt(parts.size())).add(hash);
            if (random.nextInt(4) == 0) {
                parts.get(random.nextInt(parts.size())).add(hash); // the same one seen by another task
            }
        }
        while (parts.size() > 1) {
            DistinctCount part = parts.remove(random.nextInt(parts.size()));
            boolean travels = random.nextBoolean();
            parts.get(random.nextInt(parts.size())).merge(travels ? DistinctCount.fromBytes(part.toBytes()) : part);
        }
        return parts.get(0);
    }
}
