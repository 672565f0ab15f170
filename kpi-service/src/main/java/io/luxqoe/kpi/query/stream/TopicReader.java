package io.luxqoe.kpi.query.stream;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what is committed of all partitions of a topic, each in its order. For one thread.
 *
 * <p>All throw {@link org.apache.kafka.common.KafkaException} if the broker does not answer in time.
 */
interface TopicReader extends AutoCloseable {

    /** The first records that there still are. */
    Position begin();

    /** Behind the last records that are committed. */
    Position end();

    /** Goes on from a position, which has to be sought before anything is read. */
    void seek(Position from);

    /**
     * The records that come next, none if none came in time; of a partition that was added meanwhile from its first.
     *
     * @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException if the next are not there any more
     */
    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience);

    /** Behind what was read, aborted records and such as are no one's included. */
    Position position();

    @Override
    void close();
}
