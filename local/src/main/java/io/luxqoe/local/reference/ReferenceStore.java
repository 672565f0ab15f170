package io.luxqoe.local.reference;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Where the reference tables are. */
public interface ReferenceStore {

    /** What a table holds now. */
    interface Content {

        /** Its record of the key; null where it has none that can be read. */
        @Nullable
        SpecificRecord get(String key);

        /** Its keys. */
        Set<String> keys();
    }

    /**
     * A record to be written.
     *
     * @param value null for a tombstone
     */
    record Write(ReferenceTable table, String key, @Nullable SpecificRecord value) {}

    /** Keeps others from changing the tables between what is read from now on and what is written. */
    void begin();

    /** Reads a table to its end. */
    Content read(ReferenceTable table);

    /** Writes all or nothing, for those who read what is committed. */
    void write(Stream<Write> writes);
}
