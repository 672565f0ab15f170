package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.traffic.PlayerReport.BitrateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Interval;
import io.luxqoe.local.simulator.traffic.PlayerReport.StateChange;
import io.luxqoe.local.simulator.traffic.ViewingFactory.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The events that a player reports from the viewer's wish to the end of the viewing. Used once. */
final class PlayerEvents {

    private static final int[] LADDER_KBPS = {400, 800, 1_500, 3_000, 6_000};
    private static final int INTERVAL_MS = 30_000;
    private static final int START_FAILURE_PERCENT = 5;
    private static final int EXIT_PERCENT = 6;
    private static final int TELLS_START_DELAY_PERCENT = 70;
    private static final int TELLS_STARVATION_PERCENT = 60;
    private static final int MEAN_PLAYING_MS = 110_000;
    private static final int LONGEST_PLAYING_MS = 600_000;
    private static final int MEAN_UNTIL_STALL_MS = 80_000;
    private static final int MEAN_UNTIL_CHANGE_MS = 70_000;
    private static final int PAUSE_PERCENT = 8;
    /** A pause without a sign of life may be longer than what makes two sessions of one. */
    private static final int SHORTEST_PAUSE_MS = 10_000;

    private static final int LONGEST_PAUSE_MS = 300_000;

    private final RandomGenerator random;
    private final List<Said> said = new ArrayList<>();
    private final boolean tellsStarvation;
    private int at;
    private int rung;

    PlayerEvents(RandomGenerator random) {
        this.random = random;
        this.tellsStarvation = random.nextInt(100) < TELLS_STARVATION_PERCENT;
        this.rung = random.nextInt(LADDER_KBPS.length);
    }

    /** What the player says, in its order. */
    List<Said> said() {
        changeTo('s', null, null);
        int draw = random.nextInt(100);
        if (draw < START_FAILURE_PERCENT) {
            at += 500 + random.nextInt(8_000);
            changeTo('f', null, null);
        } else if (draw < START_FAILURE_PERCENT + EXIT_PERCENT) {
            at += 500 + random.nextInt(10_000);
            if (random.nextBoolean()) {
                changeTo('q', null, null);
            } // else it is never heard of again
        } else {
            int delay = 300 + random.nextInt(3_700);
            at += delay;
            changeTo('p', random.nextInt(100) < TELLS_START_DELAY_PERCENT ? delay + 5 : null, null);
            play();
            end();
        }
        return said;
    }

    private void play() {
        int left = exponential(MEAN_PLAYING_MS, LONGEST_PLAYING_MS);
        int untilStall = exponential(MEAN_UNTIL_STALL_MS, LONGEST_PLAYING_MS);
        int untilChange = exponential(MEAN_UNTIL_CHANGE_MS, LONGEST_PLAYING_MS);
        int untilInterval = INTERVAL_MS;
        while (left > 0) {
            int step = Math.min(Math.min(left, untilInterval), Math.min(untilStall, untilChange));
            at += step;
            left -= step;
            untilStall -= step;
            untilChange -= step;
            untilInterval -= step;
            if (untilInterval <= 0) {
                say(new Interval('p', LADDER_KBPS[rung]));
                untilInterval = INTERVAL_MS;
            }
            if (untilStall <= 0) {
                stall();
                untilStall = exponential(MEAN_UNTIL_STALL_MS, LONGEST_PLAYING_MS);
            }
            if (untilChange <= 0) {
                rung = rung == 0 || (rung < LADDER_KBPS.length - 1 && random.nextBoolean()) ? rung + 1 : rung - 1;
                say(new BitrateChange(LADDER_KBPS[rung]));
                untilChange = exponential(MEAN_UNTIL_CHANGE_MS, LONGEST_PLAYING_MS);
                if (random.nextInt(100) < PAUSE_PERCENT) {
                    pause();
                }
            }
        }
    }

    private void stall() {
        changeTo('r', null, null);
        int starved = 200 + random.nextInt(9_000);
        at += starved;
        // A player's own count differs a little from the times of its reports.
        changeTo('p', null, tellsStarvation ? starved - 3 : null);
    }

    private void pause() {
        changeTo('a', null, null);
        at += SHORTEST_PAUSE_MS + random.nextInt(LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
        changeTo('p', null, null);
    }

    private void end() {
        int draw = random.nextInt(100);
        if (draw < 50) {
            changeTo('e', null, null);
        } else if (draw < 85) {
            changeTo('q', null, null);
        } else if (draw < 90) {
            changeTo('f', null, null);
        } // else the player is never heard of again
    }

    private void changeTo(char state, @Nullable Integer startDelayMs, @Nullable Integer starvedMs) {
        say(new StateChange(state, startDelayMs, starvedMs, state == 'p' ? LADDER_KBPS[rung] : null));
    }

    private void say(PlayerReport.Told told) {
        said.add(new Said(Duration.ofMillis(at), told));
    }

    private int exponential(int mean, int most) {
        return (int) Math.min(most, 1 - mean * StrictMath.log(1 - random.nextDouble()));
    }
}
