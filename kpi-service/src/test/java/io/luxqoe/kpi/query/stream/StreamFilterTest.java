package io.luxqoe.kpi.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.stream.StreamFilter.Kind;
import io.luxqoe.schemas.KpiBaseline;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamFilterTest {

    @ParameterizedTest
    @CsvSource({
        "voice, region, PT1M, true",
        "data, region, PT1M, false",
        "voice, cell, PT1M, false",
        "voice, region, PT1H, false"
    })
    void aKindIsFamilyAxisAndWindow(String family, String axis, String window, boolean same) {
        Kind kind = Kind.of(new KpiKey(family, axis, "Bretagne", window));

        assertThat(kind.equals(Windows.allRegions().kind())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, true, true",
        "Bre, false, true, false",
        "Bre, true, false, false",
        "Bretagne, true, true, false",
        "Corse, true, false, true"
    })
    void aKeyIsThatOrBeginsSo(String key, boolean exact, boolean wantsBretagne, boolean wantsCorse) {
        StreamFilter filter = new StreamFilter(Windows.ASR_OF_REGIONS, key, exact, false);

        assertThat(filter.wants(Windows.region("Bretagne"))).isEqualTo(wantsBretagne);
        assertThat(filter.wants(Windows.region("Corse"))).isEqualTo(wantsCorse);
    }

    @Test
    void provisionalWindowsAreWantedUnlessOnlyFinalOnesAre() {
        StreamFilter finals = new StreamFilter(Windows.ASR_OF_REGIONS, "", false, true);
        KpiWindow provisional = Windows.window(KpiWindowStatus.PROVISIONAL, 1, 0.5);
        KpiWindow ended = Windows.window(KpiWindowStatus.FINAL, 2, 0.5);

        assertThat(finals.wants(provisional)).isFalse();
        assertThat(finals.wants(ended)).isTrue();
        assertThat(Windows.allRegions().wants(provisional)).isTrue();
        assertThat(Windows.allRegions().wants(ended)).isTrue();
    }

    @Test
    void aPointHoldsWhatTheWindowSaysOfTheKpi() {
        KpiWindow window = Windows.window(KpiWindowStatus.FINAL, 3, null);
        window.setSuspect(true);
        window.setSuspectReasons(List.of("late"));
        window.getValues().get(1).setBaseline(new KpiBaseline(0.5, 0.04, 6, -2.5));

        KpiPoint point =
                StreamFilter.point("voice.asr", Windows.region("Corse"), window).orElseThrow();

        assertThat(point.key()).isEqualTo("Corse");
        assertThat(point.start()).isEqualTo(Windows.NOON);
        assertThat(point.end()).isEqualTo(Windows.NOON.plusSeconds(60));
        assertThat(point.status()).isEqualTo(KpiWindowStatus.FINAL);
        assertThat(point.revision()).isEqualTo(3);
        assertThat(point.value()).isNull();
        assertThat(point.samples()).isEqualTo(40);
        assertThat(point.suspect()).isTrue();
        assertThat(point.suspectReasons()).containsExactly("late");
        assertThat(point.baseline()).isNotNull();
        assertThat(point.baseline().standardDeviation()).isEqualTo(0.2);
        assertThat(point.baseline().deviation()).isEqualTo(-2.5);
    }

    @Test
    void aKpiThatTheWindowDoesNotHaveGivesNoPoint() {
        KpiWindow window = Windows.window(KpiWindowStatus.FINAL, 3, 0.5);

        assertThat(StreamFilter.point("voice.new", Windows.region("Corse"), window))
                .isEmpty();
    }
}
