package io.luxqoe.schemas.style;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A number says its unit: an instant by its logical type, anything else in its name, and the doc agrees.
 *
 * <p>An octet offset, a latitude and a longitude are names that have only one unit.
 */
final class UnitRules {

    private static final Set<String> NUMBERS = Set.of("int", "long", "float", "double");
    private static final String INSTANT = "timestamp-millis";
    private static final Pattern INSTANT_NAME =
            Pattern.compile(".*(Time|Timestamp|At|Seen|Until|From|[wW]atermark)|timestamp|watermark|start|end");
    private static final Pattern DIMENSION_NAME = Pattern.compile(
            ".*(Duration|Delay|Interval|Latency|Bitrate|Throughput|Volume|Bandwidth|Speed|Power)|duration|latency");

    /** Unit as a doc writes it, to what the name of such a number must hold. */
    private static final Map<String, Pattern> NAME_OF_UNIT = new TreeMap<>(Map.of(
            "ms", Pattern.compile(".*Ms"),
            "seconds", Pattern.compile(".*(Seconds|Ms)"),
            "kbit/s", Pattern.compile(".*Kbps"),
            "octets", Pattern.compile(".*(Octets|Offset)"),
            "degrees", Pattern.compile("latitude|longitude|.*Degrees"),
            "percent", Pattern.compile(".*Percent"),
            "dBm", Pattern.compile(".*Dbm")));

    private UnitRules() {}

    static void check(String where, JsonNode field, List<String> found) {
        JsonNode type = valueType(field.path("type"));
        String name = field.path("name").asText();
        String doc = field.path("doc").asText();
        String primitive = type.isTextual() ? type.asText() : type.path("type").asText();
        if (!NUMBERS.contains(primitive)) {
            return;
        }
        if (type.has("logicalType")) {
            checkInstant(where, type, doc, found);
        } else {
            checkNumber(where, name, doc, found);
        }
    }

    private static void checkInstant(String where, JsonNode type, String doc, List<String> found) {
        if (!type.path("logicalType").asText().equals(INSTANT)) {
            found.add(where + ": an instant is a long of logical type " + INSTANT);
        }
        if (!doc.contains("UTC, ms")) {
            found.add(where + ": the doc of an instant must say UTC, ms");
        }
    }

    private static void checkNumber(String where, String name, String doc, List<String> found) {
        if (doc.contains("UTC") || INSTANT_NAME.matcher(name).matches()) {
            found.add(where + ": an instant must have the logical type " + INSTANT);
            return;
        }
        if (DIMENSION_NAME.matcher(name).matches()) {
            found.add(where + ": the name must end in the unit, such as Ms, Octets or Kbps");
        }
        NAME_OF_UNIT.forEach((unit, pattern) -> {
            if (mentions(doc, unit) && !pattern.matcher(name).matches()) {
                found.add(where + ": the doc gives the unit " + unit + " and the name does not");
            }
        });
        NAME_OF_UNIT.forEach((unit, pattern) -> {
            if (name.endsWith(suffix(unit)) && !mentions(doc, unit)) {
                found.add(where + ": the name gives a unit that the doc does not: " + unit);
            }
        });
    }

    /** The type of the value of a field: of an optional one, what it holds when it is there. */
    private static JsonNode valueType(JsonNode type) {
        return type.isArray() && type.size() == 2 && type.get(0).asText().equals("null") ? type.get(1) : type;
    }

    private static boolean mentions(String doc, String unit) {
        return Pattern.compile("(?<![\\w/])" + Pattern.quote(unit) + "(?![\\w/])")
                .matcher(doc)
                .find();
    }

    private static String suffix(String unit) {
        return switch (unit) {
            case "ms" -> "Ms";
            case "kbit/s" -> "Kbps";
            case "dBm" -> "Dbm";
            default -> Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
        };
    }
}
