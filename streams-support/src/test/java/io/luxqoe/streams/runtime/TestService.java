package io.luxqoe.streams.runtime;

import example.sensor.Reading;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/** A service that copies readings, and fails at the sensor {@value #FAILS} when it has forwarded it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableKafkaStreams
class TestService {

    static final String READINGS = "readings";
    static final String CHECKED = "checked";
    static final String LIMITS = "limits";
    static final String LETTERS = "lux.test.dead-letter.v1";
    static final String FAILS = "fails";

    @Bean
    KStream<String, Reading> topology(StreamsBuilder builder, AvroSerdes serdes) {
        Topic<String, Reading> readings = new Topic<>(READINGS, Serdes.String(), serdes.forValue(Reading.class));
        Topic<String, Reading> checked = new Topic<>(CHECKED, Serdes.String(), serdes.forValue(Reading.class));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("limits"), Serdes.String(), serdes.forValue(Reading.class))
                        .withLoggingDisabled(),
                LIMITS,
                Consumed.with(Serdes.String(), serdes.forValue(Reading.class)).withName("read-limits"),
                Limits::new);
        KStream<String, Reading> read = builder.stream(READINGS, readings.consumedAs("read"));
        read.process(Check::new, Named.as("check")).to(CHECKED, checked.producedAs("write"));
        return read;
    }

    private static final class Check extends ContextualProcessor<String, Reading, String, Reading> {

        @Override
        public void process(Record<String, Reading> record) {
            context().forward(record);
            if (record.value().getSensor().equals(FAILS)) {
                throw new IllegalStateException("after it was forwarded");
            }
        }
    }

    private static final class Limits extends ContextualProcessor<String, Reading, Void, Void> {

        @Override
        public void process(Record<String, Reading> record) {
            if (record.value().getSensor().equals(FAILS)) {
                throw new IllegalStateException("in a global table");
            }
        }
    }
}
