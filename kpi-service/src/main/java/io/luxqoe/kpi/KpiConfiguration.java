package io.luxqoe.kpi;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.QuerySettings;
import io.luxqoe.kpi.window.KpiTopics;
import io.luxqoe.kpi.window.MeasurementTopology;
import io.luxqoe.kpi.window.WindowMeters;
import io.luxqoe.kpi.window.WindowSpec;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the topology together. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@EnableConfigurationProperties({KpiSettings.class, QuerySettings.class})
class KpiConfiguration {

    @Bean
    List<Axis> axes(KpiSettings settings) {
        return settings.axesAsSet();
    }

    @Bean
    WindowSpec windowSpec(KpiSettings settings, KafkaAdmin admin) {
        return new WindowSpec(
                settings.windowSizes(),
                settings.histories(),
                settings.grace(),
                settings.publishEvery(),
                settings.progressEvery(),
                inputPartitions(admin),
                settings.partitions());
    }

    @Bean
    MeasurementTopology measurementTopology(
            StreamsBuilder builder,
            AvroSerdes serdes,
            WindowSpec window,
            List<Axis> axes,
            KpiCatalogue catalogue,
            MeterRegistry registry) {
        MeasurementTopology topology =
                new MeasurementTopology(KpiTopics.with(serdes), window, axes, catalogue, new WindowMeters(registry));
        topology.addTo(builder);
        return topology;
    }

    /** One combine task for each partition: a watermark is the least of all, so all have to be known. */
    private static int inputPartitions(KafkaAdmin admin) {
        String topic = LuxTopic.EVENT_ENRICHED.topicName();
        TopicDescription description = admin.describeTopics(topic).get(topic);
        if (description == null) {
            throw new IllegalStateException("topic " + topic + " does not exist; create it before this service starts");
        }
        return description.partitions().size();
    }
}
