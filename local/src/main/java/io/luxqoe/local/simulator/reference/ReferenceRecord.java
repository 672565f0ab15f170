package io.luxqoe.local.simulator.reference;

import io.luxqoe.schemas.topic.LuxTopic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record for a reference topic.
 *
 * @param topic where it goes
 * @param key its key
 * @param value the record
 */
public record ReferenceRecord(LuxTopic topic, String key, SpecificRecord value) {}
