package io.luxqoe.local.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.cdr.RawFile;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctRecordsTest {

    @Test
    void noRecordIsADuplicateByChanceHoweverManyThereAreInASecond() {
        Instant begin = Instant.parse("2026-11-20T16:00:00Z");
        NetworkModel network = NetworkModel.of(1);
        RawTraffic traffic = new RawTraffic(
                network,
                IncidentPlan.none(),
                TrafficSettings.of(begin, Duration.ofSeconds(3), 50_000, 1),
                DeliverySettings.standard());
        Set<ByteBuffer> seen = new HashSet<>();
        long records = 0;
        while (traffic.hasNext()) {
            RawRecord raw = traffic.next();
            for (byte[] octets : RawFile.records(raw.octets())) {
                seen.add(ByteBuffer.wrap(octets));
                records++;
            }
        }
        assertThat(records).isGreaterThan(100_000);
        assertThat(seen).hasSize((int) records);
    }
}
