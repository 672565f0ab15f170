package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.WeightedChoice;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How an attempt to call somebody goes. Causes are those of ITU-T Q.850, holding times are seconds. */
enum CallFate {
    ANSWERED(68, 16, 3, 12, true),
    BUSY(8, 17, 3, 8, true),
    NOT_RESPONDING(2, 18, 15, 40, true),
    NO_ANSWER(13, 19, 20, 45, true),
    REJECTED(3, 21, 4, 15, true),
    CALLER_GAVE_UP(3, 16, 3, 20, true),
    ABSENT(0.7, 20, 2, 6, false),
    OUT_OF_ORDER(0.3, 27, 2, 6, false),
    UNALLOCATED(0.5, 1, 1, 3, false),
    INVALID_NUMBER(0.15, 28, 1, 3, false),
    NO_ROUTE(0.1, 3, 1, 3, false),
    NO_CIRCUIT(0.2, 34, 1, 4, false),
    NETWORK_OUT_OF_ORDER(0.1, 38, 1, 4, false),
    TEMPORARY_FAILURE(0.3, 41, 1, 6, false),
    CONGESTION(0.15, 42, 1, 4, false),
    NO_RESOURCE(0.1, 47, 1, 4, false),
    TIMER_EXPIRY(0.1, 102, 8, 30, false),
    UNSPECIFIED(0.2, 31, 1, 10, false),
    /** The record does not say why. */
    SILENT(0.1, null, 1, 10, false);

    private static final WeightedChoice<CallFate> USUAL =
            WeightedChoice.among(Arrays.asList(values()), fate -> fate.weight);
    private static final WeightedChoice<CallFate> IN_FAILED_CELL = WeightedChoice.among(
            List.of(NO_CIRCUIT, NETWORK_OUT_OF_ORDER, TEMPORARY_FAILURE), fate -> fate == NO_CIRCUIT ? 5 : 3);
    private static final WeightedChoice<CallFate> IN_CONGESTION =
            WeightedChoice.among(List.of(CONGESTION, NO_CIRCUIT, NO_RESOURCE), fate -> fate == CONGESTION ? 6 : 2);

    private final double weight;
    private final @Nullable Integer cause;
    private final int shortest;
    private final int longest;
    private final boolean reachesCallee;

    CallFate(double weight, @Nullable Integer cause, int shortest, int longest, boolean reachesCallee) {
        this.weight = weight;
        this.cause = cause;
        this.shortest = shortest;
        this.longest = longest;
        this.reachesCallee = reachesCallee;
    }

    static CallFate usual(RandomGenerator random) {
        return USUAL.pick(random);
    }

    static CallFate inFailedCell(RandomGenerator random) {
        return IN_FAILED_CELL.pick(random);
    }

    static CallFate inCongestion(RandomGenerator random) {
        return IN_CONGESTION.pick(random);
    }

    /** Q.850 cause; of an answered call that of its normal end. */
    @Nullable
    Integer cause() {
        return cause;
    }

    /** Whether the callee's exchange takes part and writes a record too. */
    boolean reachesCallee() {
        return reachesCallee;
    }

    /** Seconds from seizure to answer, or to the end of an attempt. */
    int seconds(RandomGenerator random) {
        return shortest + random.nextInt(longest - shortest + 1);
    }

    /** How the record of an attempt that was not answered says it ended. */
    CallEnding endingOfAttempt() {
        return new CallEnding(
                this == CALLER_GAVE_UP ? CallEnding.NORMAL_RELEASE : CallEnding.UNSUCCESSFUL_ATTEMPT, cause);
    }
}
