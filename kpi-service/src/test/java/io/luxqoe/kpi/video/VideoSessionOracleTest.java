package io.luxqoe.kpi.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.kpi.video.VideoOutput.Promised;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions against an oracle that has all reports at hand. Sources are read at uneven pace by two combine tasks, which
 * call late what the rules of the windows call late; the task that keeps sessions dies now and then. {@code
 * -Dlux.oracle.seeds=3000} for more seeds, {@code -Dlux.oracle.first=1234} to begin elsewhere.
 */
class VideoSessionOracleTest {

    private static final int TASKS = 2;
    private static final VideoSpec SPEC = new VideoSpec(
            Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(8), Duration.ofSeconds(5), TASKS, 1);

    static LongStream seeds() {
        return LongStream.iterate(Long.getLong("lux.oracle.first", 1), seed -> seed + 1)
                .limit(Long.getLong("lux.oracle.seeds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderOfReadingAndAnyCrashGiveTheSessionsOfTheOracle(long seed) {
        List<EnrichedEvent> events = new ScriptedTraffic(seed).events(1_000_000);
        List<EnrichedEvent> inTime = inTime(events);

        List<EnrichedEvent> once = run(events, new Random(seed));
        List<EnrichedEvent> again = run(events, new Random(seed + 1_000_000));

        assertThat(details(once)).containsExactlyInAnyOrderElementsOf(new NaiveSessions(SPEC).of(inTime));
        assertThat(again).containsExactlyInAnyOrderElementsOf(once);
    }

    @Test
    void theTrafficHasWhatIsHard() {
        List<EnrichedEvent> events = new ArrayList<>();
        List<EnrichedEvent> inTime = new ArrayList<>();
        List<VideoSession> sessions = new ArrayList<>();
        seeds().forEach(seed -> {
            List<EnrichedEvent> some = new ScriptedTraffic(seed).events(1_000_000);
            events.addAll(some);
            inTime.addAll(inTime(some));
            sessions.addAll(new NaiveSessions(SPEC).of(inTime(some)));
        });

        assertThat(inTime.size()).isBetween(events.size() * 8 / 10, events.size() - 100);
        assertThat(sessions).anyMatch(session -> session.getContinued() && session.getReports() > 10);
        assertThat(sessions)
                .anyMatch(session ->
                        session.getEnd().toEpochMilli() - session.getStart().toEpochMilli()
                                > SPEC.maxDuration().toMillis() * 11 / 12);
        assertThat(sessions)
                .anyMatch(session -> session.getRequests() > 0 && session.getRequests() < session.getReports());
        assertThat(sessions).anyMatch(VideoSession::getPlaybackFailed);
        assertThat(sessions).anyMatch(VideoSession::getStartFailed);
        assertThat(sessions).anyMatch(VideoSession::getExitedBeforeStart);
        assertThat(sessions).anyMatch(session -> session.getSources().size() == ScriptedTraffic.SOURCES.size());
    }

    /** What each source's own order lets pass. */
    private static List<EnrichedEvent> inTime(List<EnrichedEvent> events) {
        Map<String, Long> clocks = new HashMap<>();
        List<EnrichedEvent> inTime = new ArrayList<>();
        for (EnrichedEvent event : events) {
            String source = event.getEvent().getSource();
            long time = ScriptedTraffic.time(event);
            long clock = clocks.getOrDefault(source, Long.MIN_VALUE);
            if (SPEC.lastPromiseFor(time) >= clock) {
                inTime.add(event);
            }
            clocks.put(source, Math.max(clock, time));
        }
        return inTime;
    }

    private static List<EnrichedEvent> run(List<EnrichedEvent> events, Random random) {
        VideoTasks keeper = new VideoTasks(SPEC);
        List<CombineTask> tasks = List.of(new CombineTask(0), new CombineTask(1));
        List<EnrichedEvent> inTime = inTime(events);
        events.forEach(event -> tasks.get(
                        ScriptedTraffic.SOURCES.indexOf(event.getEvent().getSource()) % TASKS)
                .receive(event, inTime.contains(event)));
        tasks.forEach(CombineTask::end);
        List<Runnable> sinceCommit = new ArrayList<>();
        while (tasks.stream().anyMatch(CombineTask::hasMore)) {
            CombineTask task = tasks.get(random.nextInt(TASKS));
            for (int burst = random.nextInt(30); burst > 0; burst--) {
                task.next(random, (id, message) -> {
                    Runnable step = () -> keeper.send(id, message);
                    step.run();
                    sinceCommit.add(step);
                });
            }
            if (random.nextInt(5) == 0) {
                keeper.crash();
                sinceCommit.forEach(Runnable::run);
            } else if (random.nextInt(3) == 0) {
                keeper.commit();
                sinceCommit.clear();
            }
        }
        keeper.commit();
        assertThat(keeper.openIds()).isZero();
        assertPromisesKept(keeper.committed());
        return keeper.summaries();
    }

    private static void assertPromisesKept(List<VideoOutput> outputs) {
        long promised = Long.MIN_VALUE;
        for (VideoOutput output : outputs) {
            if (output instanceof Promised promise) {
                assertThat(promise.watermark()).isGreaterThanOrEqualTo(promised);
                promised = promise.watermark();
            } else if (output instanceof Ended ended) {
                long end = ended.summary().getEvent().getEventTime().toEpochMilli();
                assertThat(SPEC.lastPromiseFor(end)).isGreaterThanOrEqualTo(promised);
            }
        }
    }

    private static List<VideoSession> details(List<EnrichedEvent> summaries) {
        return summaries.stream()
                .map(summary -> (VideoSession) summary.getEvent().getDetails())
                .toList();
    }

    /** A combine task as far as sessions go: its events, drained at times, and its promise by its sources' clocks. */
    private static final class CombineTask {
        private final int number;
        private final VideoBuffer buffer = new VideoBuffer(SPEC, VideoTasks.SUMMARIES);
        private final List<EnrichedEvent> input = new ArrayList<>();
        private final List<Boolean> counts = new ArrayList<>();
        private final Map<String, Long> clocks = new HashMap<>();
        private long last = Long.MIN_VALUE;
        private int at;
        private boolean ended;

        CombineTask(int number) {
            this.number = number;
        }

        void receive(EnrichedEvent event, boolean inTime) {
            input.add(event);
            counts.add(inTime);
        }

        void end() {
            ScriptedTraffic.SOURCES.stream()
                    .filter(source -> ScriptedTraffic.SOURCES.indexOf(source) % TASKS == number)
                    .forEach(source -> clocks.put(source, Long.MIN_VALUE));
        }

        boolean hasMore() {
            return !ended;
        }

        void next(Random random, BiConsumer<String, VideoMessage> sink) {
            if (at < input.size()) {
                EnrichedEvent event = input.get(at);
                if (counts.get(at)) {
                    buffer.add(event, null, at);
                }
                clocks.merge(event.getEvent().getSource(), ScriptedTraffic.time(event), Math::max);
                at++;
                if (random.nextInt(10) == 0) {
                    buffer.drainTo(sink);
                    promise(clocks.values().stream().min(Long::compare).orElseThrow(), sink);
                }
            } else if (!ended) {
                ended = true;
                buffer.drainTo(sink);
                promise(100_000_000, sink);
            }
        }

        private void promise(long reached, BiConsumer<String, VideoMessage> sink) {
            if (reached > last) {
                last = reached;
                sink.accept(VideoSessionProcessor.NO_SESSION, new Promise(number, reached));
            }
        }
    }
}
