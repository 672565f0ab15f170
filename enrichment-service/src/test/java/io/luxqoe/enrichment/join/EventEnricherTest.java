package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static io.luxqoe.enrichment.TestRecords.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.Changes;
import io.luxqoe.enrichment.reference.EquipmentLink;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.AccessPointContext;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.UsageContainer;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.Sliced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventEnricherTest {
    private static final CellContext PLACE = new CellContext("s", "idf", "75", RadioTechnology.UNKNOWN, "v", "bts");
    private static final CauseContext BUSY = new CauseContext(CauseClass.USER, Responsibility.USER);
    private static final DeviceContext DEVICE = new DeviceContext("maker", "model");
    private static final DialledNumberContext SAMU = new DialledNumberContext(NumberClass.EMERGENCY, "LIFE", "SAMU");
    private static final SubscriberContext PERSON = new SubscriberContext("business", null, null);
    private static final OperatorContext US = new OperatorContext("us", "FR", OperatorRelation.HOME);
    private static final OperatorContext THEM = new OperatorContext("them", "DE", OperatorRelation.ROAMING_PARTNER);
    private static final AccessPointContext INTERNET = new AccessPointContext("internet", null);
    private static final DataServiceContext FILMS = new DataServiceContext(7L, "films", "video");
    private static final MissingReference NO_SOURCE = new MissingReference("source", "s");

    private final Map<String, CellContext> cells = new HashMap<>();
    private final Map<String, CauseContext> causes = new HashMap<>();
    private final Map<String, DeviceContext> devices = new HashMap<>();
    private final Map<String, DialledNumberContext> numbers = new HashMap<>();
    private final Map<String, SubscriberContext> subscribers = new HashMap<>();
    private final Map<String, EquipmentLink> equipment = new HashMap<>();
    private final Map<String, OperatorContext> operators = new HashMap<>();
    private final Map<String, AccessPointContext> accessPoints = new HashMap<>();
    private final Map<String, DataServiceContext> services = new HashMap<>();
    private final List<Long> instants = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();

    private final EventEnricher enricher = new EventEnricher(
            new References(
                    table(cells),
                    table(equipment),
                    contexts(causes),
                    contexts(devices),
                    contexts(numbers),
                    contexts(operators),
                    contexts(accessPoints),
                    table(services),
                    contexts(subscribers),
                    (cellKey, cell, chain, span) -> cell == null || !cellKey.equals(CELL)
                            ? List.of()
                            : List.of(new PlannedWorkContext("w", cell.getSite())),
                    new Changes()),
            new KeyTable<>(),
            listener::missed);

    @Test
    void whatAnEventLackedThatFailedIsNotMissingForTheNext() {
        NetworkEvent broken = event("e").setLocation(location("208-20-1-9")).build();
        broken.getLocation().setPlmn(null);

        assertThatThrownBy(() -> enricher.enrich(broken, List.of())).isInstanceOf(NullPointerException.class);

        assertThat(enricher.enrich(event("f").build(), List.of()).getMissingReferences())
                .isEmpty();
    }

    @Test
    void eventsOfABlockGetWhatEachOfThemNames() throws Exception {
        List<NetworkEvent> calls = new ArrayList<>();
        for (int i = 0; i < 3 * Lookahead.MOST + 1; i++) {
            String tac = Integer.toString(35_000_000 + i);
            String subscriber = "u-" + i;
            if (i % 3 != 0) {
                devices.put(tac, new DeviceContext("maker", tac));
                subscribers.put(subscriber, new SubscriberContext("gold", null, subscriber));
            }
            calls.add(call("e-" + i, "15")
                    .setDeviceTac(tac)
                    .setSubscriber(subscriber)
                    .build());
        }
        EventBlock block = TestRecords.block(calls.toArray(NetworkEvent[]::new));

        List<EnrichedEvent> enriched = enricher.enrich(sliced(block), List.of());

        assertThat(enriched)
                .isEqualTo(calls.stream()
                        .map(call -> enricher.enrich(call, List.of()))
                        .toList());
        assertThat(enriched.get(Lookahead.MOST + 1).getSubscriber().getHomeRegion())
                .isEqualTo("u-" + (Lookahead.MOST + 1));
    }

    private static Sliced<EventBlock> sliced(EventBlock block) {
        AvroSerdes serdes = AvroSerdes.mock("event-enricher");
        return serdes.forSlicedValue(EventBlock.class, "events")
                .deserializer()
                .deserialize("t", serdes.forValue(EventBlock.class).serializer().serialize("t", block));
    }

    @Test
    void whileKeysOverlapASubscriberIsFoundByThePreviousPseudonymToo() {
        subscribers.put("old", PERSON);
        NetworkEvent event =
                event("e").setSubscriber("new").setPreviousSubscriber("old").build();

        assertThat(enricher.enrich(event, List.of()).getSubscriber()).isEqualTo(PERSON);
        assertThat(listener.missed).isEmpty();

        SubscriberContext newer = new SubscriberContext("private", null, null);
        subscribers.put("new", newer);
        assertThat(enricher.enrich(event, List.of()).getSubscriber()).isEqualTo(newer);
    }

    @Test
    void aSubscriberUnderNeitherPseudonymIsMissedByTheActiveOne() {
        NetworkEvent event =
                event("e").setSubscriber("new").setPreviousSubscriber("old").build();

        assertThat(enricher.enrich(event, List.of()).getMissingReferences())
                .containsExactly(new MissingReference("subscriber", "new"));
    }

    @Test
    void anEventIsGivenAllThatItsReferencesSay() {
        knowAll();

        NetworkEvent event = call("e", "15").build();
        EnrichedEvent enriched = enricher.enrich(event, List.of());

        assertThat(EnrichedEvent.newBuilder(enriched).build())
                .isEqualTo(new EnrichedEvent(
                        event,
                        PLACE,
                        DEVICE,
                        BUSY,
                        SAMU,
                        PERSON,
                        null,
                        List.of(new PlannedWorkContext("w", "s")),
                        List.of(),
                        List.of("bts", "bsc"),
                        null,
                        US,
                        null,
                        List.of()));
        assertThat(listener.missed).isEmpty();
    }

    @Test
    void everyLookUpIsMadeAsOfTheEventTime() {
        knowAll();

        enricher.enrich(call("e", "15").build(), List.of());

        assertThat(instants).hasSize(8).containsOnly(NOON.toEpochMilli());
    }

    @Test
    void theEventItselfAndTheContextsAreSharedAndNotCopied() {
        knowAll();

        NetworkEvent event = call("e", "15").build();
        EnrichedEvent enriched = enricher.enrich(event, List.of());

        assertThat(enriched.getEvent()).isSameAs(event);
        assertThat(enriched.getCell()).isSameAs(PLACE);
    }

    @Test
    void everyReferenceThatIsNotThereIsNamed() {
        assertThat(enricher.enrich(call("e", "15").build(), List.of(NO_SOURCE)).getMissingReferences())
                .containsExactly(
                        new MissingReference("cell", CELL),
                        new MissingReference("operator", HOME),
                        new MissingReference("device-type", TAC),
                        new MissingReference("cause", "Q850:17"),
                        new MissingReference("dialled-number", "15"),
                        new MissingReference("subscriber", SUBSCRIBER),
                        NO_SOURCE);
        assertThat(listener.missed)
                .containsExactly(
                        ReferenceKind.CELL,
                        ReferenceKind.OPERATOR,
                        ReferenceKind.DEVICE_TYPE,
                        ReferenceKind.CAUSE,
                        ReferenceKind.DIALLED_NUMBER,
                        ReferenceKind.SUBSCRIBER);
    }

    @Test
    void whatIsMissingForOneEventIsNotMissingForTheNext() {
        enricher.enrich(call("e", "15").build(), List.of());
        knowAll();

        assertThat(enricher.enrich(call("f", "15").build(), List.of()).getMissingReferences())
                .isEmpty();
    }

    @Test
    void whatAnEventDoesNotNameIsNotMissing() {
        EnrichedEvent enriched = enricher.enrich(event("e").build(), List.of());

        assertThat(enriched.getMissingReferences()).isEmpty();
        assertThat(instants).isEmpty();
    }

    @Test
    void aCellWithoutKeyIsNotNamed() {
        NetworkEvent event = event("e").setLocation(location("")).build();
        knowAll();

        assertThat(enricher.enrich(event, List.of()).getMissingReferences()).isEmpty();
    }

    @Test
    void anEventIsGivenTheOperatorsOfItsHomeAndOfWhereItIs() {
        operators.put(HOME, US);
        operators.put("262-01", THEM);

        EnrichedEvent roamer = enricher.enrich(
                event("e").setHomePlmn("262-01").setLocation(location("")).build(), List.of());
        EnrichedEvent atHome = enricher.enrich(
                event("f").setHomePlmn(HOME).setLocation(location("")).build(), List.of());

        assertThat(roamer.getHomeOperator()).isEqualTo(THEM);
        assertThat(roamer.getServingOperator()).isEqualTo(US);
        assertThat(atHome.getHomeOperator()).isEqualTo(US);
        assertThat(atHome.getServingOperator()).isEqualTo(US);
    }

    @Test
    void aDataSessionIsGivenItsAccessPointAndEachOfItsServicesOnce() {
        accessPoints.put("web.operator", INTERNET);
        services.put("7", FILMS);
        DataSession session = DataSession.newBuilder()
                .setAccessPointName("Web.Operator")
                .setContainers(List.of(container(7L), container(8L), container(7L), container(null)))
                .build();

        EnrichedEvent enriched = enricher.enrich(event("e").setDetails(session).build(), List.of());

        assertThat(enriched.getAccessPoint()).isEqualTo(INTERNET);
        assertThat(enriched.getServices()).containsExactly(FILMS);
        assertThat(enriched.getMissingReferences()).containsExactly(new MissingReference("service", "8"));
    }

    private static UsageContainer container(@Nullable Long ratingGroup) {
        return UsageContainer.newBuilder().setRatingGroup(ratingGroup).build();
    }

    @Test
    void anEquipmentThatIsItsOwnParentIsNamedOnce() {
        knowAll();
        equipment.put("bsc", new EquipmentLink("bts"));

        assertThat(enricher.enrich(call("e", "15").build(), List.of()).getEquipment())
                .containsExactly("bts", "bsc");
    }

    @Test
    void aPersonsNumberIsNotLookedFor() {
        NetworkEvent event = event("e")
                .setDetails(VoiceCall.newBuilder()
                        .setCalled(PartyNumber.newBuilder().setPseudonym("p").build())
                        .build())
                .build();

        assertThat(enricher.enrich(event, List.of()).getMissingReferences()).isEmpty();
    }

    @Test
    void ofAPersonsNumberAbroadTheCountryIsLookedFor() {
        DialledNumberContext germany = new DialledNumberContext(NumberClass.INTERNATIONAL, "DE", "Germany");
        numbers.put("0049", germany);
        NetworkEvent event = event("e")
                .setDetails(VoiceCall.newBuilder()
                        .setCalled(PartyNumber.newBuilder()
                                .setPseudonym("p")
                                .setCountry("49")
                                .build())
                        .build())
                .build();

        assertThat(enricher.enrich(event, List.of()).getDialledNumber()).isEqualTo(germany);
    }

    @Test
    void theDestinationOfAnOriginatingMessageIsLookedFor() {
        knowAll();

        EnrichedEvent enriched = enricher.enrich(
                event("e").setDetails(message(CallDirection.ORIGINATING, "15")).build(), List.of());

        assertThat(enriched.getDialledNumber()).isEqualTo(SAMU);
    }

    @Test
    void aTerminatingMessageDialsNoNumber() {
        EnrichedEvent enriched = enricher.enrich(
                event("e").setDetails(message(CallDirection.TERMINATING, "15")).build(), List.of());

        assertThat(enriched.getMissingReferences()).isEmpty();
    }

    @Test
    void aCauseIsNamedByItsSchemeAndCode() {
        assertThat(missingCause(CauseScheme.RP_CAUSE, 27)).isEqualTo("RP_CAUSE:27");
        assertThat(missingCause(CauseScheme.RP_CAUSE, 27)).isEqualTo("RP_CAUSE:27");
        assertThat(missingCause(CauseScheme.SIP, 999)).isEqualTo("SIP:999");
        assertThat(missingCause(CauseScheme.DIAMETER_RESULT, 5_030)).isEqualTo("DIAMETER_RESULT:5030");
        assertThat(missingCause(CauseScheme.MANUFACTURER_SPECIFIC, -1)).isEqualTo("MANUFACTURER_SPECIFIC:-1");
    }

    private String missingCause(CauseScheme scheme, int code) {
        NetworkEvent event = event("e").setCause(new Cause(scheme, code, code)).build();
        return enricher.enrich(event, List.of()).getMissingReferences().get(0).getKey();
    }

    private void knowAll() {
        cells.put(CELL, PLACE);
        causes.put("Q850:17", BUSY);
        devices.put(TAC, DEVICE);
        numbers.put("15", SAMU);
        subscribers.put(SUBSCRIBER, PERSON);
        operators.put(HOME, US);
        equipment.put("bts", new EquipmentLink("bsc"));
        equipment.put("bsc", new EquipmentLink(null));
    }

    private <C extends SpecificRecord> AsOfLookup<Known<C>> contexts(Map<String, C> content) {
        AsOfLookup<C> table = table(content);
        return (key, instant) -> {
            C context = table.asOf(key, instant);
            return context == null ? null : Known.of(context);
        };
    }

    private <C> AsOfLookup<C> table(Map<String, C> content) {
        return (key, instant) -> {
            instants.add(instant);
            return content.get(key);
        };
    }
}
