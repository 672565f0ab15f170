package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Streams of a topic in memory. */
@TestConfiguration(proxyBeanMethods = false)
public class MemoryStreams {

    @Bean
    LiveStreams liveStreams(QuerySettings settings, JsonMapper json, MeterRegistry registry) {
        Events events = new Events(json);
        StreamMeters meters = new StreamMeters(registry);
        return new LiveStreams(
                new MemoryTopic(1),
                new WindowRecords(Windows.TOPIC, events, meters),
                events,
                meters,
                settings,
                Replay.Limits.of(settings),
                Duration.ZERO);
    }
}
