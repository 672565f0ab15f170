package io.luxqoe.local.simulator.truth;

/**
 * What became of the records delivered: each has exactly one of four outcomes.
 *
 * @param rawRecords raw records delivered
 * @param counted records counted into their window
 * @param late records that came after their window was promised closed
 * @param deadLetters records that cannot be decoded
 * @param duplicates records that came before
 */
public record Outcomes(long rawRecords, long counted, long late, long deadLetters, long duplicates) {

    static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0);

    /** Records delivered: the sum of the four. */
    public long sent() {
        return counted + late + deadLetters + duplicates;
    }

    Outcomes plus(Outcomes other) {
        return new Outcomes(
                rawRecords + other.rawRecords,
                counted + other.counted,
                late + other.late,
                deadLetters + other.deadLetters,
                duplicates + other.duplicates);
    }
}
