package io.luxqoe.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A topic with its key and value serdes, so that a topology cannot read a topic as what it is not.
 *
 * @param name name on the broker
 * @param keySerde serde of the key
 * @param valueSerde serde of the value
 */
public record Topic<K, V>(String name, Serde<K> keySerde, Serde<V> valueSerde) {

    /** How a topology reads this topic; the source node is named {@code node}. */
    public Consumed<K, V> consumedAs(String node) {
        return Consumed.with(keySerde, valueSerde).withName(node);
    }

    /** How a topology writes this topic; the sink node is named {@code node}. */
    public Produced<K, V> producedAs(String node) {
        return Produced.with(keySerde, valueSerde).withName(node);
    }
}
