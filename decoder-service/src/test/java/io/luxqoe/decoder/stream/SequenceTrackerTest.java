package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.stream.SequenceTracker.Change;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SequenceTrackerTest {
    private static final int WINDOW = 64;
    private static final int FURTHEST = 1000;

    private final SequenceTracker tracker = new SequenceTracker(16, WINDOW, FURTHEST);

    @Test
    void numbersInOrderAreNoChangeWhereverTheyBegin() {
        for (long number = 4711; number < 5000; number++) {
            assertThat(tracker.see(number)).isEqualTo(Change.NONE);
        }
    }

    @Test
    void whatIsLeftOutIsAGapWithItsFirstNumberAndItsSize() {
        tracker.see(10);

        assertThat(tracker.see(12)).isEqualTo(new Change(11, 1, 1));
        assertThat(tracker.see(500)).isEqualTo(new Change(13, 487, 1));
        assertThat(tracker.see(501)).isEqualTo(Change.NONE);
    }

    @Test
    void aNumberThatComesLateIsTakenOffItsGap() {
        tracker.see(10);
        tracker.see(14);

        assertThat(tracker.see(12)).as("splits the gap").isEqualTo(new Change(12, -1, 1));
        assertThat(tracker.see(11)).as("ends one half").isEqualTo(new Change(11, -1, -1));
        assertThat(tracker.see(13)).as("ends the other").isEqualTo(new Change(13, -1, -1));
        assertThat(tracker.see(13)).as("repeats").isEqualTo(Change.NONE);
        assertThat(tracker.see(15)).isEqualTo(Change.NONE);
    }

    @Test
    void aNumberThatComesAgainIsNoChange() {
        tracker.see(10);
        tracker.see(11);

        assertThat(tracker.see(11)).isEqualTo(Change.NONE);
        assertThat(tracker.see(10)).isEqualTo(Change.NONE);
        assertThat(tracker.see(12)).isEqualTo(Change.NONE);
    }

    @Test
    void numbersWrap() {
        tracker.see(0xFFFE);

        assertThat(tracker.see(0xFFFF)).isEqualTo(Change.NONE);
        assertThat(tracker.see(0)).isEqualTo(Change.NONE);

        tracker.see(0xFFFE + 0x10000L - 1); // 0xFFFD of the next turn is far ahead: a stray
        assertThat(tracker.see(1)).isEqualTo(Change.NONE);
    }

    @Test
    void aGapAcrossTheWrapIsFilledAcrossTheWrap() {
        tracker.see(0xFFFE);

        assertThat(tracker.see(2)).isEqualTo(new Change(0xFFFF, 3, 1));
        assertThat(tracker.see(0)).isEqualTo(new Change(0, -1, 1));
        assertThat(tracker.see(0xFFFF)).isEqualTo(new Change(0xFFFF, -1, -1));
        assertThat(tracker.see(1)).isEqualTo(new Change(1, -1, -1));
    }

    @Test
    void aNumberingThatBeganAnewIsNoGap() {
        tracker.see(5000);
        tracker.see(5001);

        assertThat(tracker.see(0)).isEqualTo(Change.NONE);
        assertThat(tracker.see(1)).isEqualTo(Change.NONE);
        assertThat(tracker.see(3)).as("a gap in the new one").isEqualTo(new Change(2, 1, 1));
    }

    @Test
    void theNumberLeftOutAfterTheFirstOfANewNumberingIsAGapToo() {
        tracker.see(5000);

        assertThat(tracker.see(0)).isEqualTo(Change.NONE);
        assertThat(tracker.see(2)).isEqualTo(new Change(1, 1, 1));
    }

    @Test
    void anAbsurdJumpAheadIsANewNumberingAndNoGap() {
        tracker.see(10);

        assertThat(tracker.see(11 + FURTHEST)).isEqualTo(Change.NONE);
        assertThat(tracker.see(12 + FURTHEST)).isEqualTo(Change.NONE);
        assertThat(tracker.see(14 + FURTHEST)).isEqualTo(new Change(13 + FURTHEST, 1, 1));
    }

    @Test
    void aStrayDoesNotEndANumbering() {
        tracker.see(5000);
        for (long stray : new long[] {0, 100, 4000, 20_000}) {
            assertThat(tracker.see(stray)).isEqualTo(Change.NONE);
        }

        assertThat(tracker.see(5002)).isEqualTo(new Change(5001, 1, 1));
        assertThat(tracker.see(1)).as("the next after a stray long ago").isEqualTo(Change.NONE);
        assertThat(tracker.see(5003)).isEqualTo(Change.NONE);
    }

    @Test
    void numbersThatDoNotWrapMayBeAsLargeAsThereAre() {
        SequenceTracker unbounded = new SequenceTracker(63, WINDOW, FURTHEST);
        unbounded.see(Long.MAX_VALUE - 5);

        assertThat(unbounded.see(Long.MAX_VALUE - 2)).isEqualTo(new Change(Long.MAX_VALUE - 4, 2, 1));
        assertThat(unbounded.see(Long.MAX_VALUE - 4)).isEqualTo(new Change(Long.MAX_VALUE - 4, -1, 0));
        assertThat(unbounded.see(Long.MAX_VALUE - 1)).isEqualTo(Change.NONE);
    }

    @Test
    void inWhateverOrderNumbersComeWithinTheWindowWhatIsMissingIsWhatDidNotCome() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            SequenceTracker each = new SequenceTracker(16, WINDOW, FURTHEST);
            long begin = random.nextInt(0x10000);
            each.see(begin);
            TreeSet<Long> missing = new TreeSet<>();
            long gaps = 0;
            long numbers = 0;
            for (long number : shuffled(random, 3000)) {
                if (random.nextInt(10) == 0) {
                    missing.add(number);
                } else {
                    Change change = each.see(begin + number);
                    gaps += change.gaps();
                    numbers += change.missing();
                }
                if (random.nextInt(50) == 0) {
                    each = restored(each);
                }
            }
            Change last = each.see(begin + 3001);
            assertThat(numbers + last.missing()).isEqualTo(missing.size());
            assertThat(gaps + last.gaps()).isEqualTo(runs(missing));
        }
    }

    /** 1 to {@code count}, each at most half a window from its place. */
    private static List<Long> shuffled(Random random, int count) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= count; number += 30) {
            List<Long> some = new ArrayList<>();
            for (long each = number; each < number + 30; each++) {
                some.add(each);
            }
            Collections.shuffle(some, random);
            numbers.addAll(some);
        }
        return numbers;
    }

    private static long runs(TreeSet<Long> numbers) {
        return numbers.stream().filter(number -> !numbers.contains(number - 1)).count();
    }

    private static SequenceTracker restored(SequenceTracker tracker) {
        ByteBuffer octets = ByteBuffer.allocate(tracker.maxOctets());
        tracker.write(octets);
        octets.flip();
        SequenceTracker restored = new SequenceTracker(16, WINDOW, FURTHEST);
        restored.read(octets);
        return restored;
    }
}
