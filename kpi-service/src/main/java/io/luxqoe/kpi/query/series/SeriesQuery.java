package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.streams.routing.PartitionQuery;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks the partition of a series for its windows. */
record SeriesQuery(KpiReader reader, Subject subject, String key, KpiReader.Starts range)
        implements PartitionQuery<Series> {

    static final String PATH = "/internal/v1/series";

    @Override
    public String resource() {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("kpi", "{kpi}")
                .queryParam("axis", "{axis}")
                .queryParam("key", "{key}")
                .queryParam("window", "{window}")
                .queryParam("from", range.from())
                .queryParam("to", range.to())
                .queryParam("limit", range.limit())
                .encode()
                .buildAndExpand(subject.kpi(), subject.axis(), key, subject.window())
                .toUriString();
    }

    @Override
    public Class<Series> answerType() {
        return Series.class;
    }

    @Override
    public Series read(int partition) {
        // the standing first: what it calls FINAL is then read as FINAL
        Standing standing = reader.standing(partition, subject.family(), subject.window());
        return new Series(reader.series(partition, subject, key, range), standing);
    }

    @Override
    public Series merge(List<Series> answers) {
        throw new IllegalStateException("a series lies in one partition, and not in " + answers.size());
    }
}
