package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.PlayerReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reports of players that came in time, by viewing, and the sessions that they are. */
final class Viewings {

    /** The longest pause within a session: the default of LUX. */
    private static final Duration GAP = Duration.ofMinutes(2);

    private final SortedMap<String, List<PlayerReport>> reports = new TreeMap<>();

    void add(PlayerReport report) {
        reports.computeIfAbsent(report.viewing().session(), id -> new ArrayList<>())
                .add(report);
    }

    /** The sessions, by id and time. */
    List<VideoSession> sessions() {
        List<VideoSession> sessions = new ArrayList<>();
        reports.values().forEach(viewing -> addSessions(viewing, sessions));
        return sessions;
    }

    private static void addSessions(List<PlayerReport> viewing, List<VideoSession> sessions) {
        List<PlayerReport> inOrder = viewing.stream()
                .sorted(Comparator.comparing(PlayerReport::eventTime))
                .toList();
        int first = 0;
        for (int next = 1; next <= inOrder.size(); next++) {
            boolean over = next == inOrder.size()
                    || Duration.between(
                                            inOrder.get(next - 1).eventTime(),
                                            inOrder.get(next).eventTime())
                                    .compareTo(GAP)
                            > 0;
            if (over) {
                sessions.add(new SessionCourse(inOrder.subList(first, next)).session());
                first = next;
            }
        }
    }
}
