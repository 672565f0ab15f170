package io.luxqoe.kpi.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.window.Events;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AxisTest {

    private final EnrichedEvent event = Events.answeredCall("msc-1", Instant.EPOCH);

    @Test
    void theReferenceKnowsANumberBetterThanTheRules() {
        event.setDialledNumber(new DialledNumberContext(NumberClass.CUSTOMER_CARE, null, "care"));

        assertThat(Axis.NUMBER_CLASS.valueOf(event)).isEqualTo("customer-care");
    }

    @Test
    void anEmergencyCallIsOneWhateverWasDialled() {
        event.setDialledNumber(new DialledNumberContext(NumberClass.SHORT, null, "time"));
        ((VoiceCall) event.getEvent().getDetails()).setEmergency(true);

        assertThat(Axis.NUMBER_CLASS.valueOf(event)).isEqualTo("emergency");
    }

    @Test
    void whatAnEventDoesNotSayIsUnknown() {
        event.getEvent().setLocation(null);
        event.setCell(null);
        ((VoiceCall) event.getEvent().getDetails()).setCalled(null);

        for (Axis axis : Axis.values()) {
            assertThat(axis.valueOf(event)).isEqualTo("unknown");
        }
    }
}
