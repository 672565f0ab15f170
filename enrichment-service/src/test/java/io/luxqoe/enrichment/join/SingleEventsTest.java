package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class SingleEventsTest {
    private static final EventBlock BLOCK =
            block(call("e", "15").build(), event("f").build(), call("g", "15").build());

    @Test
    void everyEventIsARecordKeyedByItsSubscriberElseByItsSource() {
        try (EnrichmentDriver lux = new EnrichmentDriver(true)) {
            lux.cells().pipeInput(CELL, cell().build());
            lux.sources().pipeInput(SOURCE, source().build());
            lux.blocks().pipeInput(new TestRecord<>(SOURCE, BLOCK, new RecordHeaders(), Instant.ofEpochMilli(4_711)));

            List<TestRecord<String, EnrichedEvent>> records = lux.single().readRecordsToList();

            assertThat(records).extracting(TestRecord::key).containsExactly(SUBSCRIBER, SOURCE, SUBSCRIBER);
            assertThat(records)
                    .extracting(record -> record.value().getEvent().getEventId())
                    .containsExactly("e", "f", "g");
            assertThat(records).allSatisfy(record -> {
                assertThat(record.timestamp()).isEqualTo(4_711);
                assertThat(record.value().getSource())
                        .isEqualTo(new SourceContext("core-vendor", "r1", "Europe/Paris"));
                // It counts the events of a block, and this is none.
                assertThat(record.headers().lastHeader(LuxHeaders.EVENTS)).isNull();
            });
            assertThat(records.get(0).value().getCell()).isNotNull();
            assertThat(records.get(0).value().getMissingReferences()).isNotEmpty();
        }
    }

    @Test
    void theBlocksAreTheSameWithThemAsWithoutThem() {
        try (EnrichmentDriver with = new EnrichmentDriver(true);
                EnrichmentDriver without = new EnrichmentDriver(false)) {
            with.blocks().pipeInput(SOURCE, BLOCK);
            without.blocks().pipeInput(SOURCE, BLOCK);

            assertThat(with.enriched().readValue()).isEqualTo(without.enriched().readValue());
            assertThat(with.single().getQueueSize()).isEqualTo(3);
            assertThat(without.single().isEmpty()).isTrue();
        }
    }
}
