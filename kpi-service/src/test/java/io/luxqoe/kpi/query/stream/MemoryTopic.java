package io.luxqoe.kpi.query.stream;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** A topic in memory, of as many partitions as are used, whose readers get few records at a time. */
final class MemoryTopic implements TopicReaders {

    static final int TAG = 77;
    private static final int RECORDS_AT_ONCE = 3;

    private final List<TreeMap<Long, ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
    private final List<Long> begins = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private int revisions;
    private boolean broken;
    private volatile boolean keepsBack;

    MemoryTopic(int count) {
        for (int i = 0; i < count; i++) {
            addPartition();
        }
    }

    synchronized void addPartition() {
        partitions.add(new TreeMap<>());
        begins.add(0L);
        ends.add(0L);
    }

    /** A window that tells itself from all others by its revision, which is returned. */
    synchronized int append(int partition, KpiKey key, KpiWindowStatus status) {
        KpiWindow window = Windows.window(status, ++revisions, 0.5);
        append(partition, Windows.octets(key), Windows.octets(window));
        return revisions;
    }

    synchronized void append(int partition, byte[] key, byte[] value) {
        long offset = ends.get(partition);
        partitions.get(partition).put(offset, new ConsumerRecord<>("t", partition, offset, key, value));
        ends.set(partition, offset + 1);
        notifyAll();
    }

    /** The mark of a transaction: an offset that is no record. */
    synchronized void mark(int partition) {
        ends.set(partition, ends.get(partition) + 1);
        notifyAll();
    }

    /** Drops the records before an offset. */
    synchronized void expire(int partition, long before) {
        partitions.get(partition).headMap(before).clear();
        begins.set(partition, before);
    }

    /** Lets readers fail, or not any more. */
    synchronized void breakDown(boolean now) {
        broken = now;
        notifyAll();
    }

    /** Readers get nothing any more. */
    void keepBack(boolean all) {
        keepsBack = all;
    }

    /** Revisions of the records behind a position, by partition in order. */
    synchronized Map<Integer, List<Integer>> behind(Position position) {
        Map<Integer, List<Integer>> revisionsBehind = new TreeMap<>();
        for (int i = 0; i < partitions.size(); i++) {
            List<Integer> found = partitions.get(i).tailMap(position.next(i)).values().stream()
                    .map(octets -> Windows.TOPIC
                            .valueSerde()
                            .deserializer()
                            .deserialize("t", octets.value())
                            .getRevision())
                    .toList();
            if (!found.isEmpty()) {
                revisionsBehind.put(i, found);
            }
        }
        return revisionsBehind;
    }

    synchronized Position end() {
        return new Position(TAG, ends.stream().mapToLong(Long::longValue).toArray());
    }

    /** Readers that are not closed. */
    int open() {
        return open.get();
    }

    int opened() {
        return opened.get();
    }

    @Override
    public int topic() {
        return TAG;
    }

    @Override
    public TopicReader open(int topic) {
        open.incrementAndGet();
        opened.incrementAndGet();
        return new Reader();
    }

    private final class Reader implements TopicReader {

        private long[] next = {};

        @Override
        public Position begin() {
            synchronized (MemoryTopic.this) {
                return new Position(
                        TAG, begins.stream().mapToLong(Long::longValue).toArray());
            }
        }

        @Override
        public Position end() {
            return MemoryTopic.this.end();
        }

        @Override
        public void seek(Position from) {
            next = from.offsets(Math.max(partitions.size(), from.partitions()));
        }

        @Override
        public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
            synchronized (MemoryTopic.this) {
                if (isAtEnd() || keepsBack) {
                    try {
                        MemoryTopic.this.wait(Math.min(20, patience.toMillis()));
                    } catch (InterruptedException e) {
                        throw new InterruptException(e);
                    }
                }
                if (broken) {
                    throw new TimeoutException("the broker does not answer");
                }
                next = Arrays.copyOf(next, partitions.size());
                List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                for (int i = 0; i < next.length && !keepsBack; i++) {
                    if (next[i] < begins.get(i)) {
                        throw new OffsetOutOfRangeException(Map.of(new TopicPartition("t", i), next[i]));
                    }
                    var rest = partitions.get(i).tailMap(next[i]).values().stream()
                            .limit(RECORDS_AT_ONCE)
                            .toList();
                    batch.addAll(rest);
                    next[i] = rest.size() < RECORDS_AT_ONCE
                            ? ends.get(i)
                            : rest.get(rest.size() - 1).offset() + 1;
                }
                return batch;
            }
        }

        private boolean isAtEnd() {
            return position().equals(MemoryTopic.this.end());
        }

        @Override
        public Position position() {
            return new Position(TAG, next);
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
