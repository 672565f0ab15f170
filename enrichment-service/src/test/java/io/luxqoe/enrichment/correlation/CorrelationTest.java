package io.luxqoe.enrichment.correlation;

import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.CallLegs;
import io.luxqoe.schemas.CorrelatedCall;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ReleasingParty;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final Duration WAIT = Duration.ofMinutes(5);
    private static final CorrelationOptions OPTIONS =
            new CorrelationOptions(true, WAIT, Duration.ofMinutes(10), 4, 1_000);

    private final AvroSerdes serdes = AvroSerdes.mock(UUID.randomUUID().toString());
    private final List<CallLegs> heard = new ArrayList<>();
    private final TopologyTestDriver driver = driver(OPTIONS);
    private final TestInputTopic<String, EnrichedBlock> blocks = driver.createInputTopic(
            "blocks",
            Serdes.String().serializer(),
            serdes.forValue(EnrichedBlock.class).serializer());
    private final TestOutputTopic<String, CorrelatedCall> calls = driver.createOutputTopic(
            LuxTopic.CALL_CORRELATED.topicName(),
            Serdes.String().deserializer(),
            serdes.forValue(CorrelatedCall.class).deserializer());

    private TopologyTestDriver driver(CorrelationOptions options) {
        Properties settings = CommonSettings.of("enrichment-service");
        StreamsBuilder builder = CommonSettings.builder(settings);
        new CorrelationTopology(serdes, options, heard::add)
                .addTo(
                        builder,
                        builder.stream(
                                "blocks",
                                Consumed.with(Serdes.String(), serdes.forValue(EnrichedBlock.class))
                                        .withName("read")));
        return new TopologyTestDriver(builder.build(settings), settings, NOON);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theLegsOfACallMeetThoughTwoSourcesWriteThem() {
        send("msc-1", leg("a", "n1", CallDirection.ORIGINATING, NOON));
        assertThat(calls.isEmpty()).isTrue();
        NetworkEvent terminating = leg("b", "n1", CallDirection.TERMINATING, NOON.plusSeconds(1));
        ((VoiceCall) terminating.getDetails()).setReleasingParty(ReleasingParty.CALLED);
        send("msc-2", terminating);

        CorrelatedCall call = calls.readValue();

        assertThat(call.getLegs()).isEqualTo(CallLegs.BOTH);
        assertThat(call.getCallReference()).isEqualTo("n1");
        assertThat(call.getReleasingParty()).isEqualTo(ReleasingParty.CALLED);
        assertThat(call.getOriginating()).extracting(CallLegSummary::getEventId).isEqualTo("a");
        assertThat(call.getTerminating()).extracting(CallLegSummary::getCellKey).isEqualTo("208-20-1-b");
        driver.advanceWallClockTime(WAIT.multipliedBy(2));
        assertThat(calls.isEmpty()).isTrue();
        assertThat(heard).containsExactly(CallLegs.BOTH);
    }

    @Test
    void aLegWhoseOtherDoesNotComeStandsAloneAfterTheWait() {
        send("msc-1", leg("a", "n1", CallDirection.ORIGINATING, NOON));
        driver.advanceWallClockTime(WAIT.minusSeconds(1));
        send("msc-1", leg("b", "n2", CallDirection.TERMINATING, NOON));
        assertThat(calls.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(calls.readValue().getLegs()).isEqualTo(CallLegs.ORIGINATING_ONLY);
        assertThat(calls.isEmpty()).isTrue();
        driver.advanceWallClockTime(WAIT);
        assertThat(calls.readValue().getLegs()).isEqualTo(CallLegs.TERMINATING_ONLY);
    }

    @Test
    void aReferenceThatIsUsedAgainOutsideTheWindowIsAnotherCall() {
        send("msc-1", leg("a", "n1", CallDirection.ORIGINATING, NOON));
        send("msc-2", leg("b", "n1", CallDirection.TERMINATING, NOON.plusSeconds(601)));

        assertThat(calls.isEmpty()).isTrue();
    }

    @Test
    void ofSeveralLegsTheNearestInTimeIsTheOther() {
        send(
                "msc-1",
                leg("far", "n1", CallDirection.ORIGINATING, NOON.minusSeconds(300)),
                leg("near", "n1", CallDirection.ORIGINATING, NOON.minusSeconds(1)));
        send("msc-2", leg("b", "n1", CallDirection.TERMINATING, NOON));

        assertThat(calls.readValue().getOriginating())
                .extracting(CallLegSummary::getEventId)
                .isEqualTo("near");
    }

    @Test
    void theLegsOfAnImsCallMeetByItsChargingIdentifier() {
        NetworkEvent one = leg("a", null, CallDirection.ORIGINATING, NOON);
        NetworkEvent other = leg("b", null, CallDirection.TERMINATING, NOON);
        for (NetworkEvent each : List.of(one, other)) {
            each.setRecordType(RecordType.S_CSCF);
            ((VoiceCall) each.getDetails()).setImsChargingId("0a0b");
        }
        send("cscf-1", one, other);

        assertThat(calls.readValue().getCallReference()).isEqualTo("ims:0a0b");
    }

    @Test
    void partialRecordsTrunksAndWhatNamesNoCallAreNoLegs() {
        NetworkEvent partial = leg("a", "n1", CallDirection.ORIGINATING, NOON);
        ((VoiceCall) partial.getDetails()).setPartial(true);
        NetworkEvent transit = leg("b", "n1", CallDirection.TERMINATING, NOON);
        transit.setRecordType(RecordType.TRANSIT);
        NetworkEvent nameless = leg("c", null, CallDirection.ORIGINATING, NOON);
        send("msc-1", partial, transit, nameless);
        driver.advanceWallClockTime(WAIT.multipliedBy(2));

        assertThat(calls.isEmpty()).isTrue();
    }

    @Test
    void beyondTheBoundTheOldestWaitsNoLonger() {
        NetworkEvent[] legs = new NetworkEvent[4_100];
        for (int i = 0; i < legs.length; i++) {
            legs[i] = leg("e-" + i, "n-" + i, CallDirection.ORIGINATING, NOON);
        }
        send("msc-1", legs);

        // Four partitions share one task in the driver.
        assertThat(calls.readValuesToList()).hasSizeGreaterThanOrEqualTo(legs.length - 4 * OPTIONS.maxOpen());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyLegComesOutOnceWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> legsOfCall = new HashMap<>();
        List<NetworkEvent> legs = new ArrayList<>();
        for (int call = 0; call < 300; call++) {
            int which = random.nextInt(3);
            if (which != 0) {
                legs.add(leg("o-" + call, "n-" + call, CallDirection.ORIGINATING, NOON));
            }
            if (which != 1) {
                legs.add(leg("t-" + call, "n-" + call, CallDirection.TERMINATING, NOON));
            }
            legsOfCall.put("n-" + call, which == 2 ? 2 : 1);
        }
        Collections.shuffle(legs, random);
        for (int from = 0; from < legs.size(); ) {
            int to = Math.min(legs.size(), from + 1 + random.nextInt(20));
            send("msc-" + random.nextInt(3), legs.subList(from, to).toArray(NetworkEvent[]::new));
            driver.advanceWallClockTime(Duration.ofMillis(random.nextInt(500)));
            from = to;
        }
        driver.advanceWallClockTime(WAIT.plusSeconds(1));

        List<CorrelatedCall> concluded = calls.readValuesToList();

        assertThat(concluded).hasSize(legsOfCall.size());
        assertThat(concluded).allSatisfy(call -> assertThat(call.getLegs() == CallLegs.BOTH)
                .isEqualTo(Objects.requireNonNull(legsOfCall.get(call.getCallReference())) == 2));
    }

    private void send(String source, NetworkEvent... events) {
        blocks.pipeInput(
                source,
                EnrichedBlock.newBuilder()
                        .setSource(source)
                        .setEvents(Arrays.stream(events)
                                .map(event -> EnrichedEvent.newBuilder()
                                        .setEvent(event)
                                        .build())
                                .toList())
                        .build());
    }

    private static NetworkEvent leg(String id, @Nullable String reference, CallDirection direction, Instant time) {
        return NetworkEvent.newBuilder()
                .setEventId(id)
                .setEventTime(time)
                .setSource("msc")
                .setService(ServiceType.VOICE)
                .setRecordType(direction == CallDirection.ORIGINATING ? RecordType.MO_CALL : RecordType.MT_CALL)
                .setLocation(location("208-20-1-" + id))
                .setDetails(VoiceCall.newBuilder()
                        .setDirection(direction)
                        .setNetworkCallReference(reference)
                        .build())
                .build();
    }
}
