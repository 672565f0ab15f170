package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.truth.Condition;
import io.luxqoe.local.simulator.truth.DeliveredRecord;
import java.time.Instant;
import java.util.List;

/**
 * A raw record with what is in it.
 *
 * @param raw the raw record
 * @param records its charging records in their order
 */
record Delivery(RawRecord raw, List<DeliveredRecord> records) {

    /** Whether it can be sent again without a doubt about the outcome: a broken record has no identity. */
    boolean isWhole() {
        return records.stream().noneMatch(record -> record.condition() == Condition.BROKEN);
    }

    /** The same file once more. */
    Delivery again(Instant at) {
        return new Delivery(
                new RawRecord(raw.source(), raw.domain(), raw.octets(), at, raw.cdrs()),
                records.stream()
                        .map(record -> new DeliveredRecord(record.fact(), Condition.REPEATED))
                        .toList());
    }
}
