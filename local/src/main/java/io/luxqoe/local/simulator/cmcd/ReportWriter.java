package io.luxqoe.local.simulator.cmcd;

import io.luxqoe.local.simulator.network.Collector;
import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.PlayerReport.BitrateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Interval;
import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;
import io.luxqoe.local.simulator.traffic.PlayerReport.StateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Told;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports of players as lines: the dictionary (RFC 8941) of event mode, or a line of an access log with it in the query. */
public final class ReportWriter {

    private static final int VERSION = 2;

    /** The line of that report, its end included. */
    public byte[] encode(PlayerReport report) {
        String line = report.element().kind() == Collector.Kind.EVENTS ? event(report) : logged(report);
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String event(PlayerReport report) {
        SortedMap<String, String> keys = common(report);
        keys.put("ts", Long.toString(report.eventTime().toEpochMilli()));
        keys.put("h", quoted(report.viewing().host()));
        tell(report.told(), keys);
        return dictionary(keys);
    }

    private static String logged(PlayerReport report) {
        SortedMap<String, String> keys = common(report);
        tell(report.told(), keys);
        return report.eventTime() + " - GET https://" + report.viewing().host() + "/"
                + report.viewing().content() + "/" + report.number() + ".m4s?CMCD="
                + URLEncoder.encode(dictionary(keys), StandardCharsets.US_ASCII) + " 200";
    }

    private static SortedMap<String, String> common(PlayerReport report) {
        SortedMap<String, String> keys = new TreeMap<>(Map.of(
                "cid", quoted(report.viewing().content()),
                "sid", quoted(report.viewing().session()),
                "sf", "d",
                "st", "v",
                "sn", Integer.toString(report.number()),
                "v", Integer.toString(VERSION)));
        return keys;
    }

    private static void tell(Told told, SortedMap<String, String> keys) {
        if (told instanceof StateChange change) {
            keys.put("e", "ps");
            keys.put("sta", Character.toString(change.state()));
            put(keys, "msd", change.startDelayMs());
            putList(keys, "bsd", change.starvedMs());
            putList(keys, "pb", change.kbps());
            if (change.state() == 'f') {
                keys.put("ec", "(\"E-503\")");
            }
        } else if (told instanceof Interval interval) {
            keys.put("e", "t");
            keys.put("sta", Character.toString(interval.state()));
            putList(keys, "pb", interval.kbps());
        } else if (told instanceof BitrateChange change) {
            keys.put("e", "bc");
            keys.put("br", "(" + change.kbps() + ";v)");
        } else if (told instanceof ObjectRequest request) {
            keys.put("ot", Character.toString(request.kind()));
            put(keys, "msd", request.startDelayMs());
            if (request.kind() != 'm') {
                keys.put("br", "(" + request.kbps() + ";" + request.kind() + ")");
                keys.put("d", Integer.toString(request.durationMs()));
            }
            if (request.starved()) {
                keys.put("bs", "");
            }
        }
    }

    private static void put(SortedMap<String, String> keys, String key, @Nullable Integer value) {
        if (value != null) {
            keys.put(key, value.toString());
        }
    }

    private static void putList(SortedMap<String, String> keys, String key, @Nullable Integer value) {
        put(keys, key, value);
        keys.computeIfPresent(key, (name, item) -> "(" + item + ")");
    }

    /** The keys in their order; a key without a value is a boolean that is true. */
    private static String dictionary(SortedMap<String, String> keys) {
        return keys.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
