package io.luxqoe.alarm;

import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.evaluation.AlarmTopology;
import io.luxqoe.alarm.rest.StoreReader;
import io.luxqoe.alarm.rule.RulesInForce;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Reads the stores of the running streams. */
record StreamsStoreReader(StreamsBuilderFactoryBean factory) implements StoreReader {

    @Override
    public Alarms alarms() {
        return read(AlarmTopology.alarms());
    }

    @Override
    public RulesInForce rules() {
        return read(AlarmTopology.rulesInForce());
    }

    private <T> T read(StoreQueryParameters<T> store) {
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new InvalidStateStoreException("The streams are not running");
        }
        try {
            return streams.store(store);
        } catch (IllegalStateException e) {
            throw new InvalidStateStoreException("The streams are stopping or have stopped", e);
        }
    }
}
