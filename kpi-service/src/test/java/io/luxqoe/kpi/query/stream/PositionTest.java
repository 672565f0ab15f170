package io.luxqoe.kpi.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Position SOME = new Position(-7, 0, 127, 128, 1_234_567_890, Long.MAX_VALUE);

    @Test
    void anIdIsReadAsItWasWritten() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 1_000; i++) {
            long[] next = random.longs(random.nextInt(20))
                    .map(offset -> offset >>> (1 + random.nextInt(63)))
                    .toArray();
            Position position = new Position(random.nextInt(), next);
            assertThat(Position.parse(position.id())).isEqualTo(position);
        }
        assertThat(Position.parse(SOME.id())).isEqualTo(SOME);
    }

    @Test
    void anIdIsShortAndOfCharactersThatNeedNoQuotes() {
        assertThat(new Position(Integer.MIN_VALUE, 1_000_000_000, 2_000_000_000, 1_500_000_000, 7).id())
                .hasSizeLessThan(31)
                .matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "!", "abc", "AQ", "AgAAAAAA", "AQAAAAD___________8", "AQAAAAD__38", "Bretagne"})
    void whatIsNoIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Position.parse(id));
    }

    @Test
    void anIdThatIsCutOffOrGoesOnIsRefused() {
        byte[] octets = Base64.getUrlDecoder().decode(SOME.id());
        for (int length = 0; length < octets.length + 3; length++) {
            String id = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(octets, length));
            if (length != octets.length) {
                assertThatIllegalArgumentException().isThrownBy(() -> Position.parse(id));
            }
        }
    }

    @Test
    void aPartitionThatWasAddedLaterIsReadFromItsFirstRecord() {
        Position before = new Position(1, 5, 5);
        Position after = new Position(1, 6, 5, 3);

        assertThat(before.next(2)).isZero();
        assertThat(before.distanceTo(after)).isEqualTo(4);
        assertThat(before.offsets(3)).containsExactly(5, 5, 0);
        assertThat(after.hasReached(before)).isTrue();
        assertThat(before.hasReached(after)).isFalse();
    }

    @Test
    void aPositionHasReachedAnotherOnlyInAllPartitions() {
        assertThat(new Position(1, 9, 4).hasReached(new Position(1, 5, 5))).isFalse();
        assertThat(new Position(1, 9, 4).distanceTo(new Position(1, 5, 5))).isEqualTo(1);
        assertThat(new Position(1, 5, 5).hasReached(new Position(1, 5, 5))).isTrue();
    }
}
