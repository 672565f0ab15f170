package io.luxqoe.kpi.query.keys;

import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.streams.routing.PartitionQuery;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks partitions for keys of an axis, of one or more families. */
record KeysQuery(KpiReader reader, List<String> families, String axis, KpiReader.Keys range)
        implements PartitionQuery<KeyList> {

    static final String PATH = "/internal/v1/keys";

    @Override
    public String resource() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH)
                .queryParam("families", String.join(",", families))
                .queryParam("axis", "{axis}")
                .queryParam("prefix", "{prefix}")
                .queryParam("limit", range.limit());
        if (range.after() == null) {
            return uri.encode().buildAndExpand(axis, range.prefix()).toUriString();
        }
        return uri.queryParam("after", "{after}")
                .encode()
                .buildAndExpand(axis, range.prefix(), range.after())
                .toUriString();
    }

    @Override
    public Class<KeyList> answerType() {
        return KeyList.class;
    }

    @Override
    public KeyList read(int partition) {
        return merge(families.stream()
                .filter(family -> reader.partitionsOf(family, axis).contains(partition))
                .map(family -> new KeyList(reader.keys(partition, family, axis, range)))
                .toList());
    }

    @Override
    public KeyList merge(List<KeyList> answers) {
        return KeyList.merge(answers, range.limit());
    }
}
