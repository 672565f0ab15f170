package io.luxqoe.kpi.video;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a few players over a few sources, as a seed has it: with pauses about as long as the gap, equal instants,
 * disorder, long sessions, and players that tell more or less.
 */
final class ScriptedTraffic {

    static final List<String> SOURCES = List.of("edge-1", "edge-2", "collector-1", "collector-2");

    private static final int STEP_MS = 100;
    private static final long DISORDER_MS = 15_000;

    private final Random random;

    ScriptedTraffic(long seed) {
        random = new Random(seed);
    }

    /** Reports in the order in which each source brings them. */
    List<EnrichedEvent> events(long from) {
        List<EnrichedEvent> events = new ArrayList<>();
        for (int player = 0; player < 5; player++) {
            addPlayer("sid-" + player, from + random.nextInt(300) * STEP_MS, events);
        }
        List<Long> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(time(event) + (long) (random.nextDouble() * DISORDER_MS)));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(arrivals::get));
        return order.stream().map(events::get).toList();
    }

    static long time(EnrichedEvent event) {
        return event.getEvent().getEventTime().toEpochMilli();
    }

    private void addPlayer(String sid, long from, List<EnrichedEvent> events) {
        int reports = 1 + random.nextInt(120);
        int longestStep = random.nextBoolean() ? 20 : 130; // in ten steps of a second, the gap is 100
        double eventShare = random.nextInt(3) / 2.0;
        boolean numbered = random.nextInt(4) > 0;
        int version = 1 + random.nextInt(2);
        long time = from;
        for (int i = 0; i < reports; i++) {
            time += (1L + random.nextInt(longestStep)) * STEP_MS;
            boolean event = random.nextDouble() < eventShare;
            VideoReport report = event ? playerEvent(sid) : request(sid);
            report.setVersion(version);
            report.setSequenceNumber(numbered ? (Long) (long) (i + random.nextInt(2)) : null);
            tellMore(report);
            String source = SOURCES.get(random.nextInt(SOURCES.size()));
            events.add(Player.event(source, time, report));
            if (random.nextInt(8)
                    == 0) { // another one at the same instant, which tells nothing of which the order matters
                VideoReport other = Player.report(sid);
                other.setContentId(oneOf("cid-1", "cid-2"));
                events.add(Player.event(oneOf("edge-1", "edge-2"), time, other));
            }
        }
    }

    private VideoReport playerEvent(String sid) {
        String event = oneOf("ps", "ps", "bc", "t", "e", "m");
        return Player.event(sid, event, report -> {
            report.setPlayState(event.equals("ps") ? oneOf("s", "p", "p", "r", "k", "a", "e", "f", "q", "d") : null);
            report.setPlayheadBitrateKbps(maybe(1000.5, 2000, 3000));
            report.setEncodedBitrateKbps(maybe(1000, 4000));
            report.setObjectType(random.nextInt(5) == 0 ? "a" : null);
        });
    }

    private VideoReport request(String sid) {
        VideoReport report = Player.request(sid, maybe(800, 1600.25, 3200), maybe(2000, 4000.4));
        report.setObjectType(random.nextInt(6) == 0 ? null : oneOf("v", "v", "av", "a", "m", "i"));
        report.setBufferStarved(random.nextInt(15) == 0);
        report.setPlayState(random.nextInt(10) == 0 ? oneOf("s", "p", "r") : null);
        return report;
    }

    private void tellMore(VideoReport report) {
        report.setCdn(random.nextInt(10) == 0 ? oneOf("a", "b") : null);
        report.setRequestedHost(random.nextInt(3) == 0 ? oneOf("one.example", "two.example") : null);
        report.setStreamType(random.nextInt(5) == 0 ? oneOf("v", "l") : null);
        report.setMediaStartDelayMs(rarely(850.4));
        report.setBufferStarvationDurationMs(rarely(random.nextInt(5000)));
        report.setBufferStarvations(rarely(1) == null ? null : (Long) (long) random.nextInt(9));
        report.setBufferStarvationTotalMs(rarely(random.nextInt(20_000)));
        report.setDroppedFrames(rarely(1) == null ? null : (Long) (long) random.nextInt(500));
        report.setTopBitrateKbps(maybe(3200, 6400));
        report.setLiveLatencyMs(maybe(2000.5, 3000));
        report.setMeasuredThroughputKbps(maybe(13.06, 25_000));
        report.setErrorCodes(random.nextInt(12) == 0 ? List.of("E" + random.nextInt(30)) : List.of());
    }

    private @Nullable Double rarely(double value) {
        return random.nextInt(40) == 0 ? (Double) value : null;
    }

    private @Nullable Double maybe(double... values) {
        return random.nextBoolean() ? (Double) values[random.nextInt(values.length)] : null;
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}
