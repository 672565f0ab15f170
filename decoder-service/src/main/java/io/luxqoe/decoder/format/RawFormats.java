package io.luxqoe.decoder.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The raw formats that there are: those on the class path. */
public final class RawFormats {
    private static final Map<String, RawFormat> BY_NAME = load();

    private RawFormats() {}

    private static Map<String, RawFormat> load() {
        Map<String, RawFormat> formats = new TreeMap<>();
        for (RawFormat format : ServiceLoader.load(RawFormat.class, RawFormat.class.getClassLoader())) {
            RawFormat other = formats.put(format.formatName(), format);
            if (other != null) {
                throw new IllegalStateException("two raw formats have the name " + format.formatName() + ": "
                        + other.getClass().getName() + " and "
                        + format.getClass().getName());
            }
        }
        return Map.copyOf(formats);
    }

    /** Their names, in order. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** All of them. */
    public static Collection<RawFormat> all() {
        return BY_NAME.values();
    }

    /** The format of that name, if there is one. */
    public static Optional<RawFormat> named(String formatName) {
        return Optional.ofNullable(BY_NAME.get(formatName));
    }
}
