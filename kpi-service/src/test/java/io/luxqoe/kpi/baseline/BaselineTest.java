package io.luxqoe.kpi.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.luxqoe.schemas.KpiBaseline;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Teaching MINUTES = new Teaching(0.25, 4, 60);
    private static final Teaching WEEKLY = new Teaching(0.25, 4, 1);
    private static final String ASR = "voice.asr";
    private static final double NO_FLOOR = 1e-9;

    @Test
    void whatHasLearntNothingKnowsNothing() {
        assertThat(new Baseline().compare(ASR, 0.5, NO_FLOOR, MINUTES)).isNull();
        assertThat(new Baseline().lastWeek()).isEqualTo(-1);
        assertThat(Baseline.fromBytes(new Baseline().toBytes()).lastWeek()).isEqualTo(-1);
    }

    @Test
    void thereIsNoDeviationUntilEnoughWeeksHaveTaught() {
        Baseline baseline = new Baseline();
        for (int week = 1; week <= 4; week++) {
            teachWeek(baseline, week, 0.60, 0.62);
            KpiBaseline compared = compare(baseline, 0.61);

            assertThat(compared.getWeeks()).isEqualTo(week);
            assertThat(compared.getDeviation() == null).isEqualTo(week < 4);
        }
        assertThat(baseline.lastWeek()).isEqualTo(4);
    }

    @Test
    void aWeekThatTaughtNothingDoesNotCount() {
        Baseline baseline = new Baseline();
        for (int week : new int[] {10, 12, 13}) {
            teachWeek(baseline, week, 1, 2);
        }

        assertThat(compare(baseline, 1.0).getWeeks()).isEqualTo(3);
    }

    @Test
    void aValueOfAWeekThatHasPassedTeachesAndCountsForNoWeek() {
        Baseline baseline = new Baseline();
        baseline.teach(ASR, 10, 1, WEEKLY);
        baseline.teach(ASR, 9, 3, WEEKLY);

        assertThat(compare(baseline, null).getMean()).isEqualTo(2);
        assertThat(compare(baseline, null).getWeeks()).isEqualTo(1);
        assertThat(baseline.lastWeek()).isEqualTo(10);
    }

    @Test
    void theFirstWeeksWeighTheSameAndLaterOnesAlpha() {
        Baseline baseline = new Baseline();
        for (int week = 1; week <= 4; week++) {
            baseline.teach(ASR, week, week, WEEKLY);
        }
        assertThat(compare(baseline, null).getMean()).isCloseTo(2.5, within(1e-6));
        assertThat(compare(baseline, null).getVariance()).isCloseTo(1.25, within(1e-6));

        baseline.teach(ASR, 5, 10.5, WEEKLY);
        assertThat(compare(baseline, null).getMean()).isCloseTo(2.5 + 0.25 * 8, within(1e-6));
        assertThat(compare(baseline, null).getVariance()).isCloseTo(0.75 * (1.25 + 0.25 * 64), within(1e-5));
    }

    @Test
    void theWindowsOfAWeekTogetherWeighAlpha() {
        Baseline byMinute = new Baseline();
        Baseline byWeek = new Baseline();
        for (int week = 1; week <= 20; week++) {
            double value = week < 11 ? 100 : 200;
            byWeek.teach(ASR, week, value, WEEKLY);
            for (int minute = 0; minute < 60; minute++) {
                byMinute.teach(ASR, week, value, MINUTES);
            }
            assertThat(compare(byMinute, null).getMean())
                    .isCloseTo(compare(byWeek, null).getMean(), within(0.5));
        }
        assertThat(compare(byMinute, null).getMean()).isCloseTo(200 - 100 * Math.pow(0.75, 10), within(0.01));
    }

    @Test
    void meanAndVarianceComeCloseToThoseOfTheValues() {
        Random random = new Random(1);
        Baseline baseline = new Baseline();
        for (int week = 1; week <= 30; week++) {
            for (int minute = 0; minute < 60; minute++) {
                baseline.teach(ASR, week, 500 + 20 * random.nextGaussian(), MINUTES);
            }
        }

        assertThat(compare(baseline, null).getMean()).isCloseTo(500, within(5.0));
        assertThat(Math.sqrt(compare(baseline, null).getVariance())).isCloseTo(20, within(3.0));
        assertThat(deviation(baseline, 560.0)).isCloseTo(3, within(0.6));
        assertThat(deviation(baseline, 440.0)).isCloseTo(-3, within(0.6));
    }

    @Test
    void whatNeverVariedDeviatesByTheLeastStandardDeviation() {
        Baseline constant = new Baseline();
        Baseline zero = new Baseline();
        for (int week = 1; week <= 4; week++) {
            constant.teach(ASR, week, 100, WEEKLY);
            zero.teach(ASR, week, 0, WEEKLY);
        }

        assertThat(compared(constant, 104.0, NO_FLOOR).getDeviation()).isEqualTo(2); // 2 % of 100
        assertThat(compared(constant, 104.0, 4).getDeviation()).isEqualTo(1);
        assertThat(compared(zero, 1.0, 1).getDeviation()).isEqualTo(1);
    }

    @Test
    void withoutAValueThereIsNoDeviation() {
        Baseline baseline = new Baseline();
        for (int week = 1; week <= 4; week++) {
            baseline.teach(ASR, week, 100, WEEKLY);
        }

        assertThat(compare(baseline, null).getDeviation()).isNull();
    }

    @Test
    void kpisLearnApart() {
        Baseline baseline = new Baseline();
        baseline.teach(ASR, 1, 0.6, WEEKLY);
        baseline.teach("voice.attempts", 2, 600, WEEKLY);

        assertThat(compare(baseline, null).getMean()).isCloseTo(0.6, within(1e-6));
        assertThat(Objects.requireNonNull(baseline.compare("voice.attempts", null, 1, WEEKLY))
                        .getMean())
                .isEqualTo(600);
        assertThat(baseline.lastWeek()).isEqualTo(2);
    }

    @Test
    void storingInBetweenMakesNoDifference() {
        Random random = new Random(2);
        Baseline held = new Baseline();
        Baseline stored = new Baseline();
        for (int week = 2_900; week < 2_912; week++) {
            for (int minute = 0; minute < 60; minute++) {
                for (String kpi : List.of(ASR, "voice.attempts", "voice.drop-rate")) {
                    double value = random.nextDouble() * 1_000;
                    held.teach(kpi, week, value, MINUTES);
                    stored.teach(kpi, week, value, MINUTES);
                    stored = Baseline.fromBytes(stored.toBytes());
                }
            }
        }

        assertThat(stored.toBytes()).isEqualTo(held.toBytes()).hasSize(1 + 3 * 17);
        assertThat(stored.lastWeek()).isEqualTo(2_911);
    }

    @Test
    void countersThatAreFullStayFull() {
        Baseline baseline = new Baseline();
        for (int week = 0; week < 70_000; week++) {
            baseline.teach(ASR, Math.min(week, 65_535), 5, WEEKLY);
        }
        KpiBaseline compared = compare(Baseline.fromBytes(baseline.toBytes()), 5.0);

        assertThat(compared.getWeeks()).isEqualTo(255);
        assertThat(compared.getMean()).isEqualTo(5);
    }

    @Test
    void octetsThatCannotBeAreRefused() {
        Baseline two = new Baseline();
        two.teach(ASR, 1, 1, WEEKLY);
        two.teach("voice.attempts", 1, 1, WEEKLY);
        byte[] good = two.toBytes();
        byte[] swapped = good.clone();
        System.arraycopy(good, 1, swapped, 18, 17);
        System.arraycopy(good, 18, swapped, 1, 17);
        byte[] withoutWeeks = good.clone();
        withoutWeeks[5] = 0;
        byte[] notANumber = good.clone();
        Arrays.fill(notANumber, 10, 14, (byte) 0xFF);
        for (byte[] octets :
                List.of(new byte[0], new byte[] {2}, Arrays.copyOf(good, 20), swapped, withoutWeeks, notANumber)) {
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(octets))
                    .isThrownBy(() -> Baseline.fromBytes(octets))
                    .withMessageContaining("baseline");
        }
    }

    @Test
    void whatCannotBeTaughtIsRefused() {
        Baseline baseline = new Baseline();

        assertThatIllegalArgumentException().isThrownBy(() -> baseline.teach(ASR, 1, Double.NaN, WEEKLY));
        assertThatIllegalArgumentException().isThrownBy(() -> baseline.teach(ASR, 1, 1e300, WEEKLY));
        assertThatIllegalArgumentException().isThrownBy(() -> baseline.teach(ASR, -1, 1, WEEKLY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Teaching(0, 4, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new Teaching(0.25, 0, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new Teaching(0.25, 4, 0));
    }

    private static void teachWeek(Baseline baseline, int week, double... values) {
        for (double value : values) {
            baseline.teach(ASR, week, value, MINUTES);
        }
    }

    private static KpiBaseline compare(Baseline baseline, @Nullable Double value) {
        return compared(baseline, value, NO_FLOOR);
    }

    private static double deviation(Baseline baseline, double value) {
        return Objects.requireNonNull(compare(baseline, value).getDeviation());
    }

    private static KpiBaseline compared(Baseline baseline, @Nullable Double value, double leastStddev) {
        return Objects.requireNonNull(baseline.compare(ASR, value, leastStddev, MINUTES));
    }
}
