package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Which of the times that the standard leaves optional a vendor's exchange writes. */
final class RecordingHabits {

    /** Of a hundred answered calls, so many lack an optional time. */
    private static final int LACKING_PERCENT = 3;

    private RecordingHabits() {}

    /** The times of an answered call. */
    static CallTimes answered(RandomGenerator random, Vendor vendor, Instant seizure, Instant answer, Instant release) {
        boolean lacking = random.nextInt(100) < LACKING_PERCENT;
        return new CallTimes(
                lacking && vendor == Vendor.ERICSSON ? null : seizure,
                answer,
                lacking && vendor == Vendor.NOKIA ? null : release,
                seconds(answer, release));
    }

    /** The times of an attempt that was not answered. */
    static CallTimes attempt(Vendor vendor, Instant seizure, Instant release) {
        @Nullable Instant written = vendor == Vendor.NOKIA ? null : release;
        return new CallTimes(seizure, null, written, seconds(seizure, release));
    }

    private static int seconds(Instant from, Instant to) {
        return Math.toIntExact(Duration.between(from, to).toSeconds());
    }
}
