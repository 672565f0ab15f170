package io.luxqoe.streams.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The octets of the record that a processor was given.
 *
 * <p>Kafka Streams lets them go as soon as the task has sent anything to a topic, and in a global table never has them
 * (4.3.1); then they are read from the topic again.
 */
final class RawRecords {

    private static final Logger LOG = LoggerFactory.getLogger(RawRecords.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> config = new HashMap<>();

    RawRecords(Map<String, ?> streamsConfig) {
        config.putAll(Clients.config(streamsConfig, ConsumerConfig.configNames(), "consumer.", "main.consumer."));
        config.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    }

    /** The octets, or empty if there is no such record (a punctuation) or it cannot be read again. */
    Optional<KeyValue<byte[], byte[]>> of(ErrorHandlerContext context) {
        if (context.sourceRawKey() != null || context.sourceRawValue() != null) {
            return Optional.of(KeyValue.pair(context.sourceRawKey(), context.sourceRawValue()));
        }
        if (context.topic() == null || context.offset() < 0) {
            return Optional.empty();
        }
        return again(new TopicPartition(context.topic(), context.partition()), context.offset());
    }

    private Optional<KeyValue<byte[], byte[]>> again(TopicPartition partition, long offset) {
        ByteArrayDeserializer octets = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, octets, octets)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() == offset) {
                    return Optional.of(KeyValue.pair(record.key(), record.value()));
                }
            }
            LOG.warn("There is no record any more at {} offset {}", partition, offset);
        } catch (KafkaException e) {
            LOG.warn("Cannot read the record at {} offset {} again", partition, offset, e);
        }
        return Optional.empty();
    }
}
