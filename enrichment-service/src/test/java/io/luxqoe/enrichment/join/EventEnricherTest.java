package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static io.luxqoe.enrichment.TestRecords.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.VoiceCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEnricherTest {
    private static final CellContext PLACE = new CellContext("s", "idf", "75", RadioTechnology.UNKNOWN, "v", null);
    private static final CauseContext BUSY = new CauseContext(CauseClass.USER, Responsibility.USER);
    private static final DeviceContext DEVICE = new DeviceContext("maker", "model");
    private static final DialledNumberContext SAMU = new DialledNumberContext(NumberClass.EMERGENCY, "LIFE", "SAMU");
    private static final SubscriberContext PERSON = new SubscriberContext("business", null, null);
    private static final MissingReference NO_SOURCE = new MissingReference("source", "s");

    private final Map<String, CellContext> cells = new HashMap<>();
    private final Map<String, CauseContext> causes = new HashMap<>();
    private final Map<String, DeviceContext> devices = new HashMap<>();
    private final Map<String, DialledNumberContext> numbers = new HashMap<>();
    private final Map<String, SubscriberContext> subscribers = new HashMap<>();
    private final List<Long> instants = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();

    private final EventEnricher enricher = new EventEnricher(
            new References(
                    table(cells),
                    table(causes),
                    table(devices),
                    table(numbers),
                    table(subscribers),
                    (cellKey, cell, instant) -> cell == null || !cellKey.equals(CELL)
                            ? List.of()
                            : List.of(new PlannedWorkContext("w", cell.getSite()))),
            listener);

    @Test
    void anEventIsGivenAllThatItsReferencesSay() {
        knowAll();

        NetworkEvent event = call("e", "15").build();
        EnrichedEvent enriched = enricher.enrich(event, List.of());

        assertThat(enriched)
                .isEqualTo(new EnrichedEvent(
                        event,
                        PLACE,
                        DEVICE,
                        BUSY,
                        SAMU,
                        PERSON,
                        null,
                        List.of(new PlannedWorkContext("w", "s")),
                        List.of()));
        assertThat(listener.missed).isEmpty();
    }

    @Test
    void everyLookUpIsMadeAsOfTheEventTime() {
        knowAll();

        enricher.enrich(call("e", "15").build(), List.of());

        assertThat(instants).hasSize(5).containsOnly(NOON.toEpochMilli());
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
                        new MissingReference("device-type", TAC),
                        new MissingReference("cause", "Q850:17"),
                        new MissingReference("dialled-number", "15"),
                        new MissingReference("subscriber", SUBSCRIBER),
                        NO_SOURCE);
        assertThat(listener.missed)
                .containsExactly(
                        ReferenceKind.CELL,
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

        assertThat(enricher.enrich(event, List.of()).getMissingReferences()).isEmpty();
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
    }

    private <C> AsOfLookup<C> table(Map<String, C> content) {
        return (key, instant) -> {
            instants.add(instant);
            return content.get(key);
        };
    }
}
