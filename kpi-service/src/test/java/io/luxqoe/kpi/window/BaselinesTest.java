package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiBaseline;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.PlannedWorkContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int CALLS = 40;

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(KpiHarness.spec(Duration.ofMinutes(2), "PT1M", "PT1H"), KpiHarness.AXES, stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void aWindowIsComparedWithTheSameHourOfTheWeeksBefore() {
        traffic(MONDAY_NOON, 0.5);
        traffic(MONDAY_NOON.plus(WEEK), 0.5);
        assertThat(lastAsr("PT1H")).satisfies(second -> {
            assertThat(second.getWeeks()).isEqualTo(1);
            assertThat(second.getDeviation()).as("insufficient history").isNull();
        });

        traffic(MONDAY_NOON.plus(WEEK.multipliedBy(2)), 0.25);
        assertThat(lastAsr("PT1H")).satisfies(third -> {
            assertThat(third.getWeeks()).isEqualTo(2);
            assertThat(third.getMean()).isEqualTo(0.5);
            assertThat(third.getDeviation()).isEqualTo(-25.0);
        });
    }

    @Test
    void aQueryFindsWhatIsUsualForAWindow() {
        traffic(MONDAY_NOON, 0.5);
        traffic(MONDAY_NOON.plus(WEEK), 0.5);

        long noon = MONDAY_NOON.plus(WEEK).toEpochMilli();
        ReadWindow window = kpi.reader()
                .ofSeries(new SeriesKey("voice", "cell", Events.CELL), hour(), noon, noon + 1)
                .iterator()
                .next();
        assertThat(kpi.reader().usual(window)).hasValueSatisfying(usual -> {
            KpiValue asr = KpiCatalogue.standard()
                    .named("voice.asr")
                    .orElseThrow()
                    .of(window.state().tally());
            usual.compare(KpiCatalogue.standard().named("voice.asr").orElseThrow(), asr);
            assertThat(asr.getBaseline().getMean()).isEqualTo(0.5);
        });
    }

    private static WindowSize hour() {
        return KpiHarness.spec(Duration.ZERO, "PT1M", "PT1H")
                .sizes()
                .named("PT1H")
                .orElseThrow();
    }

    @Test
    void anotherHourOfTheWeekKnowsNothingOfIt() {
        traffic(MONDAY_NOON, 0.5);
        traffic(MONDAY_NOON.plus(WEEK).plus(Duration.ofHours(1)), 0.5);

        assertThat(lastAsr("PT1H")).isNull();
    }

    @Test
    void theHourThatComesAgainWhenClocksGoBackIsNotComparedWithItsFirstTime() {
        Instant two = Instant.parse("2026-10-25T00:00:00Z"); // in Paris, as an hour later
        calls(two, 0.5, List.of());
        calls(two.plus(Duration.ofMinutes(119)), 0.5, List.of());
        // the first hour teaches, the second is not closed yet
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", two.plus(Duration.ofMinutes(121)))));
        kpi.pass(Duration.ofSeconds(3));
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", two.plus(Duration.ofMinutes(181)))));
        kpi.pass(Duration.ofSeconds(3));

        assertThat(lastAsr("PT1H")).isNull();
    }

    @Test
    void whatAnAlarmWasRaisedAboutTeachesNothing() {
        kpi.raise(alarm("cell", Events.CELL, MONDAY_NOON.plusSeconds(3600)));
        kpi.raise(alarm("region", "Corse", MONDAY_NOON.plusSeconds(3600)));
        traffic(MONDAY_NOON, 0.5);
        traffic(MONDAY_NOON.plus(WEEK), 0.5);

        assertThat(lastAsr("PT1H", "cell")).isNull();
        traffic(MONDAY_NOON.plus(WEEK.multipliedBy(2)), 0.5);
        assertThat(lastAsr("PT1H", "region").getWeeks()).isEqualTo(2);
    }

    @Test
    void aWindowUnderAPlannedWorkTeachesNothing() {
        List<PlannedWorkContext> works = List.of(new PlannedWorkContext("W-1", "no service"));
        traffic(MONDAY_NOON, 0.5, works);
        traffic(MONDAY_NOON.plus(WEEK), 0.5, List.of());

        assertThat(lastAsr("PT1H")).isNull();
    }

    @Test
    void aWindowOfFewSamplesTeachesNothing() {
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", MONDAY_NOON)));
        traffic(MONDAY_NOON.plus(WEEK), 0.5);

        assertThat(lastAsr("PT1H")).isNull();
    }

    private void traffic(Instant hour, double answered) {
        traffic(hour, answered, List.of());
    }

    /** An hour's calls in its first minute, and what closes all windows of the two hours after. */
    private void traffic(Instant hour, double answered, List<PlannedWorkContext> works) {
        calls(hour, answered, works);
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", hour.plus(Duration.ofHours(3)))));
        kpi.pass(Duration.ofSeconds(3));
    }

    private void calls(Instant hour, double answered, List<PlannedWorkContext> works) {
        for (int call = 0; call < CALLS; call++) {
            EnrichedEvent event =
                    call < answered * CALLS ? Events.answeredCall("msc-1", hour) : Events.failedCall("msc-1", hour);
            event.setPlannedWorks(works);
            kpi.send(Events.block("msc-1", event));
        }
        kpi.pass(Duration.ofSeconds(1));
    }

    private KpiBaseline lastAsr(String size) {
        return lastAsr(size, "cell");
    }

    private List<KpiValue> last = List.of();

    private KpiBaseline lastAsr(String size, String axis) {
        kpi.published().stream()
                .filter(said -> said.key.getWindowSize().equals(size)
                        && said.key.getAxis().equals(axis)
                        && said.value.getStatus() == KpiWindowStatus.FINAL)
                .forEach(said -> last = said.value.getValues());
        return last.stream()
                .filter(value -> value.getKpi().equals("voice.asr"))
                .findFirst()
                .orElseThrow()
                .getBaseline();
    }

    private static Alarm alarm(String axis, String key, Instant raised) {
        return Alarm.newBuilder()
                .setAlarmId("asr|" + axis + "|" + key)
                .setTransition(AlarmTransition.RAISED)
                .setRuleId("asr")
                .setAxis(axis)
                .setKey(key)
                .setProbableCause("performanceDegraded")
                .setPerceivedSeverity(PerceivedSeverity.MAJOR)
                .setAlarmRaisedTime(raised)
                .build();
    }
}
