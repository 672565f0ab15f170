package io.luxqoe.kpi.query.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.window.Events;
import io.luxqoe.kpi.window.KpiHarness;
import io.luxqoe.kpi.window.PartitionStores;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Subject ASR_BY_REGION = new Subject("voice.asr", "voice", "region", "PT1M");

    @TempDir
    Path stateDir;

    private KpiHarness kpi;
    private StoreReader reader;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(GRACE, stateDir);
        reader = reader(partition -> kpi.stores());
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void windowsAreFinalBehindTheWatermarkAndProvisionalBeforeIt() {
        twoWindows();

        List<KpiPoint> points = reader.series(
                0,
                ASR_BY_REGION,
                "Bretagne",
                new KpiReader.Starts(NOON.toEpochMilli(), NOON.plusSeconds(3600).toEpochMilli(), 10));

        assertThat(points).hasSize(2);
        assertThat(points.get(0).start()).isEqualTo(NOON);
        assertThat(points.get(0).end()).isEqualTo(NOON.plusSeconds(60));
        assertThat(points.get(0).status()).isEqualTo(KpiWindowStatus.FINAL);
        assertThat(points.get(0).value()).isEqualTo(0.5);
        assertThat(points.get(0).samples()).isEqualTo(2);
        assertThat(points.get(1).status()).isEqualTo(KpiWindowStatus.PROVISIONAL);
    }

    @Test
    void theLimitLeavesTheOldest() {
        twoWindows();

        assertThat(reader.series(0, ASR_BY_REGION, "Bretagne", new KpiReader.Starts(0, Long.MAX_VALUE, 1)))
                .singleElement()
                .returns(NOON, KpiPoint::start);
    }

    @Test
    void aPartitionIsAsFarAsItsWatermarkLessGrace() {
        assertThat(reader.standing(0, "voice", "PT1M").finalUntil()).isEqualTo(Standing.NONE);

        twoWindows();

        Standing standing = reader.standing(0, "voice", "PT1M");
        assertThat(standing.watermark()).isEqualTo(NOON.plusSeconds(600).toEpochMilli());
        assertThat(standing.finalUntil())
                .isEqualTo(NOON.plusSeconds(600).minus(GRACE).toEpochMilli() - 1);
    }

    @Test
    void aWindowIsHandedOutWithEachOfItsKeysOnce() {
        twoWindows();

        for (Instant start : List.of(NOON, NOON.plusSeconds(600))) {
            List<KpiPoint> points = new ArrayList<>();
            reader.window(0, ASR_BY_REGION, start.toEpochMilli(), points::add);
            assertThat(points)
                    .singleElement()
                    .returns("Bretagne", KpiPoint::key)
                    .returns(start, KpiPoint::start);
        }
    }

    @Test
    void theKeysOfAnAxisAreThoseOfItsWindows() {
        twoWindows();

        assertThat(reader.keys(0, "voice", "region", new KpiReader.Keys("Br", null, 10)))
                .containsExactly("Bretagne");
        assertThat(reader.keys(0, "voice", "region", new KpiReader.Keys("", "Bretagne", 10)))
                .isEmpty();
        assertThat(reader.keys(0, "messaging", "region", new KpiReader.Keys("", null, 10)))
                .isEmpty();
    }

    @Test
    void whatWasReadOfATaskThatMovedMeanwhileDoesNotCount() {
        twoWindows();
        StoreReader moving = reader(partition -> new LeavingStores(kpi.stores(), 1));

        assertThatExceptionOfType(InvalidStateStoreException.class)
                .isThrownBy(() -> moving.series(0, ASR_BY_REGION, "Bretagne", new KpiReader.Starts(0, 1, 1)));
    }

    private void twoWindows() {
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", NOON), Events.failedCall("msc-1", NOON)));
        kpi.send(Events.block("msc-1", Events.answeredCall("msc-1", NOON.plusSeconds(600))));
        kpi.pass(Duration.ofSeconds(1));
    }

    private static StoreReader reader(IntFunction<PartitionStores> finder) {
        return new StoreReader(finder, KpiHarness.spec(GRACE), KpiHarness.AXES, KpiCatalogue.standard());
    }
}
