package io.luxqoe.local.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.local.simulator.alarm.AlarmOracle;
import io.luxqoe.local.simulator.alarm.AlarmPassage;
import io.luxqoe.local.simulator.alarm.DefaultAlarmRules;
import io.luxqoe.local.simulator.alarm.ExpectedAlarm;
import io.luxqoe.local.simulator.network.NetworkModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveFeedTest {

    private static final Instant START = Instant.parse("2026-11-20T16:46:15.123456Z");
    private static final InstantSource CLOCK = InstantSource.fixed(START);
    private static final NetworkModel NETWORK = NetworkModel.of(42);

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 60, 300, 3600, 7200})
    void aBoundedFeedEndsAtThePresentOfItsEnd(int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        LiveFeed feed = LiveFeed.bounded(NETWORK, FeedSettings.atRate(50), CLOCK, length);
        Instant end = START.plus(length);
        assertThat(Duration.between(feed.begin(), end))
                .isEqualTo(Duration.ofSeconds(Math.max(seconds, Math.min(3600, 60 * seconds))));
        Instant before = START;
        long sent = 0;
        while (feed.hasNext()) {
            Instant due = feed.nextDue();
            TimedRawRecord next = feed.next();
            assertThat(next.due()).isEqualTo(due).isBetween(before, end);
            assertThat(next.record().sendAt()).isBeforeOrEqualTo(due);
            before = due;
            sent += next.record().cdrs();
        }
        long expected = 50L * seconds;
        double deviation = 6 * Math.sqrt(expected) + 5;
        assertThat((double) sent).isBetween(expected - deviation, expected * 1.01 + deviation);
        assertThat(Duration.between(before, end)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aMinuteAtFiveHundredASecondGoesThroughTheIncidents() {
        LiveFeed feed = LiveFeed.bounded(NETWORK, FeedSettings.atRate(500), CLOCK, Duration.ofSeconds(60));
        feed.forEachRemaining(record -> {});
        List<AlarmPassage> passages = AlarmOracle.passages(DefaultAlarmRules.rules(), feed.truth());
        List<ExpectedAlarm> expected = feed.incidents().stream()
                .flatMap(incident -> DefaultAlarmRules.expected(NETWORK, incident).stream())
                .toList();
        assertThat(AlarmOracle.raised(passages)).hasSize(4).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(passages).allSatisfy(passage -> assertThat(passage.cleared()).isPresent());
    }

    @Test
    void anUnboundedFeedCatchesUpInAMinuteAndGoesOnInRealTime() {
        LiveFeed feed = LiveFeed.unbounded(NETWORK, FeedSettings.atRate(20), CLOCK);
        assertThat(feed.begin()).isEqualTo(START.minus(Duration.ofHours(1)));
        Instant before = START;
        long inBacklog = 0;
        long live = 0;
        Instant caughtUp = START.plusSeconds(62);
        while (feed.nextDue().isBefore(START.plusSeconds(362))) {
            TimedRawRecord next = feed.next();
            assertThat(next.due()).isAfterOrEqualTo(before);
            assertThat(next.record().sendAt()).isBeforeOrEqualTo(next.due());
            before = next.due();
            if (before.isBefore(caughtUp)) {
                inBacklog += next.record().cdrs();
            } else {
                live += next.record().cdrs();
                assertThat(next.record().sendAt()).isEqualTo(next.due());
            }
        }
        assertThat(inBacklog).isBetween(1_050L, 1_400L);
        assertThat(live).isBetween(5_600L, 6_400L);
        assertThat(feed.hasNext()).isTrue();
    }

    @Test
    void theRecordsComeEvenlyOnTheWallClock() {
        LiveFeed feed = LiveFeed.bounded(NETWORK, FeedSettings.atRate(500), CLOCK, Duration.ofSeconds(60));
        long[] perSecond = new long[61];
        feed.forEachRemaining(
                next -> perSecond[(int) Duration.between(START, next.due()).toSeconds()] +=
                        next.record().cdrs());
        for (int second = 1; second < 60; second++) {
            assertThat(perSecond[second]).as("records in second %d", second).isBetween(250L, 850L);
        }
    }

    @Test
    void withoutIncidentsNoneAreKnown() {
        LiveFeed feed =
                LiveFeed.bounded(NETWORK, FeedSettings.atRate(500).withIncidents(false), CLOCK, Duration.ofSeconds(60));
        assertThat(feed.incidents()).isEmpty();
    }

    @Test
    void aRateOrLengthOfNothingIsRefused() {
        assertThatThrownBy(() -> FeedSettings.atRate(0)).hasMessageContaining("rate");
        assertThatThrownBy(() -> LiveFeed.bounded(NETWORK, FeedSettings.atRate(1), CLOCK, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
