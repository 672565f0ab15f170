package io.luxqoe.kpi.completeness;

import static io.luxqoe.kpi.completeness.IncidentKind.LATE;
import static io.luxqoe.kpi.completeness.IncidentKind.LOST_NUMBERS;
import static io.luxqoe.kpi.completeness.IncidentKind.REJECTED;
import static io.luxqoe.kpi.completeness.IncidentKind.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentsTest {

    private static final long MINUTE = 60_000;

    private final Incidents incidents = new Incidents();

    @Test
    void aWindowIsSuspectIfAnIncidentOfItsSourcesHasATimeInCommonWithIt() {
        incidents.add(new Incident("msc-1", MINUTE, 2 * MINUTE, LOST_NUMBERS, 12));

        assertThat(reasons(0, MINUTE, "msc-1")).isEmpty();
        assertThat(reasons(MINUTE, 2 * MINUTE, "msc-1")).containsExactly("lost-numbers: msc-1 (12)");
        assertThat(reasons(2 * MINUTE, 3 * MINUTE, "msc-1")).containsExactly("lost-numbers: msc-1 (12)");
        assertThat(reasons(3 * MINUTE, 4 * MINUTE, "msc-1")).isEmpty();
        assertThat(reasons(0, 60 * MINUTE, "msc-1")).hasSize(1);
        assertThat(reasons(0, 60 * MINUTE, "msc-2")).isEmpty();
        assertThat(incidents.suspicionOf(0, 60 * MINUTE, new Contributors()).suspect())
                .isFalse();
    }

    @Test
    void reasonsAreSortedAndOneForEachSourceAndKind() {
        incidents.add(new Incident("msc-2", 0, 9, REJECTED, 1));
        incidents.add(new Incident("msc-1", 5, 8, REJECTED, 2));
        incidents.add(new Incident("msc-1", 0, 9, REJECTED, 3));
        incidents.add(new Incident("msc-1", 0, 9, LATE, 7));
        incidents.add(new Incident("msc-1", 4, Incident.OPEN, SILENT, 1));

        Suspicion suspicion = incidents.suspicionOf(0, 10, of("msc-1", "msc-2"));

        assertThat(suspicion.suspect()).isTrue();
        assertThat(suspicion.reasons())
                .containsExactly(
                        "late: msc-1 (7)",
                        "rejected: msc-1 (5)",
                        "rejected: msc-2 (1)",
                        "silent: msc-1 since 1970-01-01T00:00:00.004Z");
    }

    @Test
    void ofManyReasonsTheLastSaysHowManyMoreThereAre() {
        Contributors all = new Contributors();
        for (int i = 0; i < 40; i++) {
            String source = String.format("msc-%02d", i);
            all.add(source);
            incidents.add(new Incident(source, 0, 9, LATE, 1));
        }

        assertThat(incidents.suspicionOf(0, 10, all).reasons())
                .hasSize(Suspicion.MOST_REASONS)
                .startsWith("late: msc-00 (1)")
                .endsWith("and 25 more");
    }

    @Test
    void ofAWindowWithMoreSourcesThanAreNamedAnyBehindTheseMaySpoilIt() {
        Contributors many = new Contributors();
        for (int i = 0; i < 65; i++) {
            many.add(String.format("msc-%02d", i));
        }
        incidents.add(new Incident("msc-005", 0, 9, LATE, 1));
        incidents.add(new Incident("msc-07", 0, 9, LATE, 1));
        incidents.add(new Incident("msc-64", 0, 9, LATE, 1));

        assertThat(incidents.suspicionOf(0, 10, many).reasons())
                .containsExactly("late: msc-07 (1)", "late: msc-64 (1)");
    }

    @Test
    void whatIsTakenBackIsNoReasonAndLeavesNothing() {
        Incident open = new Incident("msc-1", 3, Incident.OPEN, SILENT, 1);
        incidents.add(open);
        incidents.add(open.negated());
        incidents.add(new Incident("msc-1", 3, 7, SILENT, 1));
        assertThat(reasons(8, 9, "msc-1")).isEmpty();
        assertThat(reasons(0, 9, "msc-1")).hasSize(1);
        incidents.add(new Incident("msc-1", 3, 7, SILENT, -1));

        assertThat(saved(incidents)).containsOnlyKeys("msc-1").containsValue(null);
    }

    @Test
    void whatNoOpenWindowCanHaveIsForgotten() {
        incidents.add(new Incident("msc-1", 0, 9, LATE, 1));
        incidents.add(new Incident("msc-1", 0, 10, LATE, 1));
        incidents.add(new Incident("msc-2", 0, 9, LATE, 1));
        incidents.add(new Incident("msc-3", 0, Incident.OPEN, SILENT, 1));
        saved(incidents);

        incidents.dropBefore(10);

        assertThat(reasons(0, 20, "msc-1", "msc-2", "msc-3"))
                .containsExactly("late: msc-1 (1)", "silent: msc-3 since 1970-01-01T00:00:00Z");
        Map<String, byte @Nullable []> changed = saved(incidents);
        assertThat(changed).containsOnlyKeys("msc-1", "msc-2");
        assertThat(changed.get("msc-2")).isNull();
        assertThat(saved(incidents)).isEmpty();
    }

    @Test
    void ofManyIncidentsTheEarlierOnesBecomeOneAndAreForgottenWithItsEnd() {
        for (int i = 0; i < 1_000; i++) {
            incidents.add(new Incident("msc-1", i * MINUTE, i * MINUTE + 1, REJECTED, 1));
        }

        assertThat(reasons(0, 1_000 * MINUTE, "msc-1")).containsExactly("rejected: msc-1 (1000)");
        assertThat(reasons(999 * MINUTE, 1_000 * MINUTE, "msc-1")).containsExactly("rejected: msc-1 (1)");
        assertThat(saved(incidents).get("msc-1")).hasSizeLessThan(2_000);
        incidents.dropBefore(990 * MINUTE);
        assertThat(reasons(0, 1_000 * MINUTE, "msc-1")).containsExactly("rejected: msc-1 (10)");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 65, 400})
    void theOrderInWhichIncidentsComeDoesNotMatter(int count) {
        Random random = new Random(count);
        List<Incident> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(any(random));
        }
        Map<String, byte @Nullable []> inOrder = saved(book(all));
        for (int round = 0; round < 100; round++) {
            Collections.shuffle(all, random);

            assertThat(saved(book(all))).usingRecursiveComparison().isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWindowIsSuspectExactlyIfAnIncidentOverlapsIt(long seed) {
        Random random = new Random(seed);
        List<Incident> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) { // so few that none become one
            Incident incident = any(random);
            all.add(incident);
            if (random.nextInt(3) == 0) {
                all.add(random.nextInt(all.size()), incident.negated());
            }
        }
        Incidents book = book(all);
        for (long start = 0; start < 3_000; start += 50) {
            long end = start + 50 + random.nextInt(200);
            assertThat(book.suspicionOf(start, end, of("a", "b")).reasons()).isEqualTo(naive(all, start, end));
        }
    }

    @Test
    void aTaskGoesOnFromWhatIsSaved() {
        Random random = new Random(42);
        List<Incident> all = new ArrayList<>();
        Incidents begun = new Incidents();
        Map<String, byte[]> store = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            Incident incident = any(random);
            all.add(incident);
            begun.add(Incident.fromBytes(incident.toBytes()));
            if (i % 50 == 0) {
                begun.save((source, octets) -> put(store, source, octets));
                begun = new Incidents();
                store.forEach(begun::restore);
            }
        }

        begun.save((source, octets) -> put(store, source, octets));
        assertThat(store).usingRecursiveComparison().isEqualTo(saved(book(all)));
    }

    @Test
    void octetsOfAnotherVersionOrDamagedOnesAreRefused() {
        byte[] octets = new Incident("msc-1", 1, 2, LATE, 3).toBytes();
        assertThat(Incident.fromBytes(octets)).isEqualTo(new Incident("msc-1", 1, 2, LATE, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Incident.fromBytes(Arrays.copyOf(octets, 20)));
        octets[1] = 9;
        assertThatIllegalArgumentException().isThrownBy(() -> Incident.fromBytes(octets));
        assertThatIllegalArgumentException().isThrownBy(() -> incidents.restore("a", new byte[] {2}));
        assertThatIllegalArgumentException().isThrownBy(() -> incidents.restore("a", new byte[] {1, 1, 4, 0, 0, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Incident("msc-1", 2, 1, LATE, 3));
    }

    @Test
    void lateEventsAreIncidentsOfTheWindowsThatTheyMissed() {
        LateEvents late = new LateEvents();
        late.add("msc-2", 0, MINUTE);
        late.add("msc-1", MINUTE, 2 * MINUTE);
        late.add("msc-1", 0, MINUTE);
        late.add("msc-1", MINUTE, 2 * MINUTE);

        assertThat(late.drain())
                .containsExactly(
                        new Incident("msc-1", 0, MINUTE - 1, LATE, 1),
                        new Incident("msc-1", MINUTE, 2 * MINUTE - 1, LATE, 2),
                        new Incident("msc-2", 0, MINUTE - 1, LATE, 1));
        assertThat(late.drain()).isEmpty();
    }

    private List<String> reasons(long start, long end, String... sources) {
        return incidents.suspicionOf(start, end, of(sources)).reasons();
    }

    private static Contributors of(String... sources) {
        Contributors contributors = new Contributors();
        Arrays.stream(sources).forEach(contributors::add);
        return contributors;
    }

    private static Incident any(Random random) {
        long from = random.nextInt(2_000);
        return new Incident(
                random.nextBoolean() ? "a" : "b",
                from,
                from + random.nextInt(300),
                random.nextInt(4) == 0 ? LATE : LOST_NUMBERS,
                1 + random.nextInt(5));
    }

    private static Incidents book(List<Incident> all) {
        Incidents book = new Incidents();
        all.forEach(book::add);
        return book;
    }

    /** What the reasons are to be: sums over all incidents, by the definition of overlapping. */
    private static List<String> naive(List<Incident> all, long start, long end) {
        Map<String, Long> sums = new TreeMap<>();
        for (Incident incident : all) {
            if (incident.fromEventTime() < end && incident.toEventTime() >= start) {
                sums.merge(incident.kind().word() + ": " + incident.source(), incident.count(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> sum.getKey() + " (" + sum.getValue() + ")")
                .toList();
    }

    private static Map<String, byte @Nullable []> saved(Incidents incidents) {
        Map<String, byte @Nullable []> saved = new HashMap<>();
        incidents.save(saved::put);
        return saved;
    }

    private static void put(Map<String, byte[]> store, String source, byte @Nullable [] octets) {
        if (octets == null) {
            store.remove(source);
        } else {
            store.put(source, octets);
        }
    }
}
