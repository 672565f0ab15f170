package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannedWorkTableTest {
    private static final String CELL = "208-20-1-1";
    private static final CellContext PLACE =
            new CellContext("site-1", "idf", "75", RadioTechnology.UNKNOWN, "v", "bts-1");

    private final PlannedWorkTable table = new PlannedWorkTable("planned-works");

    @BeforeEach
    void open() {
        table.content(table.empty());
    }

    @Test
    void aWorkCoversItsIntervalAndItsObjects() {
        table.put("w", work("w", 10, 20, "site-1"));

        assertThat(ids(CELL, PLACE, 9)).isEmpty();
        assertThat(ids(CELL, PLACE, 10)).containsExactly("w");
        assertThat(ids(CELL, PLACE, 19)).containsExactly("w");
        assertThat(ids(CELL, PLACE, 20)).isEmpty();
    }

    @Test
    void cellSiteEquipmentAndRegionAreLookedForAndAWorkIsNamedOnce() {
        table.put("d", work("d", 0, 10, CELL, "site-1", "idf"));
        table.put("c", work("c", 0, 10, "bts-1"));
        table.put("b", work("b", 0, 10, "idf"));
        table.put("a", work("a", 0, 10, "paca"));
        table.put("e", work("e", 0, 10, "bsc-1"));

        assertThat(ids(CELL, PLACE, 5)).containsExactly("b", "c", "d", "e");
    }

    @Test
    void ofAnUnknownCellOnlyItsOwnWorksAreFound() {
        table.put("a", work("a", 0, 10, CELL));
        table.put("b", work("b", 0, 10, "idf"));

        assertThat(table.inForce(CELL, null, List.of(), new Span(5)))
                .extracting(PlannedWorkContext::getWorkId)
                .containsExactly("a");
    }

    @Test
    void aChangedWorkLeavesTheObjectsItNoLongerNames() {
        table.put("a", work("a", 0, 10, CELL, "site-1"));
        table.put("a", work("a", 0, 10, "bts-2"));

        assertThat(ids(CELL, PLACE, 5)).isEmpty();
        assertThat(table.content().byObject()).containsOnlyKeys("bts-2");
        assertThat(table.size()).isEqualTo(1);
    }

    /** Against a scan of all works, over random additions, changes and removals. */
    @Test
    void agreesWithAScanOfAllWorks() {
        List<String> objects = List.of(CELL, "site-1", "bts-1", "idf", "paca", "site-2");
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, PlannedWorkTable.Entry> works = new TreeMap<>();
            open();
            for (int step = 0; step < 40; step++) {
                String id = "w" + random.nextInt(6);
                if (random.nextInt(4) == 0) {
                    works.remove(id);
                    table.remove(id);
                } else {
                    Set<String> concerned = new HashSet<>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        concerned.add(objects.get(random.nextInt(objects.size())));
                    }
                    long begin = random.nextInt(20);
                    PlannedWorkTable.Entry work =
                            work(id, begin, begin + random.nextInt(15) - 2, concerned.toArray(String[]::new));
                    works.put(id, work);
                    table.put(id, work);
                }
                long instant = random.nextInt(35);

                assertThat(ids(CELL, PLACE, instant))
                        .as("seed %d, instant %d of %s", seed, instant, works)
                        .isEqualTo(works.values().stream()
                                .filter(work -> work.begin() <= instant && instant < work.end())
                                .filter(work -> work.objects().stream()
                                        .anyMatch(Set.of(CELL, "site-1", "bts-1", "idf")::contains))
                                .map(work -> work.context().getWorkId())
                                .toList());
                assertThat(table.size()).isEqualTo(works.size());
            }
            Set.copyOf(works.keySet()).forEach(table::remove);
            assertThat(table.content().byObject()).isEmpty();
        }
    }

    private List<String> ids(String cellKey, CellContext place, long instant) {
        return table
                .inForce(cellKey, place, place == null ? List.of() : List.of("bts-1", "bsc-1"), new Span(instant))
                .stream()
                .map(PlannedWorkContext::getWorkId)
                .toList();
    }

    private static PlannedWorkTable.Entry work(String id, long begin, long end, String... objects) {
        return new PlannedWorkTable.Entry(begin, end, Set.of(objects), new PlannedWorkContext(id, null));
    }
}
