package io.luxqoe.local.cli;

import io.luxqoe.local.count.Counts;
import io.luxqoe.local.count.LatencySummary;
import io.luxqoe.local.json.JsonLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * What a run came to.
 *
 * @param startup from the first step until everything was well
 * @param traffic how long traffic was let in
 * @param sent records sent by the simulated network; empty without one
 * @param counts what was seen on the topics
 * @param restarts how often each process was started again
 * @param peakMemory peak resident octets of each process
 * @param peakMemoryTotal highest sum of resident octets at one moment
 * @param faults what was not well, as sentences; empty if all was
 */
record RunReport(
        Duration startup,
        Duration traffic,
        OptionalLong sent,
        Counts counts,
        Map<String, Integer> restarts,
        Map<String, Long> peakMemory,
        long peakMemoryTotal,
        List<String> faults) {

    private static final long MIB = 1024L * 1024;

    boolean isWell() {
        return faults.isEmpty();
    }

    /** The report for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Summary: up after %.1f s, traffic for %.1f s",
                startup.toMillis() / 1e3,
                traffic.toMillis() / 1e3));
        lines.add(line("raw records", counts.rawRecords()));
        sent.ifPresent(number -> lines.add(line("records sent", number)));
        lines.add(line("events decoded", counts.eventsDecoded()));
        lines.add(line("dead-lettered", counts.deadLettered()));
        lines.add(line("duplicates", counts.duplicates()));
        lines.add(line("enriched", counts.enriched()));
        lines.add(line("counted", counts.counted()));
        lines.add(line("late", counts.late()));
        lines.add(line("video sessions", counts.videoSessions()));
        lines.add(line("windows final", counts.windowsFinal()));
        lines.add(line("alarms raised", counts.alarmsRaised()));
        lines.add(line("alarms cleared", counts.alarmsCleared()));
        lines.add(String.format("  %-16s%s", "latency", latency()));
        lines.add(String.format("  %-16s%s", "peak memory", memory()));
        String again = restarts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        if (!again.isEmpty()) {
            lines.add(String.format("  %-16s%s", "restarts", again));
        }
        if (isWell()) {
            lines.add(
                    again.isEmpty()
                            ? "Every service was healthy to the end, and the counts add up."
                            : "What died came back and is healthy, and the counts add up.");
        } else {
            lines.add("NOT WELL:");
            faults.forEach(fault -> lines.add("  - " + fault));
        }
        return lines;
    }

    private String latency() {
        LatencySummary latency = counts.latency();
        return latency.samples() == 0
                ? "no sample"
                : String.format(
                        Locale.ROOT,
                        "p50 %.2f s, p99 %.2f s (from the broker's receipt of a raw record to its indicators)",
                        latency.p50Ms() / 1e3,
                        latency.p99Ms() / 1e3);
    }

    private String memory() {
        String each = peakMemory.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() / MIB)
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d MiB at once (%s)", peakMemoryTotal / MIB, each);
    }

    private static String line(String name, long number) {
        return String.format(Locale.ROOT, "  %-16s%,d", name, number);
    }

    /** The same for scripts. */
    String json() {
        return JsonLines.object(this::writeJson);
    }

    private void writeJson(JsonGenerator json) {
        json.writeBooleanProperty("well", isWell());
        json.writeName("faults");
        json.writeStartArray();
        faults.forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("startupMs", startup.toMillis());
        json.writeNumberProperty("trafficMs", traffic.toMillis());
        json.writeNumberProperty("rawRecords", counts.rawRecords());
        if (sent.isPresent()) {
            json.writeNumberProperty("recordsSent", sent.getAsLong());
        }
        json.writeNumberProperty("eventsDecoded", counts.eventsDecoded());
        json.writeNumberProperty("deadLettered", counts.deadLettered());
        json.writeNumberProperty("duplicates", counts.duplicates());
        json.writeNumberProperty("enriched", counts.enriched());
        json.writeNumberProperty("counted", counts.counted());
        json.writeNumberProperty("late", counts.late());
        json.writeNumberProperty("videoSessions", counts.videoSessions());
        json.writeNumberProperty("windowsFinal", counts.windowsFinal());
        json.writeNumberProperty("windowsOpen", counts.windowsOpen());
        json.writeNumberProperty("alarmsRaised", counts.alarmsRaised());
        json.writeNumberProperty("alarmsCleared", counts.alarmsCleared());
        json.writeNumberProperty("latencySamples", counts.latency().samples());
        json.writeNumberProperty("latencyP50Ms", counts.latency().p50Ms());
        json.writeNumberProperty("latencyP99Ms", counts.latency().p99Ms());
        json.writeNumberProperty("latencyMaxMs", counts.latency().maxMs());
        json.writeName("restarts");
        json.writeStartObject();
        restarts.forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeNumberProperty("peakMemoryOctets", peakMemoryTotal);
        json.writeName("peakMemoryOctetsByProcess");
        json.writeStartObject();
        peakMemory.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }
}
