package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;
import io.luxqoe.local.simulator.traffic.ViewingFactory.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The objects that a player requests from the manifest on. Used once. */
final class PlayerRequests {

    private static final int[] LADDER_KBPS = {400, 800, 1_500, 3_000, 6_000};
    private static final int SEGMENT_MS = 6_000;
    private static final int MOST_SEGMENTS = 30;
    private static final int NO_MEDIA_PERCENT = 6;
    private static final int STARVED_PERCENT = 3;
    private static final int SWITCH_PERCENT = 15;
    private static final int AUDIO_PERCENT = 10;
    private static final int TELLS_START_DELAY_PERCENT = 50;

    private final RandomGenerator random;
    private final List<Said> said = new ArrayList<>();
    private int at;

    PlayerRequests(RandomGenerator random) {
        this.random = random;
    }

    /** What the player says, in its order. */
    List<Said> said() {
        say(new ObjectRequest('m', 0, 0, false, null));
        if (random.nextInt(100) < NO_MEDIA_PERCENT) {
            return said;
        }
        boolean tellsStartDelay = random.nextInt(100) < TELLS_START_DELAY_PERCENT;
        int rung = random.nextInt(LADDER_KBPS.length);
        int segments = 1 + random.nextInt(MOST_SEGMENTS);
        for (int segment = 0; segment < segments; segment++) {
            at += segment == 0 ? 100 + random.nextInt(900) : SEGMENT_MS - 500 + random.nextInt(1_000);
            boolean starved = segment > 1 && random.nextInt(100) < STARVED_PERCENT;
            @Nullable Integer startDelay = segment == 1 && tellsStartDelay ? 200 + random.nextInt(4_000) : null;
            if (segment > 0 && random.nextInt(100) < SWITCH_PERCENT) {
                rung = random.nextInt(LADDER_KBPS.length);
            }
            say(new ObjectRequest('v', LADDER_KBPS[rung], SEGMENT_MS, starved, startDelay));
            if (random.nextInt(100) < AUDIO_PERCENT) {
                at += 20;
                say(new ObjectRequest('a', 128, SEGMENT_MS, false, null));
            }
        }
        return said;
    }

    private void say(ObjectRequest request) {
        said.add(new Said(Duration.ofMillis(at), request));
    }
}
