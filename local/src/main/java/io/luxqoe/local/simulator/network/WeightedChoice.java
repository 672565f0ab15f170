package io.luxqoe.local.simulator.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A draw among items in proportion to their weights, which need not sum to 1. */
public final class WeightedChoice<T> {

    private final List<T> items;
    private final double[] cumulated;

    private WeightedChoice(List<T> items, double[] cumulated) {
        this.items = items;
        this.cumulated = cumulated;
    }

    /** A choice among at least one item; weights are at least 0 and not all 0. */
    public static <T> WeightedChoice<T> among(List<T> items, ToDoubleFunction<T> weight) {
        double[] cumulated = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += weight.applyAsDouble(items.get(i));
            cumulated[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("No item has a weight");
        }
        return new WeightedChoice<>(List.copyOf(items), cumulated);
    }

    /** Draws an item. */
    public T pick(RandomGenerator random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, point);
        // An exact hit on a boundary belongs to the next item.
        int index = found >= 0 ? found + 1 : -found - 1;
        return items.get(Math.min(index, cumulated.length - 1));
    }
}
