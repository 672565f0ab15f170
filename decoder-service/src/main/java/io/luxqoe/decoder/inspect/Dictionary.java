package io.luxqoe.decoder.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of charging data records by name, as {@code records.txt} lists them; its head says how it is written. */
final class Dictionary {
    private static final String RESOURCE = "records.txt";

    private final Map<String, ElementType> types = new LinkedHashMap<>();
    private final Map<String, List<String>> bases = new LinkedHashMap<>();
    private final List<String> inherited = new ArrayList<>();

    private Dictionary() {}

    /** The dictionary, which does not change. */
    static Dictionary get() {
        return Loaded.DICTIONARY;
    }

    private static final class Loaded {
        static final Dictionary DICTIONARY = load();
    }

    private static Dictionary load() {
        Dictionary dictionary = new Dictionary();
        List<String> lines = lines();
        lines.stream().filter(line -> !line.startsWith(" ")).forEach(dictionary::declare);
        ElementType type = null;
        for (String line : lines) {
            if (line.startsWith(" ")) {
                dictionary.define(Objects.requireNonNull(type, line), line.strip());
            } else {
                type = dictionary.type(line.split(" ", 2)[0]);
            }
        }
        dictionary.types.keySet().forEach(dictionary::inherit);
        return dictionary;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a type of that name. */
    boolean has(String name) {
        return types.containsKey(name);
    }

    /** The type of that name. */
    ElementType type(String name) {
        ElementType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(RESOURCE + " has no type " + name);
        }
        return type;
    }

    private void declare(String line) {
        String[] parts = line.split(" : ", 2);
        List<String> words = List.of(parts[0].split(" "));
        String name = words.get(0);
        ElementType type =
                new ElementType(name, Kind.named(words.get(1)), words.contains("secret"), words.contains("vendor"));
        if (types.put(name, type) != null) {
            throw new IllegalArgumentException(RESOURCE + " has type " + name + " twice");
        }
        bases.put(name, parts.length == 1 ? List.of() : List.of(parts[1].split(" ")));
    }

    private void define(ElementType owner, String line) {
        String[] parts = line.split(" ", 2);
        String tag = parts[0];
        if (!owner.kind().isStructure()) {
            owner.addValue(Integer.parseInt(tag), parts[1]);
            return;
        }
        String[] words = parts[1].split(" ");
        String typeName =
                words.length > 1 ? words[1] : words[0].substring(0, 1).toUpperCase(Locale.ROOT) + words[0].substring(1);
        boolean list = typeName.endsWith("*");
        ElementType type = type(list ? typeName.substring(0, typeName.length() - 1) : typeName);
        int slash = tag.indexOf('/');
        if (slash >= 0) {
            int recordType = Integer.parseInt(tag.substring(slash + 1));
            owner.addFor(Integer.parseInt(tag.substring(0, slash)), recordType, words[0], type);
        } else if (tag.startsWith("u")) {
            owner.addUniversal(Integer.parseInt(tag.substring(1)), words[0], type, list);
        } else {
            owner.add(Integer.parseInt(tag), words[0], type, list);
        }
    }

    private void inherit(String name) {
        if (inherited.contains(name)) {
            return;
        }
        inherited.add(name);
        for (String base : bases.getOrDefault(name, List.of())) {
            inherit(base);
            type(name).inherit(type(base));
        }
    }

    /** What the record with that outer tag and recordType is, if there is such a record. */
    ElementType.@Nullable Element record(int outerTag, int recordType) {
        return type("Record").element(outerTag, recordType);
    }
}
