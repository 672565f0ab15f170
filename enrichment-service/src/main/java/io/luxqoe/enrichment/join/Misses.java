package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.MissingReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing for the event at hand. For one thread. */
final class Misses {
    private final MissListener listener;
    /** Null while nothing is missing, so that the usual event costs no list. */
    private @Nullable List<MissingReference> missing;

    Misses(MissListener listener) {
        this.listener = listener;
    }

    /** Begins an event. */
    void begin() {
        // Not where the event before ended: that may have failed.
        missing = null;
    }

    /** What was found; nothing found by a key is a miss. */
    <C> @Nullable C checked(ReferenceKind kind, @Nullable String key, @Nullable C found) {
        if (found == null && key != null && !key.isEmpty()) {
            add(kind, key);
        }
        return found;
    }

    void add(ReferenceKind kind, String key) {
        listener.missed(kind, key);
        missing = missing == null ? new ArrayList<>(2) : missing;
        missing.add(new MissingReference(kind.table(), key));
    }

    /** All that is missing for the event. */
    List<MissingReference> all(List<MissingReference> ofBlock) {
        if (missing == null) {
            return ofBlock;
        }
        missing.addAll(ofBlock);
        return missing;
    }
}
