package io.luxqoe.decoder.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class SourceTableTest {
    private final SourceTable table = new SourceTable("source-statuses");

    @Test
    void itHoldsTheLastStatusOfEachSourceAndWhenItWasSaid() {
        table.init(new MockProcessorContext<>().getStateStoreContext(), table);
        assertThat(table.all()).isEmpty();
        assertThat(table.asOf()).isNull();

        table.put("msc-2", status("msc-2", 1), 10);
        table.put("msc-1", status("msc-1", 1), 30);
        table.put("msc-2", status("msc-2", 2), 20);

        assertThat(table.all())
                .containsExactly(
                        new SourceStatement(status("msc-1", 1), Instant.ofEpochMilli(30)),
                        new SourceStatement(status("msc-2", 2), Instant.ofEpochMilli(20)));
        assertThat(table.asOf()).isEqualTo(Instant.ofEpochMilli(30));

        table.put("msc-1", null, 40);

        assertThat(table.source("msc-1")).isEmpty();
        assertThat(table.source("msc-2")).isPresent();
        assertThat(table.asOf()).isEqualTo(Instant.ofEpochMilli(40));
    }

    @Test
    void whileItIsClosedItCannotBeReadRatherThanBeEmpty() {
        assertThatThrownBy(table::all).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> table.source("msc-1")).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(table::asOf).isInstanceOf(InvalidStateStoreException.class);
    }

    private static SourceStatus status(String source, long rawRecords) {
        return SourceStatus.newBuilder()
                .setSource(source)
                .setRawRecords(rawRecords)
                .setEvents(0)
                .setDuplicates(0)
                .setRejected(0)
                .build();
    }
}
