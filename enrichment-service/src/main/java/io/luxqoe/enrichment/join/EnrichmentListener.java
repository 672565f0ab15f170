package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.ReferenceListener;

/**
 * Hears what is enriched and what is missed; called by stream threads. What a crash makes Kafka Streams process again is
 * heard again.
 */
public interface EnrichmentListener extends ReferenceListener {
    /** A block with so many events was enriched. */
    void enriched(int events);

    /** An event named by that key a reference that the table did not hold at event time. */
    void missed(ReferenceKind table, String key);
}
