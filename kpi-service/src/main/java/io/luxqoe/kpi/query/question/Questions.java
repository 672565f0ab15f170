package io.luxqoe.kpi.query.question;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.query.read.WindowGrid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads parameters. What is not allowed is refused with the parameter's name and what is. */
@Component
public final class Questions {

    private static final int LONGEST_KEY = 1_000;

    private final KpiCatalogue catalogue;
    private final List<Axis> axes;
    private final List<WindowGrid> windows;

    Questions(KpiCatalogue catalogue, List<Axis> axes, KpiReader reader) {
        this.catalogue = catalogue;
        this.axes = axes;
        this.windows = reader.windows();
    }

    /** The KPI that a path names. */
    public Kpi kpi(String id) {
        return catalogue
                .named(id)
                .orElseThrow(() -> InvalidQuestionException.notFound(
                        "kpi", id, catalogue.all().stream().map(Kpi::id).toList()));
    }

    /** An axis by its id. */
    public String axis(String id) {
        if (!axes().contains(id)) {
            throw InvalidQuestionException.notAmong("axis", id, axes());
        }
        return id;
    }

    /** The axis that a path names. */
    public String axisOfPath(String id) {
        if (!axes().contains(id)) {
            throw InvalidQuestionException.notFound("axis", id, axes());
        }
        return id;
    }

    /** Ids of the measurement families that are measured on an axis. */
    public List<String> familiesOn(String axis) {
        return catalogue.all().stream()
                .map(kpi -> kpi.family().id())
                .distinct()
                .filter(family -> axesOf(family).contains(axis))
                .toList();
    }

    /** Ids of the axes that a family is measured on. */
    public List<String> axesOf(String family) {
        return axes.stream()
                .filter(axis -> axis.appliesTo(family))
                .map(Axis::id)
                .toList();
    }

    /** Ids of all axes. */
    public List<String> axes() {
        return axes.stream().map(Axis::id).toList();
    }

    /** A window size by its id; the base size if none is named. */
    public WindowGrid window(@Nullable String id) {
        if (id == null) {
            return windows.get(0);
        }
        return windows.stream()
                .filter(window -> window.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InvalidQuestionException.notAmong("window", id, windowIds()));
    }

    /** Ids of all window sizes, the base size first. */
    public List<String> windowIds() {
        return windows.stream().map(WindowGrid::id).toList();
    }

    /** What a question is about. */
    public Subject subject(Kpi kpi, String axis, WindowGrid window) {
        List<String> axesOfKpi = axesOf(kpi.family().id());
        if (!axesOfKpi.contains(axis(axis))) {
            throw InvalidQuestionException.notAmong("axis", axis + " of " + kpi.id(), axesOfKpi);
        }
        return new Subject(kpi.id(), kpi.family().id(), axis, window.id());
    }

    /** A key of an axis, or its beginning, up to 1,000 characters. */
    public static String key(String parameter, String text) {
        if (text.length() > LONGEST_KEY) {
            throw InvalidQuestionException.of(parameter, "is longer than " + LONGEST_KEY + " characters");
        }
        return text;
    }

    /** A point of time. */
    public static Instant instant(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidQuestionException.of(
                    parameter, "not an ISO 8601 instant such as 2026-11-20T14:00:00Z: " + text);
        }
    }

    /** A number from 1 to a greatest. */
    public static int limit(int limit, int greatest) {
        if (limit < 1 || limit > greatest) {
            throw InvalidQuestionException.of("limit", "must be 1 to " + greatest + ", and not " + limit);
        }
        return limit;
    }

    /** One of a few words, in lower case. */
    public static <E extends Enum<E>> E word(String parameter, String text, Class<E> words) {
        List<E> all = Arrays.asList(words.getEnumConstants());
        return all.stream()
                .filter(word -> wordOf(word).equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidQuestionException.notAmong(
                        parameter, text, all.stream().map(Questions::wordOf).toList()));
    }

    private static String wordOf(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
