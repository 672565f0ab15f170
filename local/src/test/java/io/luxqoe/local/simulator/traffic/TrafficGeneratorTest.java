package io.luxqoe.local.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.NetworkModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final NetworkModel NETWORK = NetworkModel.of(11);

    @Test
    void theRateIsTheOneAskedForFromTheFirstMinuteOn() {
        long[] perMinute = new long[62];
        for (Completed completed : completions(IncidentPlan.none(), 20)) {
            perMinute[(int) Math.min(61, Duration.between(BEGIN, completed.at()).toMinutes())]++;
        }
        for (int minute = 0; minute < 60; minute++) {
            assertThat(perMinute[minute]).as("records in minute %d", minute).isBetween(950L, 1_450L);
        }
    }

    @Test
    void nothingIsWrittenBeforeItHappened() {
        for (Completed completed : completions(IncidentPlan.none(), 20)) {
            assertThat(completed.fact().eventTime()).isBeforeOrEqualTo(completed.at());
            assertThat(completed.fact().eventTime()).isAfter(completed.at().minusSeconds(20));
        }
    }

    @Test
    void callsHaveTimesInOrderAndNoDurationOfZero() {
        for (Completed completed : completions(IncidentPlan.none(), 20)) {
            if (completed.fact() instanceof CallLeg call) {
                CallTimes times = call.times();
                assertThat(times.durationSeconds()).isPositive();
                if (times.seizure() != null && times.answer() != null) {
                    assertThat(times.seizure()).isBeforeOrEqualTo(times.answer());
                }
                if (times.answer() != null && times.release() != null) {
                    assertThat(times.answer().plusSeconds(times.durationSeconds()))
                            .isEqualTo(times.release());
                }
            }
        }
    }

    @Test
    void aLongCallComesInPartsThatFollowEachOther() {
        List<CallLeg> parts = new ArrayList<>();
        for (Completed completed : completions(IncidentPlan.none(), 60)) {
            if (completed.fact() instanceof CallLeg call && call.identity().part() > 0) {
                parts.add(call);
            }
        }
        assertThat(parts).filteredOn(call -> call.ending().intermediate()).isNotEmpty();
        for (CallLeg part : parts) {
            List<CallLeg> followers = parts.stream()
                    .filter(other -> other.identity().callReference()
                                    == part.identity().callReference()
                            && other.identity().part() == part.identity().part() + 1)
                    .toList();
            if (part.ending().intermediate()) {
                Instant answer = part.times().answer();
                assertThat(answer).isNotNull();
                assertThat(followers).singleElement().satisfies(next -> assertThat(
                                next.times().answer())
                        .isEqualTo(answer.plusSeconds(part.times().durationSeconds())));
            } else {
                assertThat(followers).isEmpty();
            }
        }
    }

    @Test
    void everyLegHasAReferenceOfItsOwn() {
        Set<String> references = new HashSet<>();
        for (Completed completed : completions(IncidentPlan.none(), 20)) {
            if (completed.fact() instanceof CallLeg call) {
                String reference =
                        call.identity().callReference() + "/" + call.identity().part();
                assertThat(references.add(reference)).isTrue();
            }
        }
    }

    @Test
    void aFailedCellAnswersNothingWhileItsIncidentHolds() {
        IncidentPlan plan = IncidentPlan.standard(NETWORK, BEGIN, HOUR);
        Incident failure = plan.incidents().get(0);
        assertThat(failure.kind()).isEqualTo(Incident.Kind.CELL_FAILURE);
        int before = 0;
        int during = 0;
        for (Completed completed : completions(plan, 20)) {
            if (completed.fact() instanceof CallLeg call
                    && NETWORK.hotCell().equals(call.cell())
                    && call.times().answer() != null
                    && call.identity().part() == 0) {
                if (completed.at().isBefore(failure.begin())) {
                    before++;
                } else if (failure.holdsAt(completed.at().minusSeconds(21)) && failure.holdsAt(completed.at())) {
                    during++;
                }
            }
        }
        assertThat(before).isGreaterThan(200);
        assertThat(during).isZero();
    }

    @Test
    void recurringIncidentsHoldInEveryPeriod() {
        IncidentPlan plan = IncidentPlan.recurring(NETWORK, BEGIN, HOUR);
        Instant inside = plan.incidents().get(0).begin().plusSeconds(60);
        assertThat(plan.failure(NETWORK.hotCell(), inside)).isNotNull();
        assertThat(plan.failure(NETWORK.hotCell(), inside.plus(HOUR.multipliedBy(5))))
                .isNotNull();
        assertThat(plan.failure(NETWORK.hotCell(), BEGIN.plus(HOUR.multipliedBy(5))))
                .isNull();
        assertThat(IncidentPlan.standard(NETWORK, BEGIN, HOUR).failure(NETWORK.hotCell(), inside.plus(HOUR)))
                .isNull();
    }

    @Test
    void theDayHasItsPeakInTheEveningAndItsMeanIsTheOneAskedFor() {
        Intensity daily = Intensity.daily(10);
        Instant midnight = Instant.parse("2026-11-19T23:00:00Z");
        double sum = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            sum += daily.recordsPerSecond(midnight.plusSeconds(60L * minute));
        }
        assertThat(sum / (24 * 60)).isBetween(9.99, 10.01);
        assertThat(daily.recordsPerSecond(midnight.plus(Duration.ofHours(18))))
                .isGreaterThan(5 * daily.recordsPerSecond(midnight.plus(Duration.ofHours(4))));
    }

    private static List<Completed> completions(IncidentPlan plan, double rate) {
        TrafficGenerator generator = new TrafficGenerator(NETWORK, plan, TrafficSettings.of(BEGIN, HOUR, rate, 12));
        List<Completed> completions = new ArrayList<>();
        generator.forEachRemaining(activity -> completions.addAll(activity.completions()));
        return completions;
    }
}
