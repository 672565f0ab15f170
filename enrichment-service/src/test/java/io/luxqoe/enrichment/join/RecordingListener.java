package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Remembers what it heard. */
final class RecordingListener implements EnrichmentListener {
    final List<Integer> blocks = new ArrayList<>();
    final List<ReferenceKind> missed = new ArrayList<>();
    final List<ReferenceKind> rejected = new ArrayList<>();
    final Map<ReferenceKind, Integer> sizes = new EnumMap<>(ReferenceKind.class);

    @Override
    public void enriched(int events) {
        blocks.add(events);
    }

    @Override
    public void missed(ReferenceKind table, String key) {
        missed.add(table);
    }

    @Override
    public void rejected(ReferenceKind table) {
        rejected.add(table);
    }

    @Override
    public void resized(ReferenceKind table, int keys) {
        sizes.put(table, keys);
    }
}
