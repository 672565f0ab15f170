package io.luxqoe.decoder.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a CMCD report (CTA-5004-B) in a query, a header, a JSON object or an event, each with its meaning. */
final class CmcdFields implements LineFields {
    private static final String RESOURCE = "cmcd.txt";
    private static final Pattern HEADER = Pattern.compile("(?i)CMCD-(?:Request|Object|Session|Status)\\s*[:=]");
    private static final Pattern MEMBER =
            Pattern.compile("\"([A-Za-z0-9.-]{1,64})\"\\s*:\\s*(\"[^\"]*\"|\\[[^\\]]*\\]|[^,}\\]\"\\[{]+)");
    /** What may tell a person or what they watch. */
    private static final Set<String> SECRET = Set.of("sid", "cid", "nor", "url", "h", "cmsdd", "cmsds", "smrt");

    private final boolean masked;
    private final Map<String, String> meanings = load();

    CmcdFields(boolean masked) {
        this.masked = masked;
    }

    private static Map<String, String> load() {
        Map<String, String> meanings = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(CmcdFields.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(words -> meanings.put(words[0], words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meanings;
    }

    @Override
    public List<String> of(String line) {
        List<String> fields = new ArrayList<>();
        String text = line.strip();
        Matcher header = HEADER.matcher(text);
        int query = text.indexOf("CMCD=");
        if (text.startsWith("{")) {
            Matcher member = MEMBER.matcher(text);
            while (member.find()) {
                add(fields, member.group(1), member.group(2).strip());
            }
        } else if (query >= 0) {
            dictionary(fields, decoded(text.substring(query + "CMCD=".length())));
        } else if (header.find()) {
            dictionary(fields, text.substring(header.end()));
        } else if (text.matches("[a-z*][a-z0-9_.*-]*([=,;].*)?")) {
            dictionary(fields, text);
        }
        return fields;
    }

    /** Members of an RFC 8941 dictionary: commas divide them, but not those within quotes and parentheses. */
    private void dictionary(List<String> fields, String text) {
        boolean quoted = false;
        int open = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char character = at < text.length() ? text.charAt(at) : ',';
            if (character == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && character == '(') {
                open++;
            } else if (!quoted && character == ')') {
                open--;
            }
            if (at == text.length() || (character == ',' && !quoted && open <= 0)) {
                member(fields, text.substring(from, at).strip());
                from = at + 1;
            }
        }
    }

    private void member(List<String> fields, String member) {
        if (!member.isEmpty()) {
            int end = 0;
            while (end < member.length() && member.charAt(end) != '=' && member.charAt(end) != ';') {
                end++;
            }
            boolean hasValue = end < member.length() && member.charAt(end) == '=';
            // A key alone is true, and may have parameters all the same.
            add(
                    fields,
                    member.substring(0, end),
                    hasValue ? member.substring(end + 1) : "true" + member.substring(end));
        }
    }

    private void add(List<String> fields, String key, String value) {
        String meaning = meanings.get(key);
        boolean custom = key.indexOf('-') > 0;
        boolean hidden = masked && (SECRET.contains(key) || meaning == null);
        String name = meaning != null ? key + " (" + meaning + ")" : custom ? "custom key" : "unknown key";
        String shown = meaning != null || masked ? name : name + " " + Text.quoted(key);
        fields.add(shown + ": " + (hidden ? "***" : escaped(value)));
    }

    private static String escaped(String value) {
        String quoted = Text.quoted(value);
        return quoted.endsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /** The value of a query parameter, up to where it ends. */
    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '&' || character == '#' || Character.isWhitespace(character)) {
                break;
            }
            int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
            if (character == '%' && low >= 0) {
                decoded.append((char) (high << 4 | low));
                at += 2;
            } else {
                decoded.append(character == '+' ? ' ' : character);
            }
        }
        return decoded.toString();
    }
}
