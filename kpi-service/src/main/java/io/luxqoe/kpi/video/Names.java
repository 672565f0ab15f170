package io.luxqoe.kpi.video;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Names, each once and sorted, at most {@value #MOST}: the least ones, whatever the order they come in. */
final class Names {

    private static final int MOST = 16;

    private final TreeSet<String> names = new TreeSet<>();

    void addAll(Collection<String> more) {
        names.addAll(more);
        while (names.size() > MOST) {
            names.pollLast();
        }
    }

    void merge(Names other) {
        addAll(other.names);
    }

    List<String> toList() {
        return List.copyOf(names);
    }

    void writeTo(OctetWriter writer) {
        writer.unsigned(names.size());
        names.forEach(writer::text);
    }

    static Names readFrom(OctetReader reader) {
        Names names = new Names();
        for (long left = reader.unsigned(); left > 0; left--) {
            names.names.add(reader.text());
        }
        return names;
    }
}
