package io.luxqoe.decoder.cmcd;

import io.luxqoe.schemas.VideoReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A slow and simple reading of reports of version 1, apart from the decoder's: splitting, and maps of strings. */
final class ReferenceReport {
    private static final Pattern JSON_MEMBER = Pattern.compile("\"([^\"]+)\"\\s*:\\s*(\"[^\"]*\"|[^,}\\s]+)");

    private ReferenceReport() {}

    /** Of an argument {@code CMCD=}, encoded. */
    static Map<String, String> ofQuery(String line) {
        String argument = line.substring(line.indexOf("CMCD=") + 5);
        return ofDictionary(URLDecoder.decode(argument, StandardCharsets.UTF_8));
    }

    /** Of a dictionary without lists. */
    static Map<String, String> ofDictionary(String dictionary) {
        Map<String, String> values = new TreeMap<>();
        for (String member : dictionary.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String[] parts = member.trim().split("=", 2);
            values.put(parts[0], parts.length == 1 ? "true" : unquoted(parts[1]));
        }
        return values;
    }

    /** Of a flat JSON object. */
    static Map<String, String> ofJson(String object) {
        Map<String, String> values = new TreeMap<>();
        Matcher matcher = JSON_MEMBER.matcher(object);
        while (matcher.find()) {
            values.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return values;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** What a decoded report says, put as the reference puts it. */
    static Map<String, String> of(VideoReport report) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sid", report.getSessionId());
        said.put("cid", report.getContentId());
        said.put("sn", report.getSequenceNumber());
        said.put("sf", report.getStreamingFormat());
        said.put("st", report.getStreamType());
        said.put("ot", report.getObjectType());
        said.put("br", report.getEncodedBitrateKbps());
        said.put("tb", report.getTopBitrateKbps());
        said.put("mtp", report.getMeasuredThroughputKbps());
        said.put("bl", report.getBufferLengthMs());
        said.put("d", report.getObjectDurationMs());
        said.put("pr", report.getPlaybackRate());
        said.put("bs", report.getBufferStarved() ? "true" : null);
        said.put("su", report.getStartup() ? "true" : null);
        said.putAll(report.getAttributes());
        Map<String, String> values = new TreeMap<>();
        said.forEach((key, value) -> {
            if (value != null) {
                values.put(key, value.toString());
            }
        });
        return values;
    }

    /** The reference with its numbers and its URLs in the form in which the report has them. */
    static Map<String, String> normalised(Map<String, String> reference) {
        Map<String, String> values = new TreeMap<>(reference);
        for (String number : new String[] {"br", "tb", "mtp", "bl", "d", "pr"}) {
            values.computeIfPresent(
                    number, (key, value) -> Double.valueOf(value).toString());
        }
        values.computeIfPresent("nor", (key, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return values;
    }
}
