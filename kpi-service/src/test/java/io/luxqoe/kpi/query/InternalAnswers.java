package io.luxqoe.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.routing.PartitionAnswer;
import io.luxqoe.streams.routing.PartitionQuery;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What an instance that asks another gets: the question as the router writes it, the answer as it reads it. */
public final class InternalAnswers {

    private InternalAnswers() {}

    public static <A> PartitionAnswer<A> of(MockMvcTester mvc, PartitionQuery<A> query, Set<Integer> partitions) {
        String numbers = partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
        MvcTestResult result = mvc.get()
                .uri(URI.create(query.resource() + "&partitions=" + numbers))
                .exchange();
        assertThat(result).hasStatusOk();
        JsonMapper json = JsonMapper.builder().build();
        return json.readValue(
                result.getResponse().getContentAsByteArray(),
                json.getTypeFactory().constructParametricType(PartitionAnswer.class, query.answerType()));
    }
}
