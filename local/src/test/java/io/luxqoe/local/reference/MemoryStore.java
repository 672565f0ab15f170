package io.luxqoe.local.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reference tables in memory. */
final class MemoryStore implements ReferenceStore {

    private final Map<ReferenceTable, Map<String, SpecificRecord>> tables = new EnumMap<>(ReferenceTable.class);
    final List<Write> written = new ArrayList<>();

    Map<String, SpecificRecord> table(ReferenceTable table) {
        return tables.computeIfAbsent(table, unused -> new TreeMap<>());
    }

    <R extends SpecificRecord> R get(Class<R> type, ReferenceTable table, String key) {
        SpecificRecord held = table(table).get(key);
        if (held == null) {
            throw new AssertionError("no " + key + " in " + table(table).keySet());
        }
        return type.cast(held);
    }

    @Override
    public void begin() {}

    @Override
    public Content read(ReferenceTable table) {
        Map<String, SpecificRecord> held = new TreeMap<>(table(table));
        return new Content() {
            @Override
            public @Nullable SpecificRecord get(String key) {
                return held.get(key);
            }

            @Override
            public Set<String> keys() {
                return held.keySet();
            }
        };
    }

    @Override
    public void write(Stream<Write> writes) {
        written.clear();
        writes.forEach(write -> {
            written.add(write);
            if (write.value() == null) {
                table(write.table()).remove(write.key());
            } else {
                table(write.table()).put(write.key(), write.value());
            }
        });
    }
}
