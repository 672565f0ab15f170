package io.luxqoe.decoder.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sources of all instances, as their statuses say that this instance has read. All methods throw {@link
 * org.apache.kafka.streams.errors.InvalidStateStoreException} while the store cannot be read.
 */
public interface SourceStatuses {
    /** All of them, in the order of their ids. */
    List<SourceStatement> all();

    /** The one of that id, if it is known. */
    Optional<SourceStatement> source(String id);

    /** When the last status of any source was published, UTC; absent if there is none. */
    @Nullable
    Instant asOf();
}
