package io.luxqoe.decoder.cs;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The partial records of a long call: one attempt, one answer, and durations that add up. */
class LongCallTest {
    private static final byte[] FIRST = partial("01", "01", "0E10", "2611201046002B0100", "2611201146102B0100");
    private static final byte[] SECOND = partial("02", "01", "0E10", "", "2611201246102B0100");
    private static final byte[] LAST = partial("03", "00", "78", "", "2611201248102B0100");

    private static byte[] partial(String number, String cause, String seconds, String seizure, String release) {
        byte[] begin = seizure.isEmpty()
                ? new byte[0]
                : Ber.concat(Ber.primitive(22, seizure), Ber.primitive(23, "2611201046102B0100"));
        return Cdrs.moCall(
                Ber.primitive(1, Cdrs.IMSI),
                begin,
                Ber.primitive(24, release),
                Ber.primitive(25, seconds),
                Ber.primitive(30, cause),
                Ber.primitive(32, "0A0B0C"),
                Ber.primitive(33, number));
    }

    private static VoiceCall call(byte[] record) {
        return (VoiceCall) event(record).getDetails();
    }

    private static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(record);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    @Test
    void onlyTheLastRecordOfACallIsNoIncrement() {
        assertThat(event(FIRST).getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event(SECOND).getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(event(LAST).getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call(FIRST).getPartial()).isTrue();
        assertThat(call(SECOND).getPartial()).isTrue();
        assertThat(call(LAST).getPartial()).isFalse();
        assertThat(call(LAST).getCallReference()).isEqualTo("0a0b0c");
    }

    @Test
    void theDurationsOfItsRecordsAddUp() {
        assertThat(call(FIRST).getCallDurationMs()
                        + call(SECOND).getCallDurationMs()
                        + call(LAST).getCallDurationMs())
                .isEqualTo(7_320_000);
        assertThat(call(FIRST).getHoldingTimeMs()).isEqualTo(3_600_000);
        assertThat(call(LAST).getHoldingTimeMs()).isEqualTo(120_000);
    }

    @Test
    void aLaterRecordThatRepeatsTheSeizureStillHoldsTheLineForItsOwnDurationOnly() {
        byte[] repeating = partial("03", "00", "78", "2611201046002B0100", "2611201248102B0100");

        assertThat(call(repeating).getHoldingTimeMs()).isEqualTo(120_000);
        assertThat(call(repeating).getAnswerTime()).isEqualTo(Instant.parse("2026-11-20T09:46:10Z"));
    }

    @Test
    void aLaterRecordThatDoesNotRepeatTheAnswerIsAnsweredAllTheSame() {
        assertThat(call(LAST).getAnswerTime()).isEqualTo(Instant.parse("2026-11-20T11:46:10Z"));
        assertThat(call(SECOND).getAnswerTime()).isEqualTo(Instant.parse("2026-11-20T10:46:10Z"));
        byte[] abnormal = partial("03", "04", "78", "", "2611201248102B0100");
        assertThat(event(abnormal).getOutcome()).isEqualTo(Outcome.DROPPED);
    }

    @Test
    void anUnsuccessfulAttemptIsNotAnsweredWhateverItsNumber() {
        byte[] unsuccessful = partial("02", "03", "78", "", "2611201248102B0100");

        assertThat(call(unsuccessful).getAnswerTime()).isNull();
        assertThat(event(unsuccessful).getOutcome()).isEqualTo(Outcome.FAILURE);
    }

    @Test
    void anOnlyRecordWithANumberIsAnAttemptOfItsOwn() {
        byte[] only = partial("01", "00", "78", "2611201046002B0100", "2611201048102B0100");

        assertThat(event(only).getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call(only).getHoldingTimeMs()).isEqualTo(130_000);
    }
}
