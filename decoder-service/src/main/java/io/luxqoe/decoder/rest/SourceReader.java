package io.luxqoe.decoder.rest;

import io.luxqoe.decoder.source.SourceStatuses;

/** Where the sources are to be read. */
@FunctionalInterface
public interface SourceReader {
    /**
     * The sources of all instances.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while they cannot be read
     */
    SourceStatuses sources();
}
