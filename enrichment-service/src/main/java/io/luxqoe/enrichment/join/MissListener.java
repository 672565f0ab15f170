package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;

/** Hears what is missed; called by stream threads. */
@FunctionalInterface
interface MissListener {
    /** An event named by that key a reference that the table did not hold at event time. */
    void missed(ReferenceKind table, String key);
}
