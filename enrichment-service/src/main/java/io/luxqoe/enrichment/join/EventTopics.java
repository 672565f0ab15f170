package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.Sliced;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of events, and the reference that shares their key.
 *
 * @param decoded blocks to enrich, by source id
 * @param sources what is known of a source, by source id; as many partitions as {@code decoded}
 * @param enriched blocks with their context, by source id
 * @param single one event a record, by subscriber pseudonym
 */
record EventTopics(
        Topic<String, Sliced<EventBlock>> decoded,
        Topic<String, Source> sources,
        Topic<String, EnrichedBlock> enriched,
        Topic<String, EnrichedEvent> single) {

    EventTopics(AvroSerdes serdes) {
        this(
                new Topic<>(
                        LuxTopic.EVENT_DECODED.topicName(),
                        Serdes.String(),
                        serdes.forSlicedValue(EventBlock.class, "events")),
                topic(LuxTopic.REFERENCE_SOURCE, Source.class, serdes),
                topic(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class, serdes),
                topic(LuxTopic.EVENT_SINGLE, EnrichedEvent.class, serdes));
    }

    private static <V extends SpecificRecord> Topic<String, V> topic(LuxTopic topic, Class<V> type, AvroSerdes serdes) {
        return new Topic<>(topic.topicName(), Serdes.String(), serdes.forValue(type));
    }
}
