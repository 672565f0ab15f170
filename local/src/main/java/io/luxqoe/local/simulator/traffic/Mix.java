package io.luxqoe.local.simulator.traffic;

/**
 * Of which activities traffic consists. What is neither is calls and short messages.
 *
 * @param sessionsPerMille packet sessions of a thousand activities
 * @param viewingsPerMille viewings of video of a thousand activities; each gives some fifteen records
 */
public record Mix(int sessionsPerMille, int viewingsPerMille) {

    /** Nothing but calls and short messages. */
    public static final Mix CALLS_AND_MESSAGES = new Mix(0, 0);

    /** Some of everything; most of it are calls and short messages. */
    public static final Mix EVERYTHING = new Mix(60, 7);

    public Mix {
        if (sessionsPerMille < 0 || viewingsPerMille < 0 || sessionsPerMille + viewingsPerMille > 1000) {
            throw new IllegalArgumentException("Shares are 0 or more and at most 1000 together");
        }
    }
}
