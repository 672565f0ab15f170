package io.luxqoe.kpi;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.export.ExportSettings;
import io.luxqoe.kpi.export.ExportedKpis;
import io.luxqoe.kpi.video.VideoSettings;
import io.luxqoe.kpi.window.FinalListener;
import io.luxqoe.kpi.window.FinalWindow;
import io.luxqoe.kpi.window.KpiTopics;
import io.luxqoe.kpi.window.MeasurementTopology;
import io.luxqoe.kpi.window.WindowMeters;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSizes;
import io.luxqoe.kpi.window.WindowSpec;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
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
@EnableConfigurationProperties({KpiSettings.class, BaselineSettings.class, ExportSettings.class, VideoSettings.class})
class KpiConfiguration {

    @Bean
    List<Axis> axes(KpiSettings settings) {
        return settings.axesAsSet();
    }

    @Bean
    WindowSpec windowSpec(KpiSettings settings, VideoSettings video, BaselineSettings baseline, KafkaAdmin admin) {
        WindowSizes sizes = settings.windowSizes();
        int inputPartitions = inputPartitions(admin);
        return new WindowSpec(
                sizes,
                settings.histories(),
                settings.grace(),
                settings.publishEvery(),
                settings.progressEvery(),
                inputPartitions,
                settings.partitions(),
                video.spec(settings.grace(), sizes.base().length(), inputPartitions, settings.partitions()),
                settings.windowsAtOnce(),
                baseline.spec(sizes, settings.zone()));
    }

    @Bean
    FinalListener exportedKpis(
            ExportSettings settings,
            KpiCatalogue catalogue,
            List<Axis> axes,
            WindowSpec window,
            MeterRegistry registry) {
        return new Exporting(new ExportedKpis(
                settings,
                catalogue,
                axes.stream().collect(Collectors.toMap(Axis::id, Axis::maxKeys)),
                window.sizes().all().stream().map(WindowSize::id).toList(),
                registry));
    }

    private record Exporting(ExportedKpis gauges) implements FinalListener {

        @Override
        public void onFinal(int partition, FinalWindow window) {
            gauges.onFinal(
                    partition,
                    window.series().axis(),
                    window.series().value(),
                    window.size().id(),
                    window.start(),
                    window.values());
        }

        @Override
        public void left(int partition) {
            gauges.forget(partition);
        }
    }

    @Bean
    MeasurementTopology measurementTopology(
            StreamsBuilder builder,
            AvroSerdes serdes,
            WindowSpec window,
            List<Axis> axes,
            KpiCatalogue catalogue,
            List<FinalListener> listeners,
            MeterRegistry registry) {
        MeasurementTopology topology = new MeasurementTopology(
                KpiTopics.with(serdes),
                window,
                axes,
                catalogue,
                FinalListener.of(listeners),
                new WindowMeters(registry));
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
