package io.luxqoe.kpi.query.answer;

import io.luxqoe.streams.routing.Gathered;
import java.util.List;

/**
 * How much of what was asked is in an answer.
 *
 * @param partitions partitions that can hold what was asked
 * @param answered how many of them the answer is made of
 * @param missing the others
 */
public record Completeness(int partitions, int answered, List<Missing> missing) {

    /**
     * A partition that is not in the answer.
     *
     * @param partition its number
     * @param reason why
     */
    public record Missing(int partition, String reason) {}

    static Completeness of(Gathered<?> gathered) {
        return new Completeness(
                gathered.asked().size(),
                gathered.answered().size(),
                gathered.missing().entrySet().stream()
                        .map(entry -> new Missing(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
