package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.cdr.RawFile;
import io.luxqoe.local.simulator.network.Domain;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works the truth out from the octets alone, the long way round: what the simulator's own truth must equal. */
final class TruthFromOctets {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration GAP = Duration.ofMinutes(2);

    private final Duration grace;
    private final NumberingRules rules;
    private final Map<String, String> regions;
    private final Map<String, Instant> highest = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    final Map<String, long[]> voice = new TreeMap<>();
    final Map<String, long[]> messaging = new TreeMap<>();
    final Map<String, long[]> data = new TreeMap<>();
    private final Map<String, NavigableMap<Instant, String>> players = new TreeMap<>();
    long counted;
    long late;
    long deadLetters;
    long duplicates;

    TruthFromOctets(NetworkModel network, Duration grace) {
        this.grace = grace;
        this.rules = new NumberingRules(network);
        this.regions = Stream.of(network.cells(), network.fourthGenerationCells())
                .flatMap(List::stream)
                .filter(RadioCell::listed)
                .collect(Collectors.toMap(
                        RadioCell::key, cell -> cell.site().region().name()));
    }

    void accept(RawRecord raw) {
        for (byte[] octets : RawFile.records(raw.octets())) {
            accept(raw, octets);
        }
    }

    static Instant eventTime(Domain domain, byte[] octets) {
        return switch (domain) {
            case CIRCUIT_SWITCHED -> new ReadRecord(octets).eventTime();
            case PACKET_SWITCHED -> new ReadUsage(octets).eventTime();
            case PLAYERS -> new ReadReport(octets).eventTime();
        };
    }

    private void accept(RawRecord raw, byte[] octets) {
        String source = raw.source();
        Instant eventTime;
        try {
            eventTime = eventTime(raw.domain(), octets);
        } catch (IllegalArgumentException e) {
            deadLetters++;
            return;
        }
        if (!seen.add(source + HexFormat.of().formatHex(octets))) {
            duplicates++;
            return;
        }
        Instant start = eventTime.truncatedTo(ChronoUnit.MINUTES);
        Instant before = highest.getOrDefault(source, Instant.EPOCH);
        highest.put(source, eventTime.isAfter(before) ? eventTime : before);
        if (start.plus(WINDOW).plus(grace).isBefore(before)) {
            late++;
            return;
        }
        counted++;
        switch (raw.domain()) {
            case CIRCUIT_SWITCHED -> count(new ReadRecord(octets), start);
            case PACKET_SWITCHED -> count(new ReadUsage(octets), source, start);
            case PLAYERS -> count(new ReadReport(octets), source);
        }
    }

    private void count(ReadReport report, String source) {
        players.computeIfAbsent(report.session(), absent -> new TreeMap<>())
                .put(report.eventTime(), source + " " + report.host());
    }

    /** The sessions: id, source and host of the first report, times of the first and the last. */
    List<String> sessions() {
        List<String> sessions = new ArrayList<>();
        players.forEach((id, reports) -> {
            Instant first = reports.firstKey();
            while (first != null) {
                Instant last = first;
                Instant next = reports.higherKey(last);
                while (next != null && !next.isAfter(last.plus(GAP))) {
                    last = next;
                    next = reports.higherKey(last);
                }
                sessions.add(String.join(" ", id, reports.get(first), first.toString(), last.toString()));
                first = next;
            }
        });
        return sessions;
    }

    private void count(ReadUsage usage, String source, Instant start) {
        for (String axis : List.of(
                "cell=" + usage.cellKey(),
                "region=" + regions.getOrDefault(usage.cellKey(), "unknown"),
                "technology=" + usage.technology(),
                "accessPoint=" + usage.accessPoint(),
                "source=" + source)) {
            long[] measures = usage.measures();
            long[] sums = data.computeIfAbsent(axis + "@" + start, absent -> new long[measures.length]);
            Arrays.setAll(sums, i -> sums[i] + measures[i]);
        }
    }

    private void count(ReadRecord record, Instant start) {
        String region = regions.getOrDefault(record.cellKey(), "unknown");
        for (String axis :
                List.of("cell=" + record.cellKey(), "region=" + region, "numberClass=" + record.numberClass(rules))) {
            count(record, axis + "@" + start);
        }
    }

    private void count(ReadRecord record, String key) {
        if (record.isCall()) {
            countCall(record, voice.computeIfAbsent(key, absent -> new long[8]));
        } else {
            long[] sums = messaging.computeIfAbsent(key, absent -> new long[2]);
            sums[0]++;
            sums[1] += record.messageFailed() ? 0 : 1;
        }
    }

    private static void countCall(ReadRecord record, long[] sums) {
        Integer boxed = record.cause();
        int cause = boxed == null ? 0 : boxed;
        sums[6] += record.holdingMs();
        sums[7] += record.answered() ? record.durationSeconds() * 1000L : 0;
        if (record.causeForTerm() == 1 || record.causeForTerm() == 2) {
            return;
        }
        sums[0]++;
        if (record.answered()) {
            sums[1]++;
            sums[5] += record.causeForTerm() == 4
                            || Set.of(34, 38, 41, 42, 47, 102).contains(cause)
                    ? 1
                    : 0;
        } else {
            sums[2] += cause == 17 ? 1 : 0;
            sums[3] += cause == 18 || cause == 19 ? 1 : 0;
            sums[4] += cause == 21 ? 1 : 0;
        }
    }
}
