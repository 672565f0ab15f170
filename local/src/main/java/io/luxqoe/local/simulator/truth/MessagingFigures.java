package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.MessageLeg;
import java.util.Map;

/** Messaging measurements of a window. */
public final class MessagingFigures implements Figures {

    private long attempts;
    private long successes;

    void add(MessageLeg message) {
        attempts++;
        if (message.failure() == null) {
            successes++;
        }
    }

    /** Messages sent or delivered, whatever came of it. */
    public long attempts() {
        return attempts;
    }

    /** Messages without a failure. */
    public long successes() {
        return successes;
    }

    @Override
    public Map<String, Long> sums() {
        return Map.of("attempts", attempts, "succeeded", successes);
    }

    @Override
    public Map<String, KpiFigure> kpis() {
        return Map.of(
                "messaging.attempts", KpiFigure.count(attempts),
                "messaging.success-rate", KpiFigure.ratio(successes, attempts));
    }
}
