package io.luxqoe.decoder.inspect;

import java.util.List;

/** The fields of a line of text, each as {@code name: value}. */
@FunctionalInterface
interface LineFields {
    /** The fields of that line; none if it has no such form. */
    List<String> of(String line);

    /** Of the format of that name; none, if its lines are not known. */
    static LineFields of(String format, boolean masked) {
        return switch (format) {
            case "cmcd" -> new CmcdFields(masked);
            case "data-usage" -> new UsageFields(masked);
            default -> line -> List.of();
        };
    }
}
