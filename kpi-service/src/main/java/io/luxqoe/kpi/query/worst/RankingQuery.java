package io.luxqoe.kpi.query.worst;

import io.luxqoe.streams.routing.PartitionQuery;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks partitions for the first keys of a window. */
record RankingQuery(Rankings rankings, Asked asked, int limit) implements PartitionQuery<Ranking> {

    static final String PATH = "/internal/v1/ranking";

    @Override
    public String resource() {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("kpi", "{kpi}")
                .queryParam("axis", "{axis}")
                .queryParam("window", "{window}")
                .queryParam("start", asked.start())
                .queryParam("order", asked.order().name().toLowerCase(Locale.ROOT))
                .queryParam("fewSamples", asked.fewSamples())
                .queryParam("limit", limit)
                .encode()
                .buildAndExpand(
                        asked.subject().kpi(),
                        asked.subject().axis(),
                        asked.subject().window())
                .toUriString();
    }

    @Override
    public Class<Ranking> answerType() {
        return Ranking.class;
    }

    @Override
    public Ranking read(int partition) {
        return rankings.of(partition, asked, limit);
    }

    @Override
    public Ranking merge(List<Ranking> answers) {
        return Ranking.merge(answers, asked, limit);
    }
}
