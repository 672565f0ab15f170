package io.luxqoe.local.simulator.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.alarm.AlarmOracle.MissingData;
import io.luxqoe.local.simulator.delivery.Defects;
import io.luxqoe.local.simulator.delivery.DeliverySettings;
import io.luxqoe.local.simulator.delivery.RawTraffic;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.Incident;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import io.luxqoe.local.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmOracleTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"1, 8.33", "2, 8.33", "3, 8.33", "42, 8.33", "5, 12", "6, 20", "7, 40"})
    void incidentsRaiseAndClearExactlyTheirAlarmsOnce(long seed, double rate) {
        NetworkModel network = NetworkModel.of(seed);
        IncidentPlan plan = IncidentPlan.standard(network, BEGIN, HOUR);
        Truth truth = truth(network, plan, rate, seed);
        for (MissingData missing : MissingData.values()) {
            List<AlarmPassage> passages = AlarmOracle.passages(DefaultAlarmRules.rules(), truth, missing);
            assertThat(AlarmOracle.raised(passages)).containsExactlyInAnyOrderElementsOf(expected(network, plan));
            assertThat(passages)
                    .allSatisfy(passage -> assertThat(passage.cleared()).isPresent());
            for (Incident incident : plan.incidents()) {
                List<ExpectedAlarm> alarms = DefaultAlarmRules.expected(network, incident);
                assertThat(passages)
                        .filteredOn(passage -> alarms.contains(passage.alarm()))
                        .allSatisfy(passage -> {
                            assertThat(passage.raised()).isBetween(incident.begin(), incident.end());
                            assertThat(passage.cleared().orElseThrow()).isAfterOrEqualTo(incident.end());
                        });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8.33", "2, 8.33", "3, 12", "4, 30"})
    void withoutIncidentsNothingIsRaised(long seed, double rate) {
        Truth truth = truth(NetworkModel.of(seed), IncidentPlan.none(), rate, seed);
        for (MissingData missing : MissingData.values()) {
            assertThat(AlarmOracle.passages(DefaultAlarmRules.rules(), truth, missing))
                    .isEmpty();
        }
    }

    private static List<ExpectedAlarm> expected(NetworkModel network, IncidentPlan plan) {
        return plan.incidents().stream()
                .flatMap(incident -> DefaultAlarmRules.expected(network, incident).stream())
                .toList();
    }

    private static Truth truth(NetworkModel network, IncidentPlan plan, double rate, long seed) {
        RawTraffic traffic = new RawTraffic(
                network,
                plan,
                TrafficSettings.of(BEGIN, HOUR, rate, seed),
                DeliverySettings.standard().withDefects(Defects.TYPICAL));
        while (traffic.hasNext()) {
            traffic.next();
        }
        return traffic.truth();
    }
}
