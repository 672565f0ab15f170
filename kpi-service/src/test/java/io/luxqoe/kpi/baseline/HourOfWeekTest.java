package io.luxqoe.kpi.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HourOfWeekTest {

    private static final HourOfWeek PARIS = new HourOfWeek(ZoneId.of("Europe/Paris"));

    @Test
    void theWeekBeginsOnMondayAtMidnightOfTheZone() {
        Instant monday = Instant.parse("2026-11-15T23:00:00Z"); // midnight in Paris

        assertThat(PARIS.of(monday)).isZero();
        assertThat(PARIS.of(monday.minusMillis(1))).isEqualTo(167);
        assertThat(PARIS.week(monday)).isEqualTo(PARIS.week(monday.minusMillis(1)) + 1);
        assertThat(new HourOfWeek(ZoneOffset.UTC).of(monday)).isEqualTo(167);
    }

    @Test
    void theFirstWeekIsThatOf1970() {
        HourOfWeek utc = new HourOfWeek(ZoneOffset.UTC);

        assertThat(utc.week(Instant.EPOCH)).isZero();
        assertThat(utc.week(Instant.parse("1970-01-05T00:00:00Z"))).isEqualTo(1);
        assertThat(utc.of(Instant.EPOCH)).isEqualTo(3 * 24);
    }

    @Test
    void theSameHourOnTheWallIsTheSameHourOfTheWeekInSummerAndWinter() {
        assertThat(PARIS.of(Instant.parse("2026-07-15T16:30:00Z"))).isEqualTo(2 * 24 + 18);
        assertThat(PARIS.of(Instant.parse("2026-12-16T17:30:00Z"))).isEqualTo(2 * 24 + 18);
    }

    @Test
    void theHourThatSummerTimeTakesIsMissingAndTheOneItGivesBackIsThereTwice() {
        assertThat(minutesByHour(Instant.parse("2026-03-29T00:00:00Z"))) // 1 o'clock in Paris, on a Sunday
                .containsEntry(6 * 24 + 1, 60)
                .doesNotContainKey(6 * 24 + 2)
                .containsEntry(6 * 24 + 3, 60);
        assertThat(minutesByHour(Instant.parse("2026-10-24T23:00:00Z")))
                .containsEntry(6 * 24 + 1, 60)
                .containsEntry(6 * 24 + 2, 120);
    }

    @Test
    void onlyTheSecondHourThatTheClocksShowIsRepeated() {
        Instant back = Instant.parse("2026-10-25T01:00:00Z"); // 3 o'clock in Paris becomes 2

        assertThat(PARIS.isRepeated(back.minusMillis(1))).isFalse();
        assertThat(PARIS.isRepeated(back)).isTrue();
        assertThat(PARIS.isRepeated(back.plusSeconds(3599))).isTrue();
        assertThat(PARIS.isRepeated(back.plusSeconds(3600))).isFalse();
        assertThat(PARIS.isRepeated(Instant.parse("2026-03-29T01:00:00Z"))).isFalse();
        assertThat(new HourOfWeek(ZoneOffset.UTC).isRepeated(back)).isFalse();
    }

    /** Minutes of each hour of the week in the three hours from a time on. */
    private static TreeMap<Integer, Integer> minutesByHour(Instant from) {
        TreeMap<Integer, Integer> minutes = new TreeMap<>();
        for (int minute = 0; minute < 180; minute++) {
            minutes.merge(PARIS.of(from.plus(Duration.ofMinutes(minute))), 1, Integer::sum);
        }
        return minutes;
    }
}
