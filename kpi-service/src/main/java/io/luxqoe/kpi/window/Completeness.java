package io.luxqoe.kpi.window;

import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.completeness.Incident;
import io.luxqoe.kpi.completeness.Incidents;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Judges whether the windows of a task may be incomplete, by the incidents that the combine tasks told. */
final class Completeness {

    /** Store of the incidents by source. */
    static final String STORE = "source-incidents";

    private final KeyValueStore<String, byte[]> store;
    private final Incidents incidents = new Incidents();
    private final OpenWindows open;
    private final WindowSpec spec;

    Completeness(ProcessingContext context, OpenWindows open, WindowSpec spec) {
        this.store = context.getStateStore(STORE);
        this.open = open;
        this.spec = spec;
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                incidents.restore(entry.key, entry.value);
            }
        }
    }

    void hear(Incident incident) {
        incidents.add(incident);
    }

    /**
     * Finds why a window may be incomplete. Expected are the sources that contributed to it and to the coarser windows that
     * it is part of: one that is silent contributes nothing.
     */
    void judge(OpenWindow window) {
        Contributors expected = new Contributors();
        expected.merge(window.state().contributors());
        expectCoarser(window.series(), window.size(), window.start(), expected);
        window.state()
                .suspect(incidents
                        .suspicionOf(window.start(), window.end(), expected)
                        .reasons());
    }

    private void expectCoarser(SeriesKey series, WindowSize size, long start, Contributors expected) {
        for (WindowSize coarser : spec.sizes().builtFrom(size)) {
            coarser.forEachHolding(start, of -> {
                OpenWindow window = open.find(series, coarser, of);
                if (window != null) {
                    expected.merge(window.state().contributors());
                    expectCoarser(series, coarser, of, expected);
                }
            });
        }
    }

    /** Forgets what no window can have that is still open at a watermark. */
    void forgetBefore(long watermark) {
        if (watermark != Watermarks.NONE) {
            incidents.dropBefore(watermark - spec.graceMs() - spec.sizes().longestMs());
        }
    }

    /** Writes what changed to the store. */
    void save() {
        incidents.save((source, octets) -> {
            if (octets == null) {
                store.delete(source);
            } else {
                store.put(source, octets);
            }
        });
    }
}
