package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.local.runtime.Installation;
import io.luxqoe.local.runtime.LocalListener;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalService;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.runtime.RawSender;
import io.luxqoe.local.runtime.ReferenceData;
import io.luxqoe.local.simulator.alarm.AlarmOracle;
import io.luxqoe.local.simulator.alarm.DefaultAlarmRules;
import io.luxqoe.local.simulator.feed.FeedSettings;
import io.luxqoe.local.simulator.feed.LiveFeed;
import io.luxqoe.local.simulator.feed.TimedRawRecord;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.reference.PseudonymKey;
import io.luxqoe.local.simulator.reference.RawTopics;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.schemas.AlarmTransition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/**
 * The whole system on real processes: an hour of the simulated network's traffic in a minute, calls, messages, data and
 * video, with records out of order, late, repeated and broken, while each service in turn is killed and comes back.
 */
class EndToEndIT {

    private static final int PORT_OFFSET = 20_000;
    private static final int RATE = 1_000;
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(4);

    private final NetworkModel network = NetworkModel.of(11);

    @Test
    void killedServicesChangeNoFinalWindowAndEveryRecordIsAccountedFor() throws Exception {
        Installation installation = Installation.current();
        Path data = installation.defaultData().resolveSibling("end-to-end");
        LocalOptions options =
                LocalOptions.of(installation, data, Clock.systemUTC()).withPortOffset(PORT_OFFSET);
        try (LocalSystem system = LocalSystem.start(options, this::reference, LocalListener.SILENT)) {
            LiveFeed feed =
                    LiveFeed.bounded(network, FeedSettings.atRate(RATE).withGrace(GRACE), Clock.systemUTC(), LENGTH);
            sendAndKill(feed, system);
            Truth truth = feed.truth();
            int sessions = truth.videoSessions().size();
            await("video sessions")
                    .atMost(DRAIN_LIMIT)
                    .until(() -> system.counts().videoSessions(), seen -> seen >= sessions);

            List<String> faults =
                    system.awaitDrained(OptionalLong.of(truth.totals().sent()), DRAIN_LIMIT, new CountDownLatch(1));

            assertThat(faults).as("what does not add up").isEmpty();
            assertThat(system.restarts().values().stream().mapToInt(i -> i).sum())
                    .isEqualTo(4);
            OutcomesCheck.check(system.counts(), truth.totals());
            VideoSessionsSeen.check(system, truth);
            FinalWindows.read(system).checkMinutes(truth);
            await("quarters of an hour").atMost(DRAIN_LIMIT).untilAsserted(() -> FinalWindows.read(system)
                    .checkQuarters(truth, GRACE));
            RestCheck.check(system.url(LocalService.KPI), truth);
            checkAlarms(system, truth);
            PrivacyCheck.check(system, IdentitySearch.of(network.lines()));
        }
    }

    private Stream<ReferenceData.Entry> reference(String pseudonymKey) {
        return new io.luxqoe.local.simulator.reference.ReferenceData(network)
                .records(PseudonymKey.parse(pseudonymKey), Instant.now())
                .map(known -> new ReferenceData.Entry(known.topic(), known.key(), known.value()));
    }

    /** Kills each service once, a fifth of the traffic apart, in the middle of it. */
    private static void sendAndKill(LiveFeed feed, LocalSystem system) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        Deque<LocalService> victims = new ArrayDeque<>(Arrays.asList(LocalService.values()));
        Instant begin = feed.nextDue();
        Duration apart = LENGTH.dividedBy(victims.size() + 1);
        Instant nextKill = begin.plus(apart);
        try (RawSender sender = system.rawSender()) {
            while (feed.hasNext()) {
                Instant due = feed.nextDue();
                while (Instant.now().isBefore(due)) {
                    LockSupport.parkUntil(due.toEpochMilli());
                }
                TimedRawRecord next = feed.next();
                sent.add(sender.send(
                        RawTopics.of(next.record().domain()),
                        next.record().source(),
                        next.record().octets()));
                if (!victims.isEmpty() && due.isAfter(nextKill)) {
                    system.kill(victims.remove());
                    nextKill = nextKill.plus(apart);
                }
            }
            sender.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private static void checkAlarms(LocalSystem system, Truth truth) {
        List<String> expected = AlarmOracle.passages(DefaultAlarmRules.rules(), truth).stream()
                .map(passage -> passage.alarm().ruleId() + "|" + passage.alarm().axis() + "|"
                        + passage.alarm().key())
                .sorted()
                .toList();
        assertThat(expected).as("alarms of the incidents").hasSize(4);
        AlarmsSeen alarms = AlarmsSeen.read(system);
        assertThat(alarms.withTransition(AlarmTransition.RAISED)).isEqualTo(expected);
        assertThat(alarms.withTransition(AlarmTransition.CLEARED)).isEqualTo(expected);
    }
}
