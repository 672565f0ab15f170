package io.luxqoe.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.missing.MissedKeys;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class EnrichmentMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EnrichmentMetrics metrics =
            new EnrichmentMetrics(registry, new MissedKeys(Duration.ofHours(1), InstantSource.system()));

    @Test
    void eventsAreCountedAndNotBlocks() {
        metrics.enriched(50);
        metrics.enriched(3);

        assertThat(registry.get("lux.enrichment.events").counter().count()).isEqualTo(53);
    }

    @Test
    void missesAndRejectionsAreCountedByTable() {
        metrics.missed(ReferenceKind.SOURCE, "s");
        metrics.missed(ReferenceKind.CELL, "c");
        metrics.missed(ReferenceKind.CELL, "c");
        metrics.rejected(ReferenceKind.PLANNED_WORK);

        assertThat(counted("lux.enrichment.references.missing", "cell")).isEqualTo(2);
        assertThat(counted("lux.enrichment.references.missing", "source")).isEqualTo(1);
        assertThat(counted("lux.enrichment.references.missing", "device-type")).isZero();
        assertThat(counted("lux.enrichment.reference.rejected", "planned-work")).isEqualTo(1);
    }

    @Test
    void theSizeOfATableIsShown() {
        metrics.resized(ReferenceKind.DIALLED_NUMBER, 7);
        metrics.resized(ReferenceKind.DIALLED_NUMBER, 6);

        assertThat(registry.get("lux.enrichment.reference.keys")
                        .tag("table", "dialled-number")
                        .gauge()
                        .value())
                .isEqualTo(6);
    }

    private double counted(String name, String table) {
        return registry.get(name).tag("table", table).counter().count();
    }
}
