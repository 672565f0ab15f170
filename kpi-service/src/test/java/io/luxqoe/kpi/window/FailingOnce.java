package io.luxqoe.kpi.window;

import io.luxqoe.schemas.EnrichedBlock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Reads as the real serde does, but throws the first time it comes to certain records, counted over all threads. */
final class FailingOnce {
    private final Serde<EnrichedBlock> serde;
    private final Set<Integer> at;
    private final Set<Integer> failed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger read = new AtomicInteger();

    FailingOnce(Serde<EnrichedBlock> serde, Set<Integer> at) {
        this.serde = serde;
        this.at = at;
    }

    Serde<EnrichedBlock> serde() {
        return Serdes.serdeFrom(serde.serializer(), (topic, octets) -> {
            int number = read.incrementAndGet();
            if (at.contains(number) && failed.add(number)) {
                throw new IllegalStateException("a failure on purpose, at record " + number);
            }
            return serde.deserializer().deserialize(topic, octets);
        });
    }

    int failures() {
        return failed.size();
    }
}
