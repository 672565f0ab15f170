package io.luxqoe.kpi.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.kpi.window.Events;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    private final EnrichedEvent event = Events.answeredCall("msc-1", Instant.EPOCH);

    @Test
    void theReferenceKnowsANumberBetterThanTheRules() {
        event.setDialledNumber(new DialledNumberContext(NumberClass.CUSTOMER_CARE, null, "care"));

        assertThat(Axis.of("numberClass", 10).valueOf(event)).isEqualTo("customer-care");
    }

    @Test
    void anEmergencyCallIsOneWhateverWasDialled() {
        event.setDialledNumber(new DialledNumberContext(NumberClass.SHORT, null, "time"));
        ((VoiceCall) event.getEvent().getDetails()).setEmergency(true);

        assertThat(Axis.of("numberClass", 10).valueOf(event)).isEqualTo("emergency");
    }

    @Test
    void whatAnEventDoesNotSayIsUnknown() {
        event.getEvent().setLocation(null);
        event.setCell(null);
        ((VoiceCall) event.getEvent().getDetails()).setCalled(null);

        for (String axis : List.of("cell", "region", "numberClass")) {
            assertThat(Axis.of(axis, 10).valueOf(event)).isEqualTo("unknown");
        }
    }

    @Test
    void aProductJoinsTheValuesInTheOrderOfItsId() {
        Axis axis = Axis.of("region,numberClass", 10);

        assertThat(axis.id()).isEqualTo("region,numberClass");
        assertThat(axis.valueOf(event)).isEqualTo("Bretagne|mobile");
        event.setCell(null);
        assertThat(axis.valueOf(event)).isEqualTo("unknown|mobile");
    }

    @Test
    void whatIsNoDimensionIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Axis.of("region,weather", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no dimension weather")
                .hasMessageContaining("numberClass");
        assertThatThrownBy(() -> Axis.of("region,region", 10)).hasMessageContaining("twice");
    }

    @Test
    void anAxisAppliesToTheFamiliesThatAllItsDimensionsHave() {
        assertThat(Axis.of("numberClass", 10).appliesTo("voice")).isTrue();
        assertThat(Axis.of("numberClass", 10).appliesTo("data")).isFalse();
        assertThat(Axis.of("source,host", 10).appliesTo("video")).isTrue();
        assertThat(Axis.of("source,host", 10).appliesTo("voice")).isFalse();
    }
}
