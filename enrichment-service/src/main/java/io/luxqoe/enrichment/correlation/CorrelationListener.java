package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallLegs;

/** Hears what comes of calls; what a crash makes Kafka Streams process again is heard again. */
@FunctionalInterface
public interface CorrelationListener {
    /** A call was concluded with these legs. */
    void concluded(CallLegs legs);
}
