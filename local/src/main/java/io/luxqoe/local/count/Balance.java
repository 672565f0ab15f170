package io.luxqoe.local.count;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Whether counts add up: every record that was sent has exactly one outcome, and every window is FINAL. */
public final class Balance {

    private Balance() {}

    /**
     * What does not add up, as sentences; empty if everything does.
     *
     * @param counts what was seen
     * @param sent records sent, if all senders are known
     */
    public static List<String> faults(Counts counts, OptionalLong sent) {
        List<String> faults = new ArrayList<>();
        long outcomes = counts.eventsDecoded() + counts.duplicates() + counts.deadLettered();
        if (sent.isPresent() && sent.getAsLong() != outcomes) {
            faults.add(String.format(
                    "%,d records sent, but %,d decoded + %,d duplicates + %,d dead letters = %,d",
                    sent.getAsLong(), counts.eventsDecoded(), counts.duplicates(), counts.deadLettered(), outcomes));
        }
        if (counts.enriched() != counts.eventsDecoded()) {
            faults.add(
                    String.format("%,d events decoded, but %,d enriched", counts.eventsDecoded(), counts.enriched()));
        }
        if (counts.counted() + counts.late() != counts.enriched()) {
            faults.add(String.format(
                    "%,d events enriched, but %,d counted + %,d late = %,d",
                    counts.enriched(), counts.counted(), counts.late(), counts.counted() + counts.late()));
        }
        if (counts.lateRecords() != counts.late()) {
            faults.add(String.format(
                    "%,d events late, but %,d on the topic of late events", counts.late(), counts.lateRecords()));
        }
        if (counts.otherDeadLetters() != 0) {
            faults.add(String.format("%,d dead letters from services after the decoder", counts.otherDeadLetters()));
        }
        if (counts.windowsOpen() != 0) {
            faults.add(String.format("%,d windows are not FINAL", counts.windowsOpen()));
        }
        return faults;
    }
}
