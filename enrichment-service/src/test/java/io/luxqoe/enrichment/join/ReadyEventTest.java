package io.luxqoe.enrichment.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.Changes;
import io.luxqoe.enrichment.reference.EquipmentLink;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.AccessPointContext;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.Sliced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Events and contexts of any content that their schemas allow. */
class ReadyEventTest {
    private static final int ROUNDS = 200;

    private final AvroSerdes serdes = AvroSerdes.mock("ready-events");
    private final Random random = new Random(20_261_121);
    private final Serde<EventBlock> whole = serdes.forValue(EventBlock.class);
    private final Serde<EnrichedBlock> enriched = serdes.forValue(EnrichedBlock.class);
    private final Serde<Sliced<EventBlock>> sliced = serdes.forSlicedValue(EventBlock.class, "events");

    @Test
    void whatIsCopiedIsWhatWouldBeWritten() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            EventEnricher enricher = new EventEnricher(references(), new KeyTable<>(), (table, key) -> {});
            EventBlock block = any(EventBlock.class);
            block.getEvents().forEach(ReadyEventTest::orderMaps);
            Sliced<EventBlock> read = sliced.deserializer()
                    .deserialize("decoded", whole.serializer().serialize("decoded", block));

            List<EnrichedEvent> events = new ArrayList<>(enricher.enrich(read, List.of()));
            block.getEvents().forEach(event -> events.add(enricher.enrich(event, List.of())));

            assertThatItIsWrittenAsItIs(events);
        }
    }

    @Test
    void whatIsStillMissingMayBeSaidLater() throws IOException {
        EventEnricher enricher = new EventEnricher(references(), new KeyTable<>(), (table, key) -> {});
        EnrichedEvent event = enricher.enrich(TestRecords.call("e", "15").build(), List.of());
        event.setMissingReferences(List.of(new MissingReference("source", "s")));

        assertThatItIsWrittenAsItIs(List.of(event));
    }

    @Test
    void anEventOfABlockThatMissesNothingIsWrittenAsItIs() throws IOException {
        EventEnricher enricher = new EventEnricher(references(), new KeyTable<>(), (table, key) -> {});
        List<NetworkEvent> calls = new ArrayList<>();
        calls.add(TestRecords.event("names nothing").build());
        calls.add(TestRecords.event("é").setHomePlmn("208-20").build());
        for (int cell = 0; cell < 9; cell++) {
            calls.add(TestRecords.event("cell")
                    .setLocation(TestRecords.location("208-20-1-" + cell))
                    .build());
        }
        EventBlock block = TestRecords.block(calls.toArray(NetworkEvent[]::new));
        Sliced<EventBlock> read =
                sliced.deserializer().deserialize("decoded", whole.serializer().serialize("decoded", block));

        List<EnrichedEvent> events = enricher.enrich(read, List.of());

        assertThat(events)
                .anyMatch(event ->
                        event.getCell() != null && event.getMissingReferences().isEmpty());
        assertThatItIsWrittenAsItIs(events);
    }

    private void assertThatItIsWrittenAsItIs(List<EnrichedEvent> events) {
        byte[] copied = enriched.serializer().serialize("enriched", block(events));
        // Copies are no ready events.
        EnrichedBlock expected = block(events.stream()
                .map(event -> EnrichedEvent.newBuilder(event).build())
                .toList());

        assertThat(Arrays.equals(copied, enriched.serializer().serialize("enriched", expected)))
                .isTrue();
    }

    /** The entries of a larger map have no order, and a copy of it may have another one. */
    private static void orderMaps(NetworkEvent event) {
        event.setUnknownElements(Map.of("a0", "ff"));
        if (event.getDetails() instanceof VideoReport report) {
            report.setAttributes(Map.of("key", "é"));
        }
    }

    private static EnrichedBlock block(List<EnrichedEvent> events) {
        return EnrichedBlock.newBuilder().setSource("s").setEvents(events).build();
    }

    private References references() throws IOException {
        List<PlannedWorkContext> works = List.of(any(PlannedWorkContext.class), any(PlannedWorkContext.class));
        List<String> parents = List.of("é", "b", "c");
        return new References(
                cells(),
                (key, instant) -> new EquipmentLink(parents.get(Math.floorMod(key.hashCode(), 3))),
                contexts(CauseContext.class),
                contexts(DeviceContext.class),
                contexts(DialledNumberContext.class),
                contexts(OperatorContext.class),
                contexts(AccessPointContext.class),
                services(),
                contexts(SubscriberContext.class),
                (cellKey, cell, equipment, span) -> works.subList(0, Math.floorMod(cellKey.hashCode(), 3)),
                new Changes());
    }

    /** A table that knows two keys of three. */
    private <C extends SpecificRecord> AsOfLookup<Known<C>> contexts(Class<C> type) throws IOException {
        List<Known<C>> known = List.of(Known.of(any(type)), Known.of(any(type)));
        return (key, instant) -> {
            int choice = Math.floorMod(key.hashCode(), 3);
            return choice == 2 ? null : known.get(choice);
        };
    }

    private AsOfLookup<CellContext> cells() throws IOException {
        List<CellContext> known = List.of(any(CellContext.class), any(CellContext.class));
        return (key, instant) -> {
            int choice = Math.floorMod(key.hashCode(), 3);
            return choice == 2 ? null : known.get(choice);
        };
    }

    private AsOfLookup<DataServiceContext> services() throws IOException {
        DataServiceContext service = any(DataServiceContext.class);
        return (key, instant) -> Math.floorMod(key.hashCode(), 3) == 2 ? null : service;
    }

    private <T extends SpecificRecord> T any(Class<T> type) throws IOException {
        SpecificData data = SpecificData.getForClass(type);
        Object datum = new RandomData(data.getSchema(type), 1, random.nextLong())
                .iterator()
                .next();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Encoder out = EncoderFactory.get().directBinaryEncoder(octets, null);
        new GenericDatumWriter<>(data.getSchema(type), GenericData.get()).write(datum, out);
        return new SpecificDatumReader<T>(data.getSchema(type), data.getSchema(type), data)
                .read(null, DecoderFactory.get().binaryDecoder(octets.toByteArray(), null));
    }
}
