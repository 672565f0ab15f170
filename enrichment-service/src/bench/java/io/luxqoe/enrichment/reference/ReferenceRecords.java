package io.luxqoe.enrichment.reference;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.schemas.topic.LuxTopic;
import java.time.Instant;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** The tables of {@link ReferenceWorld} as the records that they are loaded from. */
public final class ReferenceRecords {
    private static final int STATIONS = ReferenceWorld.CELLS / 5;
    private static final int CONTROLLERS = 200;
    private static final int REGIONS = 20;

    /** Where the records go. */
    @FunctionalInterface
    public interface Target {
        void put(LuxTopic topic, String key, SpecificRecord record);
    }

    private final Target target;

    public ReferenceRecords(Target target) {
        this.target = target;
    }

    /** All tables but the subscribers. */
    public void tables() {
        places();
        works();
        for (int i = 0; i < ReferenceWorld.TACS; i++) {
            String tac = ReferenceWorld.tac(i);
            target.put(
                    LuxTopic.REFERENCE_DEVICE_TYPE,
                    tac,
                    TestRecords.device()
                            .setTac(tac)
                            .setManufacturer("maker-" + i % 500)
                            .setModel("model-" + i)
                            .build());
        }
        for (int i = 0; i < ReferenceWorld.CAUSES; i++) {
            target.put(
                    LuxTopic.REFERENCE_CAUSE,
                    "Q850:" + i,
                    TestRecords.cause().setCode(i).build());
        }
        for (int i = 0; i < 1_000; i++) {
            String digits = Integer.toString(i);
            target.put(
                    LuxTopic.REFERENCE_DIALLED_NUMBER,
                    digits,
                    TestRecords.number(digits).build());
        }
        target.put(
                LuxTopic.REFERENCE_OPERATOR,
                TestRecords.HOME,
                TestRecords.operator().build());
        target.put(
                LuxTopic.REFERENCE_SOURCE,
                TestRecords.SOURCE,
                TestRecords.source().build());
    }

    private void places() {
        for (int i = 0; i < ReferenceWorld.CELLS; i++) {
            int station = i / (ReferenceWorld.CELLS / STATIONS);
            target.put(
                    LuxTopic.REFERENCE_CELL,
                    ReferenceWorld.cellKey(i),
                    TestRecords.cell()
                            .setCellKey(ReferenceWorld.cellKey(i))
                            .setSite("site-" + station)
                            .setRegion("region-" + station % REGIONS)
                            .setDepartment("department-" + station % 100)
                            .setEquipment("bts-" + station)
                            .build());
        }
        for (int i = 0; i < STATIONS; i++) {
            equipment("bts-" + i, "bsc-" + i % CONTROLLERS);
        }
        for (int i = 0; i < CONTROLLERS; i++) {
            equipment("bsc-" + i, "msc-1");
        }
        target.put(
                LuxTopic.REFERENCE_EQUIPMENT,
                "msc-1",
                TestRecords.equipment("msc-1", null).build());
    }

    private void equipment(String id, String parent) {
        target.put(
                LuxTopic.REFERENCE_EQUIPMENT,
                id,
                TestRecords.equipment(id, parent).build());
    }

    /** Of ten works five concern a cell, four a site and one a controller. */
    private void works() {
        Random random = new Random(1);
        for (int i = 0; i < ReferenceWorld.WORKS; i++) {
            String object = i % 10 == 0
                    ? "bsc-" + random.nextInt(CONTROLLERS)
                    : i % 2 == 0
                            ? "site-" + random.nextInt(STATIONS)
                            : ReferenceWorld.cellKey(random.nextInt(ReferenceWorld.CELLS));
            Instant begin = Instant.ofEpochMilli(ReferenceWorld.NOON)
                    .minusSeconds(10 * 86_400)
                    .plusSeconds(random.nextInt(20 * 86_400));
            target.put(
                    LuxTopic.REFERENCE_PLANNED_WORK,
                    "w-" + i,
                    TestRecords.work("w-" + i, object)
                            .setBegin(begin)
                            .setEnd(begin.plusSeconds(4 * 3_600))
                            .build());
        }
    }

    /** So many subscribers. */
    public void subscribers(int count) {
        for (int i = 0; i < count; i++) {
            String pseudonym = ReferenceWorld.pseudonym(i);
            target.put(
                    LuxTopic.REFERENCE_SUBSCRIBER,
                    pseudonym,
                    TestRecords.subscriber()
                            .setPseudonym(pseudonym)
                            .setSegment("segment-" + i % 8)
                            .setAgreement(i % 4 == 0 ? "a-" + i % 5_000 : null)
                            .setHomeRegion("region-" + i % REGIONS)
                            .build());
        }
    }
}
