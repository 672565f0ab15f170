package io.luxqoe.local.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.cdr.RawFile;
import io.luxqoe.local.simulator.network.Domain;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.Intensity;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import io.luxqoe.local.simulator.truth.MessagingFigures;
import io.luxqoe.local.simulator.truth.Outcomes;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.local.simulator.truth.UsageFigures;
import io.luxqoe.local.simulator.truth.VoiceFigures;
import io.luxqoe.local.simulator.truth.WindowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTrafficTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:07Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Defects MANY = new Defects(0.05, 0.02, 0.03, 0.02);
    private static final NetworkModel NETWORK = NetworkModel.of(7);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theTruthIsWhatTheOctetsSay(long seed) {
        RawTraffic traffic = traffic(seed, DeliverySettings.standard().withDefects(MANY));
        TruthFromOctets expected =
                new TruthFromOctets(NETWORK, DeliverySettings.standard().grace());
        traffic.forEachRemaining(expected::accept);

        Outcomes totals = traffic.truth().totals();
        assertThat(totals.counted()).isEqualTo(expected.counted);
        assertThat(totals.late()).isEqualTo(expected.late).isPositive();
        assertThat(totals.deadLetters()).isEqualTo(expected.deadLetters).isPositive();
        assertThat(totals.duplicates()).isEqualTo(expected.duplicates).isPositive();
        assertThat(voice(traffic.truth())).isEqualTo(asText(expected.voice));
        assertThat(messaging(traffic.truth())).isEqualTo(asText(expected.messaging));
        assertThat(data(traffic.truth())).isEqualTo(asText(expected.data)).isNotEmpty();
        assertThat(traffic.truth().videoSessions())
                .extracting(session -> String.join(
                        " ",
                        session.id(),
                        session.source(),
                        session.host(),
                        session.start().toString(),
                        session.end().toString()))
                .hasSizeGreaterThan(50)
                .isEqualTo(expected.sessions());
    }

    @Test
    void theSameSeedGivesTheSameOctets() {
        DeliverySettings settings = DeliverySettings.standard().withDefects(MANY);
        RawTraffic one = traffic(5, settings);
        RawTraffic other = new RawTraffic(
                NetworkModel.of(7),
                IncidentPlan.standard(NetworkModel.of(7), BEGIN, HOUR),
                TrafficSettings.of(BEGIN, HOUR, 5, 5),
                settings);
        while (one.hasNext()) {
            RawRecord expected = one.next();
            RawRecord actual = other.next();
            assertThat(actual.source()).isEqualTo(expected.source());
            assertThat(actual.sendAt()).isEqualTo(expected.sendAt());
            assertThat(actual.octets()).isEqualTo(expected.octets());
        }
        assertThat(other.hasNext()).isFalse();
        assertThat(traffic(6, settings).next().octets())
                .isNotEqualTo(traffic(5, settings).next().octets());
    }

    @Test
    void recordsComeInTheOrderInWhichTheyAreHandedOver() {
        RawTraffic traffic = traffic(4, DeliverySettings.standard().withDefects(MANY));
        Instant before = BEGIN;
        while (traffic.hasNext()) {
            assertThat(traffic.nextSendAt()).isAfterOrEqualTo(before);
            RawRecord record = traffic.next();
            assertThat(record.sendAt()).isBetween(before, BEGIN.plus(HOUR));
            before = record.sendAt();
        }
    }

    @Test
    void noEventLiesAfterTheInstantAtWhichItIsHandedOver() {
        RawTraffic traffic = traffic(4, DeliverySettings.standard());
        while (traffic.hasNext()) {
            RawRecord raw = traffic.next();
            for (byte[] octets : RawFile.records(raw.octets())) {
                assertThat(TruthFromOctets.eventTime(raw.domain(), octets)).isBeforeOrEqualTo(raw.sendAt());
            }
        }
    }

    @Test
    void noExchangeOrGatewayIsSilentForLong() {
        RawTraffic traffic = traffic(4, DeliverySettings.standard());
        Map<String, Instant> last = new HashMap<>();
        NETWORK.elements().forEach(element -> last.put(element.id(), BEGIN));
        while (traffic.hasNext()) {
            RawRecord raw = traffic.next();
            if (raw.domain() == Domain.PLAYERS) {
                continue; // of so few viewings that there may be none for minutes
            }
            Instant before = last.put(raw.source(), raw.sendAt());
            assertThat(before).isNotNull();
            assertThat(Duration.between(before, raw.sendAt())).isLessThan(Duration.ofMinutes(2));
        }
    }

    @Test
    void filesHoldNoMoreThanAsked() {
        RawTraffic traffic = traffic(4, DeliverySettings.standard().withCdrsPerRecord(1));
        long records = 0;
        while (traffic.hasNext()) {
            assertThat(traffic.next().cdrs()).isEqualTo(1);
            records++;
        }
        assertThat(traffic.truth().totals().rawRecords()).isEqualTo(records);
        assertThat(traffic.truth().totals().sent()).isEqualTo(records);
    }

    @Test
    void everyWindowSumsToTheSameOnEveryAxis() {
        RawTraffic traffic = traffic(9, DeliverySettings.standard().withDefects(MANY));
        traffic.forEachRemaining(raw -> {});
        Map<String, Long> seizures = new TreeMap<>();
        traffic.truth().windows().forEach((key, figures) -> {
            if (figures instanceof VoiceFigures voice) {
                seizures.merge(key.axis() + key.start(), voice.seizures(), Long::sum);
            }
        });
        traffic.truth().windows().keySet().stream()
                .filter(key -> key.family().equals(WindowKey.VOICE))
                .map(WindowKey::start)
                .distinct()
                .forEach(start -> {
                    Long byCell = seizures.get("cell" + start);
                    assertThat(seizures).containsEntry("region" + start, byCell);
                    assertThat(seizures).containsEntry("numberClass" + start, byCell);
                });
    }

    @Test
    void everyRecordSentHasOneOutcome() {
        RawTraffic traffic = traffic(9, DeliverySettings.standard().withDefects(MANY));
        long sent = 0;
        while (traffic.hasNext()) {
            sent += traffic.next().cdrs();
        }
        Outcomes totals = traffic.truth().totals();
        assertThat(totals.counted() + totals.late() + totals.deadLetters() + totals.duplicates())
                .isEqualTo(sent);
        assertThat(traffic.truth().bySource()).hasSize(NETWORK.elements().size());
        assertThat(traffic.truth().bySource().values().stream()
                        .mapToLong(Outcomes::sent)
                        .sum())
                .isEqualTo(sent);
        assertThat(sent).isBetween(17_000L, 20_500L);
    }

    @Test
    void aDayIsMadeWithoutBeingHeld() {
        RawTraffic traffic = new RawTraffic(
                NETWORK,
                IncidentPlan.none(),
                new TrafficSettings(BEGIN, BEGIN.plus(Duration.ofDays(1)), Intensity.daily(2), 3),
                DeliverySettings.standard().withDefects(MANY),
                Truth.withGrace(DeliverySettings.USUAL_GRACE, Duration.ofMinutes(10)));
        long sent = 0;
        int mostHeld = 0;
        while (traffic.hasNext()) {
            sent += traffic.next().cdrs();
            mostHeld = Math.max(mostHeld, traffic.held());
        }
        assertThat(sent).isBetween(165_000L, 185_000L);
        assertThat(mostHeld).isLessThan(2_000);
        assertThat(traffic.truth().windows()).hasSizeLessThan(11 * 3 * 160);
    }

    private static RawTraffic traffic(long seed, DeliverySettings settings) {
        return new RawTraffic(
                NETWORK,
                IncidentPlan.standard(NETWORK, BEGIN, HOUR),
                TrafficSettings.of(BEGIN, HOUR, 5, seed),
                settings);
    }

    private static Map<String, String> voice(Truth truth) {
        Map<String, String> texts = new TreeMap<>();
        truth.windows().forEach((key, figures) -> {
            if (figures instanceof VoiceFigures voice) {
                texts.put(text(key), Arrays.toString(new long[] {
                    voice.seizures(), voice.answered(), voice.userBusy(), voice.noAnswer(),
                    voice.rejected(), voice.dropped(), voice.holdingTimeMs(), voice.conversationMs()
                }));
            }
        });
        return texts;
    }

    private static Map<String, String> messaging(Truth truth) {
        Map<String, String> texts = new TreeMap<>();
        truth.windows().forEach((key, figures) -> {
            if (figures instanceof MessagingFigures messaging) {
                texts.put(text(key), Arrays.toString(new long[] {messaging.attempts(), messaging.successes()}));
            }
        });
        return texts;
    }

    private static Map<String, String> data(Truth truth) {
        Map<String, String> texts = new TreeMap<>();
        truth.windows().forEach((key, figures) -> {
            if (figures instanceof UsageFigures usage) {
                Map<String, Long> sums = usage.sums();
                texts.put(
                        text(key),
                        Arrays.toString(Stream.of(
                                        "records",
                                        "sessionsEnded",
                                        "sessionsDropped",
                                        "uplinkOctets",
                                        "downlinkOctets",
                                        "throughputOctets",
                                        "throughputDurationMs")
                                .mapToLong(name -> Objects.requireNonNull(sums.get(name), name))
                                .toArray()));
            }
        });
        return texts;
    }

    private static Map<String, String> asText(Map<String, long[]> sums) {
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((key, values) -> texts.put(key, Arrays.toString(values)));
        return texts;
    }

    private static String text(WindowKey key) {
        return key.axis() + "=" + key.value() + "@" + key.start();
    }
}
