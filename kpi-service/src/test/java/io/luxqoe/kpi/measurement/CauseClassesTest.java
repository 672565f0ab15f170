package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CauseClassesTest {

    private static final Set<CauseScheme> OWN =
            Set.of(CauseScheme.Q850, CauseScheme.SIP, CauseScheme.RP_CAUSE, CauseScheme.MAP_ERROR);

    /** {@code scheme,code,label,causeClass,responsibility}; a label may hold a comma. */
    static Stream<String> referenceLines() throws IOException {
        return Files.readAllLines(Path.of("..", "reference", "cause.csv")).stream()
                .skip(1);
    }

    @ParameterizedTest
    @MethodSource("referenceLines")
    void aCauseThatTheReferenceLacksHasTheClassOfTheReferenceThatLuxShips(String line) {
        String[] fields = line.split(",");
        CauseScheme scheme = CauseScheme.valueOf(fields[0]);
        CauseClass expected = OWN.contains(scheme) ? CauseClass.valueOf(fields[fields.length - 2]) : CauseClass.UNKNOWN;

        assertThat(CauseClasses.of(Measured.withCause(event(), scheme, Integer.parseInt(fields[1]))))
                .isEqualTo(expected);
    }

    @Test
    void noCauseIsUnknown() {
        assertThat(CauseClasses.of(event())).isEqualTo(CauseClass.UNKNOWN);
        assertThat(CauseClasses.of(Measured.withCause(event(), CauseScheme.SIP, 499)))
                .isEqualTo(CauseClass.UNKNOWN);
        assertThat(CauseClasses.of(Measured.withCause(event(), CauseScheme.Q850, 30)))
                .isEqualTo(CauseClass.UNKNOWN);
    }

    private static EnrichedEvent event() {
        return Measured.event(ServiceType.VOICE, new VoiceCall());
    }
}
