package io.luxqoe.decoder;

import io.luxqoe.decoder.rest.SourceReader;
import io.luxqoe.decoder.source.SourceStatuses;
import io.luxqoe.decoder.stream.DecoderTopology;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Reads the store of the running streams. */
record StreamsSourceReader(StreamsBuilderFactoryBean factory) implements SourceReader {

    @Override
    public SourceStatuses sources() {
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new InvalidStateStoreException("The streams are not running");
        }
        try {
            return streams.store(DecoderTopology.sourceStatuses());
        } catch (IllegalStateException e) {
            throw new InvalidStateStoreException("The streams are stopping or have stopped", e);
        }
    }
}
