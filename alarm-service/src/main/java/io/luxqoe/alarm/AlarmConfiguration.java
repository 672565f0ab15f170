package io.luxqoe.alarm;

import io.luxqoe.alarm.evaluation.AlarmTopics;
import io.luxqoe.alarm.evaluation.AlarmTopology;
import io.luxqoe.alarm.rest.RulePublisher;
import io.luxqoe.alarm.rest.StoreReader;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the topology and the REST interface together. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@EnableConfigurationProperties(AlarmSettings.class)
class AlarmConfiguration {

    @Bean
    AlarmTopics alarmTopics(AvroSerdes serdes) {
        return AlarmTopics.with(serdes);
    }

    @Bean
    StoreReader storeReader(StreamsBuilderFactoryBean factory) {
        return new StreamsStoreReader(factory);
    }

    @Bean
    AlarmMetrics alarmMetrics(MeterRegistry registry, StoreReader stores) {
        return new AlarmMetrics(registry, stores);
    }

    @Bean
    AlarmTopology alarmTopology(
            StreamsBuilder builder, AlarmTopics topics, AlarmSettings settings, AlarmMetrics metrics) {
        AlarmTopology topology = new AlarmTopology(topics, settings.evaluation(), metrics);
        topology.addTo(builder);
        return topology;
    }

    @Bean
    ProducerFactory<String, @Nullable AlarmRule> ruleProducers(KafkaProperties kafka, AlarmTopics topics) {
        boolean configureSerializers = false; // they are: it is what the serdes are for
        return new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(),
                topics.rules().keySerde().serializer(),
                topics.rules().valueSerde().serializer(),
                configureSerializers);
    }

    @Bean
    KafkaTemplate<String, @Nullable AlarmRule> ruleTemplate(ProducerFactory<String, @Nullable AlarmRule> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    RulePublisher rulePublisher(
            KafkaTemplate<String, @Nullable AlarmRule> kafka, AlarmTopics topics, AlarmSettings settings) {
        return new KafkaRulePublisher(kafka, topics.rules(), settings.writeTimeout());
    }
}
