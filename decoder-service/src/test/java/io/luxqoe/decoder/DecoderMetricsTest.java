package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.source.SourceTable;
import io.luxqoe.schemas.SequenceKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class DecoderMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void gapsAndNumbersAreCountedByKindAndNeverBySource() {
        DecoderMetrics metrics = new DecoderMetrics(registry, () -> new SourceTable("closed"));

        metrics.numbersMissing(SequenceKind.LOCAL_RECORD, 5);
        metrics.numbersMissing(SequenceKind.LOCAL_RECORD, 2);
        metrics.numbersMissing(SequenceKind.LOCAL_RECORD, -1);
        metrics.numbersMissing(SequenceKind.FILE, 1);

        assertThat(count("lux.decoder.gaps", "local-record")).isEqualTo(2);
        assertThat(count("lux.decoder.numbers.missing", "local-record")).isEqualTo(7);
        assertThat(count("lux.decoder.numbers.filled", "local-record")).isEqualTo(1);
        assertThat(count("lux.decoder.gaps", "file")).isEqualTo(1);
        assertThat(count("lux.decoder.gaps", "cmcd")).isZero();
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTag("source")).isNull());
    }

    @Test
    void howManySourcesAreSilentIsNoNumberWhileItCannotBeRead() {
        SourceTable table = new SourceTable("source-statuses");
        DecoderMetrics unused = new DecoderMetrics(registry, () -> table);
        assertThat(silent()).isNaN();

        table.init(new MockProcessorContext<>().getStateStoreContext(), table);
        assertThat(silent()).isZero();
    }

    @Test
    void streamsThatAreNotThereYetAreNoFailure() {
        DecoderMetrics unused = new DecoderMetrics(registry, () -> {
            throw new InvalidStateStoreException("not yet");
        });
        assertThat(silent()).isNaN();
    }

    private double silent() {
        return registry.get("lux.decoder.sources.silent").gauge().value();
    }

    private double count(String name, String kind) {
        return registry.get(name).tag("kind", kind).counter().count();
    }
}
