package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.traffic.Fact;
import io.luxqoe.local.simulator.truth.Condition;
import io.luxqoe.local.simulator.truth.DeliveredRecord;
import java.time.Instant;
import java.util.Comparator;

/**
 * A record that waits to be put into its network element's file.
 *
 * @param at event time at which it goes into the file
 * @param ordinal settles the order of records with the same instant
 * @param fact what it tells
 * @param condition in what condition it goes there
 */
record Written(Instant at, long ordinal, Fact fact, Condition condition) implements Comparable<Written> {

    private static final Comparator<Written> ORDER =
            Comparator.comparing(Written::at).thenComparingLong(Written::ordinal);

    @Override
    public int compareTo(Written other) {
        return ORDER.compare(this, other);
    }

    DeliveredRecord delivered() {
        return new DeliveredRecord(fact, condition);
    }
}
