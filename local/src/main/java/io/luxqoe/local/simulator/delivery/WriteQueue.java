package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.traffic.Completed;
import io.luxqoe.local.simulator.traffic.TrafficGenerator;
import io.luxqoe.local.simulator.truth.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The records of all network elements in the order in which they go into files: some are held back, some come again,
 * some are to be broken. Holds no more than what is held back and what the present activity gave.
 */
final class WriteQueue {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** A late record comes so long after its window's grace is over. */
    private static final Duration LATE_FROM = Duration.ofSeconds(20);

    private static final Duration LATE_SPREAD = Duration.ofSeconds(100);
    /** A repeated record comes so long after the first. */
    private static final Duration REPEAT_SPREAD = Duration.ofSeconds(90);

    private final TrafficGenerator traffic;
    private final Instant end;
    private final Duration grace;
    private final Defects defects;
    private final RandomGenerator random;
    private final PriorityQueue<Written> waiting = new PriorityQueue<>();
    private long ordinal;

    WriteQueue(TrafficGenerator traffic, Instant end, DeliverySettings settings, RandomGenerator random) {
        this.traffic = traffic;
        this.end = end;
        this.grace = settings.grace();
        this.defects = settings.defects();
        this.random = random;
    }

    /** The next record, which stays; none where the span is over. */
    @Nullable
    Written peek() {
        while (traffic.hasNext() && (waiting.isEmpty() || !waiting.peek().at().isBefore(traffic.nextAt()))) {
            for (Completed completed : traffic.next().completions()) {
                add(completed);
            }
        }
        Written next = waiting.peek();
        return next == null || !next.at().isBefore(end) ? null : next;
    }

    /** Takes the record that {@link #peek} showed. */
    void remove() {
        waiting.remove();
    }

    /** Records that wait. */
    int size() {
        return waiting.size();
    }

    private void add(Completed completed) {
        double draw = random.nextDouble();
        if ((draw -= defects.broken()) < 0) {
            add(completed, completed.at(), Condition.BROKEN);
        } else if ((draw -= defects.late()) < 0) {
            Instant windowEnd =
                    completed.fact().eventTime().truncatedTo(ChronoUnit.MINUTES).plus(WINDOW);
            add(completed, windowEnd.plus(grace).plus(LATE_FROM).plus(some(LATE_SPREAD)), Condition.INTACT);
        } else if ((draw -= defects.outOfOrder()) < 0) {
            add(completed, completed.at().plus(some(grace.dividedBy(2))), Condition.INTACT);
        } else {
            add(completed, completed.at(), Condition.INTACT);
            if (draw < defects.duplicated() / 2) {
                add(completed, completed.at().plus(some(REPEAT_SPREAD)), Condition.REPEATED);
            }
        }
    }

    private void add(Completed completed, Instant at, Condition condition) {
        waiting.add(new Written(at, ordinal++, completed.fact(), condition));
    }

    private Duration some(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
