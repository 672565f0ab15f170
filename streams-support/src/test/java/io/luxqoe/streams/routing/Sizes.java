package io.luxqoe.streams.routing;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Asks how many things there are, by the name of the partition. */
record Sizes(IntFunction<Total> reading) implements PartitionQuery<Sizes.Total> {

    record Total(long things) {}

    static Sizes of(Map<Integer, Long> things) {
        return new Sizes(partition -> {
            Long size = things.get(partition);
            if (size == null) {
                throw new PartitionUnavailableException("it is not here");
            }
            return new Total(size);
        });
    }

    @Override
    public String resource() {
        return "/internal/v1/sizes?of=all";
    }

    @Override
    public Class<Total> answerType() {
        return Total.class;
    }

    @Override
    public Total read(int partition) {
        return reading.apply(partition);
    }

    @Override
    public Total merge(List<Total> answers) {
        return new Total(answers.stream().mapToLong(Total::things).sum());
    }
}
