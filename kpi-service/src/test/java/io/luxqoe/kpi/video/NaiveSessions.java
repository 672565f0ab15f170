package io.luxqoe.kpi.video;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VideoSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sessions of reports are: all of them at hand, sorted, and gone through. The oracle of the streaming form. */
final class NaiveSessions {

    private final VideoSpec spec;

    NaiveSessions(VideoSpec spec) {
        this.spec = spec;
    }

    List<VideoSession> of(List<EnrichedEvent> events) {
        Map<String, List<EnrichedEvent>> byId = events.stream()
                .collect(Collectors.groupingBy(
                        event -> report(event).getSessionId(), TreeMap::new, Collectors.toList()));
        List<VideoSession> sessions = new ArrayList<>();
        byId.values().forEach(reports -> sessions.addAll(ofOneId(reports)));
        return sessions;
    }

    private List<VideoSession> ofOneId(List<EnrichedEvent> events) {
        List<EnrichedEvent> sorted = events.stream()
                .sorted(Comparator.comparingLong(NaiveSessions::time))
                .toList();
        List<VideoSession> sessions = new ArrayList<>();
        List<EnrichedEvent> current = new ArrayList<>();
        boolean continued = false;
        for (EnrichedEvent event : sorted) {
            if (!current.isEmpty()) {
                boolean pause = time(event) - time(current.get(current.size() - 1))
                        > spec.gap().toMillis();
                boolean tooLong = time(event) >= cut(time(current.get(0)));
                if (pause || tooLong) {
                    sessions.add(new Session(current, continued).summary());
                    current = new ArrayList<>();
                    continued = !pause;
                }
            }
            current.add(event);
        }
        sessions.add(new Session(current, continued).summary());
        return sessions;
    }

    private long cut(long start) {
        long twelfth = spec.maxDuration().toMillis() / 12;
        return (start + spec.maxDuration().toMillis()) / twelfth * twelfth;
    }

    private static VideoReport report(EnrichedEvent event) {
        return (VideoReport) event.getEvent().getDetails();
    }

    private static long time(EnrichedEvent event) {
        return event.getEvent().getEventTime().toEpochMilli();
    }

    /** One session, its reports sorted by time. */
    private static final class Session {
        private final List<EnrichedEvent> events;
        private final boolean continued;

        Session(List<EnrichedEvent> events, boolean cut) {
            this.events = events;
            Long leastNumber = reports()
                    .map(VideoReport::getSequenceNumber)
                    .filter(Objects::nonNull)
                    .min(Long::compare)
                    .orElse(null);
            boolean begins = reports()
                    .anyMatch(report -> report.getMediaStartDelayMs() != null
                            || "s".equals(report.getPlayState())
                            || "d".equals(report.getPlayState()));
            this.continued = cut || (!begins && leastNumber != null && leastNumber > 1);
        }

        VideoSession summary() {
            VideoSession summary = new VideoSession();
            summary.setSessionId(reports().findFirst().orElseThrow().getSessionId());
            summary.setStart(Instant.ofEpochMilli(time(events.get(0))));
            summary.setEnd(Instant.ofEpochMilli(end()));
            summary.setReports((long) events.size());
            summary.setRequests(requests().count());
            summary.setVersion(reports().mapToInt(VideoReport::getVersion).max().orElseThrow());
            summary.setContinued(continued);
            course(summary);
            stalls(summary);
            bitrates(summary);
            summary.setDroppedFrames(counter(VideoReport::getDroppedFrames));
            summary.setErrorCodes(reports()
                    .flatMap(report -> report.getErrorCodes().stream())
                    .distinct()
                    .sorted()
                    .limit(16)
                    .toList());
            LongSummaryStatistics latency = longs(VideoReport::getLiveLatencyMs);
            summary.setLiveLatencyMs(
                    latency.getCount() == 0 ? null : Math.round((double) latency.getSum() / latency.getCount()));
            LongSummaryStatistics throughput = bits(reports(), VideoReport::getMeasuredThroughputKbps);
            summary.setMeasuredThroughputKbps(
                    throughput.getCount() == 0 ? null : (double) throughput.getSum() / throughput.getCount() / 1000);
            summary.setContentId(first(VideoReport::getContentId));
            summary.setStreamingFormat(first(VideoReport::getStreamingFormat));
            summary.setStreamType(first(VideoReport::getStreamType));
            summary.setCdn(first(VideoReport::getCdn));
            summary.setRequestedHost(first(VideoReport::getRequestedHost));
            summary.setSources(events.stream()
                    .map(event -> event.getEvent().getSource())
                    .distinct()
                    .sorted()
                    .limit(16)
                    .toList());
            return summary;
        }

        private void course(VideoSession summary) {
            boolean told = reports().anyMatch(report -> report.getPlayState() != null);
            Long playing = firstTime("p");
            long objects = requests()
                    .filter(report -> isVideo(report) || isAudio(report))
                    .count();
            boolean started = playing != null
                    || reports().anyMatch(report -> report.getMediaStartDelayMs() != null)
                    || (!told && objects > 1);
            List<Long> fatal = times("f");
            summary.setStarted(started);
            summary.setStartFailed(!started && !continued && !fatal.isEmpty());
            summary.setExitedBeforeStart(!started && !continued && fatal.isEmpty());
            summary.setPlaybackFailed(started && fatal.stream().anyMatch(time -> playing == null || time >= playing));
            summary.setEndState(byNumber(report -> report.getPlayState())
                    .reduce((one, next) -> next)
                    .orElse(null));
            summary.setStartUpTimeMs(continued ? null : startUp(playing));
            long video = sumOfDurations(this::isVideo);
            summary.setPlayingTimeMs(hasStates() ? timeIn("p") : video > 0 ? video : sumOfDurations(this::isAudio));
        }

        private @Nullable Long startUp(@Nullable Long playing) {
            LongSummaryStatistics delays = longs(VideoReport::getMediaStartDelayMs);
            Long starting = firstTime("s");
            if (delays.getCount() > 0) {
                return delays.getMin();
            }
            return playing != null && starting != null && playing >= starting ? (Long) (playing - starting) : null;
        }

        private void stalls(VideoSession summary) {
            LongSummaryStatistics byEvents = bits(
                    reports().filter(report -> report.getEvent() != null),
                    report -> thousandth(report.getBufferStarvationDurationMs()));
            LongSummaryStatistics byRequests =
                    bits(requests(), report -> thousandth(report.getBufferStarvationDurationMs()));
            long starved = requests().filter(VideoReport::getBufferStarved).count();
            long told = Math.max(byEvents.getCount(), byRequests.getCount());
            Long count = counter(VideoReport::getBufferStarvations);
            Long total = counter(report -> report.getBufferStarvationTotalMs() == null
                    ? null
                    : Math.round(report.getBufferStarvationTotalMs()));
            long entered = entered("r");
            summary.setStalls(count != null ? count : told > 0 ? told : hasStates() ? entered : starved);
            Long silent = summary.getVersion() > 1 && starved == 0 ? 0L : null;
            Long unsaid = hasStates() ? (Long) timeIn("r") : silent;
            summary.setStallTimeMs(
                    total != null
                            ? total
                            : told > 0 ? (Long) Math.max(byEvents.getSum(), byRequests.getSum()) : unsaid);
        }

        private void bitrates(VideoSession summary) {
            long[] weighted = weighted(this::isVideo);
            if (weighted[0] == 0) {
                weighted = weighted(this::isAudio);
            }
            if (weighted[0] == 0) {
                weighted = weightedByPlay();
            }
            if (weighted[0] > 0) {
                summary.setBitrateWeightMs(weighted[0]);
                summary.setMeanBitrateKbps((double) weighted[1] / weighted[0] / 1000);
            }
            LongSummaryStatistics top = bits(reports(), VideoReport::getTopBitrateKbps);
            summary.setTopBitrateKbps(top.getCount() == 0 ? null : top.getMax() / 1000.0);
            long videoChanges = reports()
                    .filter(report -> "bc".equals(report.getEvent()) && !"a".equals(report.getObjectType()))
                    .count();
            long audioChanges = reports()
                    .filter(report -> "bc".equals(report.getEvent()) && "a".equals(report.getObjectType()))
                    .count();
            boolean video = requests().anyMatch(this::isVideo);
            summary.setBitrateSwitches(
                    videoChanges > 0
                            ? videoChanges
                            : video
                                    ? switches(this::isVideo)
                                    : audioChanges > 0 ? audioChanges : switches(this::isAudio));
        }

        private long[] weighted(Predicate<VideoReport> which) {
            long[] weighted = new long[2];
            requests()
                    .filter(which)
                    .filter(report -> report.getEncodedBitrateKbps() != null && report.getObjectDurationMs() != null)
                    .forEach(report -> {
                        long duration = Math.round(report.getObjectDurationMs());
                        weighted[0] += duration;
                        weighted[1] += duration * Math.round(report.getEncodedBitrateKbps() * 1000);
                    });
            return weighted;
        }

        private long[] weightedByPlay() {
            long[] weighted = new long[2];
            String state = "";
            Long bitrate = null;
            long since = 0;
            for (EnrichedEvent event : marks()) {
                VideoReport report = report(event);
                if (state.equals("p") && bitrate != null) {
                    weighted[0] += time(event) - since;
                    weighted[1] += (time(event) - since) * bitrate;
                }
                since = time(event);
                state = isState(report) ? Objects.requireNonNull(report.getPlayState()) : state;
                bitrate = isBitrate(report) ? (Long) Math.round(bitrate(report) * 1000) : bitrate;
            }
            if (state.equals("p") && bitrate != null) {
                weighted[0] += end() - since;
                weighted[1] += (end() - since) * bitrate;
            }
            return weighted;
        }

        /** Events that tell a state or a bitrate, in their order; the test's players tell no two at one instant. */
        private List<EnrichedEvent> marks() {
            return events.stream()
                    .filter(event -> isState(report(event)) || isBitrate(report(event)))
                    .sorted(order())
                    .toList();
        }

        private static boolean isState(VideoReport report) {
            return "ps".equals(report.getEvent()) && report.getPlayState() != null;
        }

        private static boolean isBitrate(VideoReport report) {
            return report.getEvent() != null
                    && List.of("ps", "bc", "t").contains(report.getEvent())
                    && !"a".equals(report.getObjectType())
                    && (report.getPlayheadBitrateKbps() != null || report.getEncodedBitrateKbps() != null);
        }

        private static double bitrate(VideoReport report) {
            return report.getPlayheadBitrateKbps() != null
                    ? report.getPlayheadBitrateKbps()
                    : Objects.requireNonNull(report.getEncodedBitrateKbps());
        }

        private boolean hasStates() {
            return reports().anyMatch(Session::isState);
        }

        private long timeIn(String state) {
            List<EnrichedEvent> changes = events.stream()
                    .filter(event -> isState(report(event)))
                    .sorted(order())
                    .toList();
            long sum = 0;
            for (int i = 0; i < changes.size(); i++) {
                if (state.equals(report(changes.get(i)).getPlayState())) {
                    long until = i + 1 < changes.size() ? time(changes.get(i + 1)) : end();
                    sum += until - time(changes.get(i));
                }
            }
            return sum;
        }

        private long entered(String state) {
            List<String> states = events.stream()
                    .filter(event -> isState(report(event)))
                    .sorted(order())
                    .map(event -> Objects.requireNonNull(report(event).getPlayState()))
                    .toList();
            long entered = 0;
            for (int i = 0; i < states.size(); i++) {
                if (states.get(i).equals(state) && (i == 0 || !states.get(i - 1).equals(state))) {
                    entered++;
                }
            }
            return entered;
        }

        private long switches(Predicate<VideoReport> which) {
            List<Long> bitrates = events.stream()
                    .filter(event -> report(event).getEvent() == null && which.test(report(event)))
                    .filter(event -> report(event).getEncodedBitrateKbps() != null)
                    .sorted(order())
                    .map(event -> Math.round(report(event).getEncodedBitrateKbps() * 1000))
                    .toList();
            long switches = 0;
            for (int i = 1; i < bitrates.size(); i++) {
                switches += bitrates.get(i).equals(bitrates.get(i - 1)) ? 0 : 1;
            }
            return switches;
        }

        private long sumOfDurations(Predicate<VideoReport> which) {
            return requests()
                    .filter(which)
                    .filter(report -> report.getObjectDurationMs() != null)
                    .mapToLong(report -> Math.round(report.getObjectDurationMs()))
                    .sum();
        }

        private boolean isVideo(VideoReport report) {
            String type = report.getObjectType();
            return type == null
                    ? report.getEncodedBitrateKbps() != null || report.getObjectDurationMs() != null
                    : type.equals("v") || type.equals("av");
        }

        private boolean isAudio(VideoReport report) {
            return "a".equals(report.getObjectType());
        }

        private @Nullable Long counter(Function<VideoReport, @Nullable Long> of) {
            LongSummaryStatistics counts = reports()
                    .map(of)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .summaryStatistics();
            return counts.getCount() == 0
                    ? null
                    : (Long) (continued ? counts.getMax() - counts.getMin() : counts.getMax());
        }

        private LongSummaryStatistics longs(Function<VideoReport, @Nullable Double> of) {
            return reports()
                    .map(of)
                    .filter(Objects::nonNull)
                    .mapToLong(Math::round)
                    .summaryStatistics();
        }

        private static LongSummaryStatistics bits(
                Stream<VideoReport> reports, Function<VideoReport, @Nullable Double> of) {
            return reports.map(of)
                    .filter(Objects::nonNull)
                    .mapToLong(kbps -> Math.round(kbps * 1000))
                    .summaryStatistics();
        }

        private static @Nullable Double thousandth(@Nullable Double ms) {
            return ms == null ? null : (Double) (Math.round(ms) / 1000.0);
        }

        private List<Long> times(String state) {
            return events.stream()
                    .filter(event -> state.equals(report(event).getPlayState()))
                    .map(NaiveSessions::time)
                    .toList();
        }

        private @Nullable Long firstTime(String state) {
            return times(state).stream().min(Long::compare).orElse(null);
        }

        private @Nullable String first(Function<VideoReport, @Nullable String> of) {
            return byNumber(of).findFirst().orElse(null);
        }

        /** What reports tell, in their order: of one instant and number the lesser text first. */
        private Stream<String> byNumber(Function<VideoReport, @Nullable String> of) {
            Comparator<EnrichedEvent> order =
                    order().thenComparing(event -> Objects.requireNonNull(of.apply(report(event))));
            return events.stream()
                    .filter(event -> of.apply(report(event)) != null)
                    .sorted(order)
                    .map(event -> Objects.requireNonNull(of.apply(report(event))));
        }

        private static Comparator<EnrichedEvent> order() {
            return Comparator.comparingLong(NaiveSessions::time)
                    .thenComparingLong(
                            event -> Objects.requireNonNullElse(report(event).getSequenceNumber(), -1L));
        }

        private Stream<VideoReport> reports() {
            return events.stream().map(NaiveSessions::report);
        }

        private Stream<VideoReport> requests() {
            return reports().filter(report -> report.getEvent() == null);
        }

        private long end() {
            return time(events.get(events.size() - 1));
        }
    }
}
