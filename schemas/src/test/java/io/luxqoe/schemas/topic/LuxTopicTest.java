package io.luxqoe.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LuxTopicTest {

    @ParameterizedTest
    @EnumSource
    void aTopicIsNamedBySubjectFactAndVersion(LuxTopic topic) {
        assertThat(topic.topicName()).matches("lux(\\.[a-z]+(-[a-z]+)*){2}\\.v[1-9][0-9]*");
        assertThat(LuxTopic.named(topic.topicName())).contains(topic);
    }

    @Test
    void noTwoTopicsShareAName() {
        assertThat(Arrays.stream(LuxTopic.values()).map(LuxTopic::topicName)).doesNotHaveDuplicates();
        assertThat(LuxTopic.named("lux.other.v1")).isEmpty();
    }
}
