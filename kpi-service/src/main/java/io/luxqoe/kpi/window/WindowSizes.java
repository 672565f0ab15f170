package io.luxqoe.kpi.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The window sizes and how they are made of each other: events are counted into the base windows alone, and each coarser
 * size is built from the coarsest size that it is made of, so that nothing is counted twice.
 */
public final class WindowSizes {

    private final List<WindowSize> sizes;
    private final Map<WindowSize, List<WindowSize>> madeOf = new HashMap<>();

    /**
     * Sizes, in any order; the shortest is the base.
     *
     * @throws IllegalArgumentException if one comes twice, the base is hopping or a day, or a size is not made of others
     */
    public WindowSizes(List<WindowSize> sizes) {
        this.sizes = sizes.stream()
                .sorted(Comparator.comparing(WindowSize::length)
                        .thenComparing(WindowSize::isHopping)
                        .thenComparing(WindowSize::id))
                .toList();
        if (sizes.isEmpty() || base().isHopping() || base().isDay()) {
            throw new IllegalArgumentException("the shortest must be a tumbling window of less than a day");
        }
        if (sizes.stream().map(WindowSize::id).distinct().count() < sizes.size()) {
            throw new IllegalArgumentException("one comes twice");
        }
        for (WindowSize size : this.sizes.subList(1, this.sizes.size())) {
            madeOf.computeIfAbsent(part(size), finer -> new ArrayList<>()).add(size);
        }
    }

    /** All sizes, the shortest first: a size comes after those that it is made of. */
    public List<WindowSize> all() {
        return sizes;
    }

    /** The size whose windows take events. */
    public WindowSize base() {
        return sizes.get(0);
    }

    /** The coarsest size that does not hop. */
    WindowSize coarsest() {
        return sizes.stream()
                .filter(size -> !size.isHopping())
                .reduce((finer, coarser) -> coarser)
                .orElseThrow();
    }

    /** How long a window can be, ms; the day that ends summer time has 25 hours. */
    long longestMs() {
        WindowSize longest = sizes.get(sizes.size() - 1);
        return longest.length().plusHours(longest.isDay() ? 1 : 0).toMillis();
    }

    /** The size of that id. */
    public Optional<WindowSize> named(String id) {
        return sizes.stream().filter(size -> size.id().equals(id)).findFirst();
    }

    /** The sizes that are built from windows of this one. */
    List<WindowSize> builtFrom(WindowSize finer) {
        return madeOf.getOrDefault(finer, List.of());
    }

    /** The sizes between the base and this one that it is built from, one from the other; itself not among them. */
    List<WindowSize> partsOf(WindowSize size) {
        List<WindowSize> parts = new ArrayList<>();
        for (WindowSize part = size; !part.equals(base()); ) {
            part = part(part);
            parts.add(part);
        }
        return parts;
    }

    /** Its place in {@link #all()}: of two windows that end at once the finer is closed first. */
    int rank(WindowSize size) {
        return sizes.indexOf(size);
    }

    private WindowSize part(WindowSize size) {
        return sizes.stream()
                .filter(size::isMadeOf)
                .reduce((finer, coarser) -> coarser)
                .orElseThrow(() -> new IllegalArgumentException(size.id() + " is not made of any of "
                        + sizes.stream().map(WindowSize::id).collect(Collectors.joining(", "))));
    }
}
