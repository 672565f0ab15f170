package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.count.Counts;
import io.luxqoe.local.simulator.truth.Outcomes;

/** Each record that was sent ended where the simulator knows that it must. */
final class OutcomesCheck {

    private OutcomesCheck() {}

    static void check(Counts counts, Outcomes truth) {
        assertThat(truth.late()).isPositive();
        assertThat(truth.deadLetters()).isPositive();
        assertThat(truth.duplicates()).isPositive();
        assertThat(counts.counted()).as("counted").isEqualTo(truth.counted());
        assertThat(counts.late()).as("late").isEqualTo(truth.late());
        assertThat(counts.lateRecords()).as("records on the late topic").isEqualTo(truth.late());
        assertThat(counts.deadLettered()).as("dead letters").isEqualTo(truth.deadLetters());
        assertThat(counts.duplicates()).as("duplicates").isEqualTo(truth.duplicates());
        assertThat(counts.rawRecords()).as("raw records").isEqualTo(truth.rawRecords());
        assertThat(counts.otherDeadLetters())
                .as("dead letters after the decoder")
                .isZero();
    }
}
