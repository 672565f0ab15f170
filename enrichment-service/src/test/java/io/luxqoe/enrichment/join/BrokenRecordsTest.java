package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrokenRecordsTest {
    private static final byte[] KEY = SOURCE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_AVRO = {9, 8, 7};

    @Test
    void aBlockThatCannotBeReadIsADeadLetterAndTheNextIsEnriched() {
        try (EnrichmentDriver lux = new EnrichmentDriver(false)) {
            lux.octets(LuxTopic.EVENT_DECODED).pipeInput(KEY, NO_AVRO);
            lux.blocks().pipeInput(SOURCE, block(event("e").build()));

            TestRecord<byte[], byte[]> letter = lux.deadLetters().readRecord();
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isEqualTo(NO_AVRO);
            assertThat(text(letter, DeadLetterHeaders.ERROR_CLASS)).isEqualTo("malformed-record");
            assertThat(text(letter, DeadLetterHeaders.ORIGIN_TOPIC)).isEqualTo("lux.event.decoded.v1");
            assertThat(text(letter, DeadLetterHeaders.SERVICE)).isEqualTo("enrichment-service");
            assertThat(lux.deadLetters().isEmpty()).isTrue();
            assertThat(lux.enriched().readValuesToList()).hasSize(1);
        }
    }

    @Test
    void aRecordWithoutBlockIsADeadLetterAndNotDroppedInSilence() {
        try (EnrichmentDriver lux = new EnrichmentDriver(false)) {
            lux.octets(LuxTopic.EVENT_DECODED).pipeInput(new TestRecord<>(KEY, null));
            lux.blocks().pipeInput(SOURCE, block(event("e").build()));

            TestRecord<byte[], byte[]> letter = lux.deadLetters().readRecord();
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isNull();
            assertThat(text(letter, DeadLetterHeaders.ERROR_CLASS)).isEqualTo("incomplete-record");
            assertThat(lux.enriched().readValuesToList()).hasSize(1);
        }
    }

    @Test
    void aBlockWithoutSourceIdIsADeadLetter() {
        try (EnrichmentDriver lux = new EnrichmentDriver(false)) {
            lux.blocks().pipeInput((String) null, block(event("e").build()));

            assertThat(text(lux.deadLetters().readRecord(), DeadLetterHeaders.ERROR_CLASS))
                    .isEqualTo("incomplete-record");
            assertThat(lux.enriched().isEmpty()).isTrue();
        }
    }

    @Test
    void aBrokenSourceIsADeadLetterAndItsLastGoodRecordHolds() {
        try (EnrichmentDriver lux = new EnrichmentDriver(false)) {
            lux.sources().pipeInput(SOURCE, source().build());
            lux.octets(LuxTopic.REFERENCE_SOURCE).pipeInput(KEY, NO_AVRO);
            lux.blocks().pipeInput(SOURCE, block(event("e").build()));

            assertThat(lux.deadLetters().readRecord().value()).isEqualTo(NO_AVRO);
            assertThat(lux.enriched().readValue().getSourceContext()).isNotNull();
        }
    }

    /** The letter itself needs a broker, as the global thread has no producer: it is in EnrichmentServiceIT. */
    @Test
    void aBrokenReferenceIsCountedAndItsLastGoodRecordHolds() {
        Map<String, Class<?>> goOn = Map.of(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        try (EnrichmentDriver lux = new EnrichmentDriver(false, goOn)) {
            lux.cells().pipeInput(CELL, cell().build());
            lux.octets(LuxTopic.REFERENCE_CELL).pipeInput(CELL.getBytes(StandardCharsets.UTF_8), NO_AVRO);
            lux.blocks().pipeInput(SOURCE, block(call("e", "15").build()));

            EnrichedBlock enriched = lux.enriched().readValue();
            assertThat(enriched.getEvents().get(0).getCell()).isNotNull();
            assertThat(lux.listener.rejected).containsExactly(ReferenceKind.CELL);
        }
    }

    private static @Nullable String text(TestRecord<?, ?> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
