package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.topic.LuxTopic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private final Map<String, NewTopic> topics =
            TopicPlan.topics().stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void everyTopicOfLuxIsMadeWithAsManyPartitions() {
        assertThat(topics.keySet())
                .containsExactlyInAnyOrderElementsOf(List.of(LuxTopic.values()).stream()
                        .map(LuxTopic::topicName)
                        .toList());
        assertThat(topics.values())
                .allSatisfy(topic -> assertThat(topic.numPartitions()).isEqualTo(4));
    }

    @Test
    void rawTopicsTakeFilesAndGiveThemTheTimeOfTheirArrival() {
        assertThat(configOf(LuxTopic.RAW_CS_CDR))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("cleanup.policy", "delete");
        assertThat(Integer.parseInt(configOf(LuxTopic.RAW_CS_CDR).get("max.message.bytes")))
                .isGreaterThan(16 * 1024 * 1024);
    }

    @Test
    void eventsAreNotDeletedByTheAgeOfWhatTheyTell() {
        assertThat(configOf(LuxTopic.EVENT_DECODED))
                .containsEntry("retention.ms", "-1")
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void referenceTopicsKeepTheLastRecordOfEachKey() {
        assertThat(configOf(LuxTopic.REFERENCE_CELL)).containsExactly(Map.entry("cleanup.policy", "compact"));
    }

    private Map<String, String> configOf(LuxTopic topic) {
        return Objects.requireNonNull(topics.get(topic.topicName())).configs();
    }
}
