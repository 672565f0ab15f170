package io.luxqoe.enrichment.correlation;

import static io.luxqoe.enrichment.TestRecords.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.schemas.CallLegBlock;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.VoiceCall;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class LegRouterTest {
    private final LegRouter router = new LegRouter(4);

    /** Kafka Streams starts the same processor again for a task whose record could not be sent. */
    @Test
    void whatCouldNotBeSentIsSentOnceWhenItsBlockIsReadAgain() {
        router.init(new RefusingContext());
        assertThatThrownBy(() -> router.process(block())).isInstanceOf(TimeoutException.class);
        MockProcessorContext<String, CallLegBlock> context = new MockProcessorContext<>();

        router.init(context);
        router.process(block());

        assertThat(context.forwarded().stream()
                        .map(forward -> (CallLegBlock) forward.record().value())
                        .flatMap(legs -> legs.getLegs().stream())
                        .map(CallLegSummary::getEventId))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "e-" + i).toList());
    }

    private static Record<String, EnrichedBlock> block() {
        List<EnrichedEvent> events = IntStream.range(0, 20)
                .mapToObj(i -> EnrichedEvent.newBuilder().setEvent(leg(i)).build())
                .toList();
        return new Record<>(
                "msc",
                EnrichedBlock.newBuilder().setSource("msc").setEvents(events).build(),
                0);
    }

    private static NetworkEvent leg(int number) {
        NetworkEvent event =
                call("e-" + number, "15").setRecordType(RecordType.MO_CALL).build();
        ((VoiceCall) event.getDetails()).setNetworkCallReference("n-" + number);
        return event;
    }

    /** Takes nothing. */
    private static final class RefusingContext extends MockProcessorContext<String, CallLegBlock> {
        @Override
        public <K extends String, V extends CallLegBlock> void forward(Record<K, V> message) {
            throw new TimeoutException("The broker does not answer");
        }
    }
}
