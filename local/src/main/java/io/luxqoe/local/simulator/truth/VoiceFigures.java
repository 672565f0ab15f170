package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.CallEnding;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.CallTimes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Voice measurements of a window. Every call record is an attempt, except intermediate partial records, which only add
 * to the times.
 */
public final class VoiceFigures implements Figures {

    private long seizures;
    private long answered;
    private long userBusy;
    private long noAnswer;
    private long rejected;
    private long dropped;
    private long holdingTimeMs;
    private long conversationMs;

    void add(CallLeg call) {
        long durationMs = call.times().durationSeconds() * 1000L;
        holdingTimeMs += holdingTimeMs(call.times());
        boolean wasAnswered = call.times().answer() != null;
        if (wasAnswered) {
            conversationMs += durationMs;
        }
        if (call.ending().intermediate()) {
            return;
        }
        seizures++;
        if (wasAnswered) {
            answered++;
            dropped += wasDropped(call.ending()) ? 1 : 0;
        } else if (call.ending().cause() != null) {
            switch (call.ending().cause()) {
                case 17 -> userBusy++;
                case 18, 19 -> noAnswer++;
                case 21 -> rejected++;
                default -> {
                    // Neither the callee's doing nor an answer.
                }
            }
        }
    }

    private static long holdingTimeMs(CallTimes times) {
        if (times.seizure() != null && times.release() != null) {
            return Duration.between(times.seizure(), times.release()).toMillis();
        }
        return times.durationSeconds() * 1000L;
    }

    private static boolean wasDropped(CallEnding ending) {
        return ending.causeForTerm() == CallEnding.ABNORMAL_RELEASE || isNetworkCause(ending.cause());
    }

    /** Q.850 causes in the class NETWORK (FORMATS section 4). */
    static boolean isNetworkCause(@Nullable Integer cause) {
        if (cause == null) {
            return false;
        }
        return switch (cause) {
            case 2, 3, 5, 25, 127 -> true;
            default -> (cause >= 34 && cause <= 47) || (cause >= 96 && cause <= 111);
        };
    }

    /** Attempts. */
    public long seizures() {
        return seizures;
    }

    /** Attempts that were answered. */
    public long answered() {
        return answered;
    }

    /** Attempts that met a busy user (cause 17). */
    public long userBusy() {
        return userBusy;
    }

    /** Attempts that nobody answered (causes 18 and 19). */
    public long noAnswer() {
        return noAnswer;
    }

    /** Attempts that were rejected (cause 21). */
    public long rejected() {
        return rejected;
    }

    /** Answered calls that ended abnormally. */
    public long dropped() {
        return dropped;
    }

    /** Sum of the holding times, ms. */
    public long holdingTimeMs() {
        return holdingTimeMs;
    }

    /** Sum of the conversation times, ms. */
    public long conversationMs() {
        return conversationMs;
    }

    @Override
    public Map<String, Long> sums() {
        return Map.of(
                "seizures", seizures,
                "answered", answered,
                "userBusy", userBusy,
                "noAnswer", noAnswer,
                "rejected", rejected,
                "dropped", dropped,
                "holdingTimeMs", holdingTimeMs,
                "conversationTimeMs", conversationMs);
    }

    @Override
    public Map<String, KpiFigure> kpis() {
        return Map.of(
                "voice.attempts", KpiFigure.count(seizures),
                "voice.asr", KpiFigure.ratio(answered, seizures),
                "voice.ner", KpiFigure.ratio(answered + userBusy + noAnswer + rejected, seizures),
                "voice.drop-rate", KpiFigure.ratio(dropped, answered),
                "voice.mean-holding-time", KpiFigure.ratio(holdingTimeMs / 1000.0, seizures));
    }
}
