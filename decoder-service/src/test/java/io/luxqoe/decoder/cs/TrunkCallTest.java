package io.luxqoe.decoder.cs;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Calls over trunks: incoming and outgoing gateway, transit. */
class TrunkCallTest {
    private static final String CALLING = "913316325476F8";
    private static final String CALLED = "913316897867F5";
    private static final String SEIZURE = "2611201646002B0100";
    private static final String ANSWER = "2611201646102B0100";

    private static byte[] gateway(int tag, byte[]... more) {
        return Ber.constructed(
                tag,
                Ber.primitive(0, "0" + tag),
                Ber.primitive(1, CALLING),
                Ber.primitive(2, CALLED),
                Ber.primitive(3, "913366090909F9"),
                Ber.constructed(4, Ber.primitive(0, "07")),
                Ber.constructed(5, Ber.text(1, "PARIS-2")),
                Ber.primitive(6, SEIZURE),
                Ber.primitive(7, ANSWER),
                Ber.primitive(8, Cdrs.TIME),
                Ber.primitive(9, "05"),
                Ber.primitive(11, "00"),
                Ber.constructed(12, Ber.primitive(2, "10")),
                Ber.primitive(13, "0A0B0C"),
                Ber.concat(more));
    }

    private static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(record);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    private static void assertTrunkCall(NetworkEvent event) {
        VoiceCall call = (VoiceCall) event.getDetails();
        assertThat(event.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(event.getEventTime()).isEqualTo(Instant.parse("2026-11-20T15:46:15Z"));
        assertThat(event.getSubscriber()).isNull();
        assertThat(event.getCause().getScheme()).isEqualTo(CauseScheme.Q850);
        assertThat(event.getCause().getCode()).isEqualTo(16);
        assertThat(call.getCalling().getNumberClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(call.getCalling().getPseudonym()).isEqualTo(GoldenCheck.pseudonym("msisdn:33612345678"));
        assertThat(call.getCalled().getPseudonym()).isNotNull();
        assertThat(call.getRecordingEntity()).isEqualTo("33669090909"); // a network element's
        assertThat(call.getIncomingTrunkGroup()).isEqualTo("7");
        assertThat(call.getOutgoingTrunkGroup()).isEqualTo("PARIS-2");
        assertThat(call.getCallDurationMs()).isEqualTo(5_000);
        assertThat(call.getHoldingTimeMs()).isEqualTo(15_000);
        assertThat(call.getCallReference()).isEqualTo("0a0b0c");
        assertThat(event.toString()).doesNotContain("612345678").doesNotContain("619887765");
    }

    @Test
    void anIncomingGatewayRecordIsACallFromATrunk() {
        NetworkEvent event = event(gateway(3));

        assertTrunkCall(event);
        assertThat(event.getRecordType()).isEqualTo(RecordType.INCOMING_GATEWAY);
        assertThat(((VoiceCall) event.getDetails()).getDirection()).isEqualTo(CallDirection.INCOMING_TRUNK);
    }

    @Test
    void anOutgoingGatewayRecordIsACallToATrunk() {
        NetworkEvent event = event(gateway(4));

        assertTrunkCall(event);
        assertThat(event.getRecordType()).isEqualTo(RecordType.OUTGOING_GATEWAY);
        assertThat(((VoiceCall) event.getDetails()).getDirection()).isEqualTo(CallDirection.OUTGOING_TRUNK);
    }

    @Test
    void aTransitRecordHasTagsOfItsOwn() {
        NetworkEvent event = event(Ber.constructed(
                5,
                Ber.primitive(0, "05"),
                Ber.primitive(1, "913366090909F9"),
                Ber.constructed(2, Ber.primitive(0, "07")),
                Ber.constructed(3, Ber.text(1, "PARIS-2")),
                Ber.primitive(4, CALLING),
                Ber.primitive(5, CALLED),
                Ber.primitive(7, SEIZURE),
                Ber.primitive(8, ANSWER),
                Ber.primitive(9, Cdrs.TIME),
                Ber.primitive(10, "05"),
                Ber.primitive(12, "00"),
                Ber.constructed(13, Ber.primitive(2, "10")),
                Ber.primitive(14, "0A0B0C"),
                Ber.primitive(15, "01")));

        assertTrunkCall(event);
        assertThat(event.getRecordType()).isEqualTo(RecordType.TRANSIT);
        assertThat(((VoiceCall) event.getDetails()).getDirection()).isEqualTo(CallDirection.TRANSIT);
        assertThat(((VoiceCall) event.getDetails()).getSequenceNumber()).isEqualTo(1);
    }

    @Test
    void aPartialGatewayRecordIsAnIncrement() {
        byte[] partial = Ber.constructed(
                4,
                Ber.primitive(0, "04"),
                Ber.primitive(8, Cdrs.TIME),
                Ber.primitive(9, "05"),
                Ber.primitive(11, "01"),
                Ber.primitive(14, "02"));

        assertThat(event(partial).getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(((VoiceCall) event(partial).getDetails()).getSequenceNumber())
                .isEqualTo(2);
    }

    @Test
    void anEmergencyNumberOverATrunkIsAnEmergencyCall() {
        byte[] emergency =
                Ber.constructed(4, Ber.primitive(0, "04"), Ber.primitive(2, "8111F2"), Ber.primitive(8, Cdrs.TIME));

        VoiceCall call = (VoiceCall) event(emergency).getDetails();
        assertThat(call.getEmergency()).isTrue();
        assertThat(call.getCalled().getDigits()).isEqualTo("112");
    }
}
