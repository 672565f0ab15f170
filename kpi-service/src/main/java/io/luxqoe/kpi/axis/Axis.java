package io.luxqoe.kpi.axis;

import io.luxqoe.schemas.EnrichedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What measurements are broken down by: one {@link Dimension}, or the product of several. Ids join those of the dimensions
 * with a comma ({@code region,numberClass}), values join theirs with {@code |} in the same order.
 *
 * @param dimensions one or more, each once
 * @param maxKeys most values that are kept apart in a window; the smallest of more fold into {@value #OTHER}
 */
public record Axis(List<Dimension> dimensions, int maxKeys) {

    /** Value of an event that does not say, or whose reference is missing. */
    public static final String UNKNOWN = "unknown";

    /** Value that stands for the keys beyond an axis's bound. */
    public static final String OTHER = "other";

    /**
     * Up to so many keys all windows of an axis lie in one task, which then knows exactly which keys are the smallest. A
     * larger axis is spread over the tasks by its values, and each task keeps its share of the keys.
     */
    public static final int WHOLE_UP_TO = 2_000;

    /** Longest value, characters; what is longer counts as {@value #UNKNOWN}. */
    private static final int LONGEST_VALUE = 256;

    /** Copies the list. */
    public Axis {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * The axis of an id.
     *
     * @throws IllegalArgumentException if a part of the id is no dimension, or comes twice
     */
    public static Axis of(String id, int maxKeys) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String part : id.split(",", -1)) {
            dimensions.add(Dimension.named(part)
                    .orElseThrow(() -> new IllegalArgumentException("no dimension " + part + "; there are "
                            + Arrays.stream(Dimension.values())
                                    .map(Dimension::id)
                                    .collect(Collectors.joining(", ")))));
        }
        if (new LinkedHashSet<>(dimensions).size() < dimensions.size()) {
            throw new IllegalArgumentException(id + " names a dimension twice");
        }
        return new Axis(dimensions, maxKeys);
    }

    /** Id of the axis in REST queries and KPI keys. */
    public String id() {
        return dimensions.stream().map(Dimension::id).collect(Collectors.joining(","));
    }

    /** Whether events of a family can have a value on every dimension. */
    public boolean appliesTo(String family) {
        return dimensions.stream().allMatch(dimension -> dimension.families().contains(family));
    }

    /** Whether all windows of the axis lie in one task. */
    public boolean isWhole() {
        return maxKeys <= WHOLE_UP_TO;
    }

    /** Value of the event on this axis. */
    public String valueOf(EnrichedEvent event) {
        String value = dimensions.size() == 1 ? dimensions.get(0).valueOf(event) : product(event);
        return value.length() > LONGEST_VALUE || value.indexOf('\u0000') >= 0 ? UNKNOWN : value;
    }

    private String product(EnrichedEvent event) {
        StringBuilder product = new StringBuilder(32);
        for (int i = 0; i < dimensions.size(); i++) {
            if (i > 0) {
                product.append('|');
            }
            product.append(dimensions.get(i).valueOf(event));
        }
        return product.toString();
    }
}
