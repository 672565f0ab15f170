package io.luxqoe.kpi.query.standing;

import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.streams.routing.PartitionQuery;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks partitions how far they are; together they are as far as the last of them. */
public record StandingQuery(KpiReader reader, String family, String window) implements PartitionQuery<Standing> {

    static final String PATH = "/internal/v1/standing";

    @Override
    public String resource() {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("family", "{family}")
                .queryParam("window", "{window}")
                .encode()
                .buildAndExpand(family, window)
                .toUriString();
    }

    @Override
    public Class<Standing> answerType() {
        return Standing.class;
    }

    @Override
    public Standing read(int partition) {
        return reader.standing(partition, family, window);
    }

    @Override
    public Standing merge(List<Standing> answers) {
        return answers.stream().reduce(Standing::and).orElseThrow();
    }
}
