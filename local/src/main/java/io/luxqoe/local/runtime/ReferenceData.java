package io.luxqoe.local.runtime;

import io.luxqoe.schemas.topic.LuxTopic;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What the network consists of, and the alarm rules: the records that the services refer to. */
@FunctionalInterface
public interface ReferenceData {

    /** No record. */
    ReferenceData NONE = pseudonymKey -> Stream.empty();

    /**
     * A record of a reference topic or of the topic of alarm rules.
     *
     * @param topic topic it belongs to
     * @param key natural key
     * @param value the record
     */
    record Entry(LuxTopic topic, String key, SpecificRecord value) {}

    /**
     * All records.
     *
     * @param pseudonymKey the key that the decoder makes pseudonyms with, {@code keyId:base64}: subscribers are keyed by
     *     theirs
     */
    Stream<Entry> entries(String pseudonymKey);
}
