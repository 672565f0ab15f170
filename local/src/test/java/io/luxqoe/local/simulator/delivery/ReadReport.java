package io.luxqoe.local.simulator.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A player's report as a test reads its line: a dictionary, or the query argument of a log's line. */
final class ReadReport {

    private static final Pattern QUERY = Pattern.compile("^(\\S+) .*https://([^/]+)/\\S*[?]CMCD=(\\S+) ");
    private static final Pattern ITEM = Pattern.compile("([a-z]+)(=(\\([^)]*\\)|\"[^\"]*\"|[^,]*))?(,|$)");

    private final Map<String, String> keys = new TreeMap<>();
    private final Instant time;
    private final String host;

    /** @throws IllegalArgumentException if the line is no whole report */
    ReadReport(byte[] octets) {
        String line = new String(octets, StandardCharsets.US_ASCII).strip();
        Matcher query = QUERY.matcher(line);
        if (query.find()) {
            readDictionary(URLDecoder.decode(query.group(3), StandardCharsets.US_ASCII));
            time = Instant.parse(query.group(1));
            host = query.group(2);
        } else {
            readDictionary(line);
            time = Instant.ofEpochMilli(Long.parseLong(key("ts")));
            host = key("h");
        }
        if (!key("sn").matches("\\d+") || !key("v").equals("2")) {
            throw new IllegalArgumentException("A number that is none");
        }
    }

    private void readDictionary(String dictionary) {
        Matcher item = ITEM.matcher(dictionary);
        int at = 0;
        while (at < dictionary.length() && item.find(at) && item.start() == at) {
            keys.put(item.group(1), item.group(3) == null ? "" : item.group(3).replace("\"", ""));
            at = item.end();
        }
        if (at < dictionary.length()) {
            throw new IllegalArgumentException("No dictionary");
        }
    }

    private String key(String name) {
        return keys.getOrDefault(name, "");
    }

    String session() {
        return key("sid");
    }

    String host() {
        return host;
    }

    Instant eventTime() {
        return time;
    }
}
