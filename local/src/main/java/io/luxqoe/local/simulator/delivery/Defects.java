package io.luxqoe.local.simulator.delivery;

/**
 * Shares of the records that are not delivered once, whole and in order; each 0 to 1, together at most 1.
 *
 * @param outOfOrder delivered behind later ones of the source, within the grace
 * @param late delivered when the grace is over
 * @param duplicated delivered twice: half of them alone, half with their whole file
 * @param broken delivered so that they cannot be decoded
 */
public record Defects(double outOfOrder, double late, double duplicated, double broken) {

    /** Everything arrives once, whole and in order. */
    public static final Defects NONE = new Defects(0, 0, 0, 0);

    /** What a network in good order does. */
    public static final Defects TYPICAL = new Defects(0.02, 0.002, 0.003, 0.001);

    public Defects {
        if (!(outOfOrder >= 0 && late >= 0 && duplicated >= 0 && broken >= 0)
                || outOfOrder + late + duplicated + broken > 1) {
            throw new IllegalArgumentException("Shares of defects lie between 0 and 1 and sum to at most 1");
        }
    }
}
