package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of the decoder.
 *
 * @param decoded blocks of events, keyed by source
 * @param deadLetters what could not be decoded, key and octets as they came
 * @param statuses status of the sources, keyed by source
 */
record DecoderTopics(
        Topic<String, EventBlock> decoded, Topic<byte[], byte[]> deadLetters, Topic<String, SourceStatus> statuses) {

    static DecoderTopics with(AvroSerdes serdes) {
        return new DecoderTopics(
                new Topic<>(LuxTopic.EVENT_DECODED.topicName(), Serdes.String(), serdes.forValue(EventBlock.class)),
                new Topic<>(LuxTopic.DECODER_DEAD_LETTER.topicName(), Serdes.ByteArray(), Serdes.ByteArray()),
                new Topic<>(LuxTopic.SOURCE_STATUS.topicName(), Serdes.String(), serdes.forValue(SourceStatus.class)));
    }
}
