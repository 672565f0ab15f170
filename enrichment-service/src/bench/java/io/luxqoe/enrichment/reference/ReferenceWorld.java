package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.AccessPointContext;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.SubscriberContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;

/**
 * Tables as large as an operator's: 100,000 cells under 20,000 base stations, 200 controllers and 20 exchanges, 200,000
 * TACs, 10,000 works, as many subscribers as asked for.
 */
public final class ReferenceWorld implements AutoCloseable {
    public static final int CELLS = 100_000;
    public static final int TACS = 200_000;
    public static final int WORKS = 10_000;
    public static final int CAUSES = 128;
    /** Now, for the works. */
    public static final long NOON = 1_795_000_000_000L;

    private static final long DAY = 86_400_000;
    private static final int STATIONS = 20_000;
    private static final int CONTROLLERS = 200;
    private static final int EXCHANGES = 20;
    private static final int REGIONS = 20;

    private final Changes places = new Changes();
    private final RevisionTable<CellContext> cells = new RevisionTable<>("cells", places);
    private final RevisionTable<EquipmentLink> equipment = new RevisionTable<>("equipment", places);
    private final RevisionTable<Known<CauseContext>> causes = new RevisionTable<>("causes");
    private final RevisionTable<Known<DeviceContext>> devices = new RevisionTable<>("devices");
    private final DialledNumberTable numbers = new DialledNumberTable("numbers");
    private final RevisionTable<Known<OperatorContext>> operators = new RevisionTable<>("operators");
    private final RevisionTable<Known<AccessPointContext>> accessPoints = new RevisionTable<>("access-points");
    private final RevisionTable<DataServiceContext> services = new RevisionTable<>("services");
    private final SubscriberTable subscribers;
    private final PlannedWorkTable works = new PlannedWorkTable("works", places);
    private final MockProcessorContext<Void, Void> context;

    /**
     * @param subscribed how many subscribers
     * @param cached how many of them at most on the heap
     */
    public ReferenceWorld(int subscribed, int cached) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        context = new MockProcessorContext<>(settings, new TaskId(0, 0), folder().toFile());
        subscribers = new SubscriberTable("subscribers", cached);
        open(subscribers);
        for (int i = 0; i < subscribed; i++) {
            subscribers.put(pseudonym(i), subscriber(i));
        }
    }

    /** Fills the other tables. */
    public ReferenceWorld fill() {
        fillPlaces();
        fillCatalogues();
        Random random = new Random(1);
        open(works);
        for (int i = 0; i < WORKS; i++) {
            long begin = NOON - 10 * DAY + (long) (random.nextDouble() * 20 * DAY);
            String object = i % 10 == 0
                    ? "bsc-" + random.nextInt(CONTROLLERS)
                    : i % 2 == 0 ? "site-" + random.nextInt(STATIONS) : cellKey(random.nextInt(CELLS));
            works.put(
                    "w-" + i,
                    new PlannedWorkTable.Entry(
                            begin, begin + DAY / 6, Set.of(object), new PlannedWorkContext("w-" + i, "no service")));
        }
        return this;
    }

    private void fillPlaces() {
        open(cells);
        open(equipment);
        for (int i = 0; i < CELLS; i++) {
            int station = i / (CELLS / STATIONS);
            cells.put(
                    cellKey(i),
                    always(new CellContext(
                            "site-" + station,
                            "region-" + station % REGIONS,
                            "department-" + station % 100,
                            RadioTechnology.values()[i % RadioTechnology.values().length],
                            "vendor-" + station % 3,
                            "bts-" + station)));
        }
        link("bts-", STATIONS, "bsc-", CONTROLLERS);
        link("bsc-", CONTROLLERS, "msc-", EXCHANGES);
        for (int i = 0; i < EXCHANGES; i++) {
            equipment.put("msc-" + i, always(new EquipmentLink(null)));
        }
    }

    private void link(String names, int count, String parents, int above) {
        for (int i = 0; i < count; i++) {
            equipment.put(names + i, always(new EquipmentLink(parents + i % above)));
        }
    }

    private void fillCatalogues() {
        open(devices);
        for (int i = 0; i < TACS; i++) {
            devices.put(tac(i), always(Known.of(new DeviceContext("maker-" + i % 500, "model-" + i))));
        }
        open(causes);
        for (int i = 0; i < CAUSES; i++) {
            causes.put("Q850:" + i, always(Known.of(new CauseContext(CauseClass.USER, Responsibility.USER))));
        }
        open(numbers);
        for (int i = 0; i < 1_000; i++) {
            String digits = Integer.toString(i);
            Known<DialledNumberContext> number =
                    Known.of(new DialledNumberContext(NumberClass.SERVICE, null, "number " + i));
            numbers.put(digits, always(new DialledNumberTable.Entry(true, number)));
        }
        open(operators);
        for (int i = 0; i < 1_000; i++) {
            operators.put(
                    "208-" + i,
                    always(Known.of(new OperatorContext("operator-" + i, "FR", OperatorRelation.ROAMING_PARTNER))));
        }
        open(accessPoints);
        open(services);
        for (int i = 0; i < 200; i++) {
            accessPoints.put("apn-" + i, always(Known.of(new AccessPointContext("internet", null))));
            services.put(Integer.toString(i), always(new DataServiceContext((long) i, "service-" + i, "video")));
        }
    }

    /** The tables. */
    public References references() {
        return new References(
                cells,
                equipment,
                causes,
                devices,
                numbers,
                operators,
                accessPoints,
                services,
                subscribers,
                works,
                places);
    }

    /** What the subscriber's record is kept as. */
    static Revision<SubscriberContext> subscriber(int i) {
        return new Revision<>(
                NOON - 1_000L * i,
                Long.MAX_VALUE,
                new SubscriberContext(
                        "segment-" + i % 8, i % 4 == 0 ? "a-" + i % 5_000 : null, "region-" + i % REGIONS),
                null);
    }

    /** 22 characters, as the decoder writes them. */
    public static String pseudonym(int i) {
        Random random = new Random(i);
        StringBuilder text = new StringBuilder(22);
        for (int at = 0; at < 22; at++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    public static String cellKey(int i) {
        return "208-20-" + i / 100 + "-" + i;
    }

    public static String tac(int i) {
        return Integer.toString(35_000_000 + i);
    }

    /** Opens a table of this world. */
    void open(GlobalTable<?, ?> table) {
        table.init(context.getStateStoreContext(), table);
    }

    private static <C> Revision<C> always(C context) {
        return new Revision<>(Long.MIN_VALUE, Long.MAX_VALUE, context, null);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lux-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        subscribers.close();
    }
}
