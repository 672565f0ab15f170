package io.luxqoe.local.cli;

import java.util.Optional;
import java.util.OptionalLong;

/** Who feeds the raw topics during a run. */
interface Traffic extends AutoCloseable {

    /** Nobody that is known: {@code ./lux send}, or any producer. */
    Traffic NONE = new Traffic() {
        @Override
        public OptionalLong sent() {
            return OptionalLong.empty();
        }

        @Override
        public long rawRecords() {
            return 0;
        }

        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /** Records sent; empty if not known. */
    OptionalLong sent();

    /** Raw records sent. */
    long rawRecords();

    /** Why sending ended early, as a sentence. */
    Optional<String> failure();

    /** Stops sending; what was sent has arrived then. */
    @Override
    void close();
}
