package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.window.KpiTopics;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Lets streams read the topic of the windows as the service connects to its broker and registry. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final Duration LINGER = Duration.ofSeconds(30);

    @Bean
    LiveStreams liveStreams(
            AvroSerdes serdes,
            ConsumerFactory<?, ?> consumers,
            KafkaAdmin admin,
            QuerySettings settings,
            JsonMapper json,
            MeterRegistry registry) {
        Topic<KpiKey, KpiWindow> topic = KpiTopics.with(serdes).computed();
        Events events = new Events(json);
        StreamMeters meters = new StreamMeters(registry);
        return new LiveStreams(
                new Readers(consumers.getConfigurationProperties(), topic.name(), admin),
                new WindowRecords(topic, events, meters),
                events,
                meters,
                settings,
                Replay.Limits.of(settings),
                LINGER);
    }

    private record Readers(Map<String, Object> common, String name, KafkaAdmin admin) implements TopicReaders {

        @Override
        public int topic() {
            TopicDescription description = admin.describeTopics(name).get(name);
            if (description == null) {
                throw new KafkaException("there is no topic " + name);
            }
            return description.topicId().hashCode();
        }

        @Override
        public TopicReader open(int topic) {
            return new KafkaTopicReader(common, name, topic);
        }
    }
}
