package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Gateway;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Technology;
import io.luxqoe.local.simulator.traffic.UsageRecord.Volume;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes packet sessions and their records, backwards from the instant at which the first record is closed. */
final class UsageFactory {

    private static final int IN_PARTS_PERCENT = 40;
    private static final int MOST_PARTS = 4;
    private static final int FOURTH_GENERATION_PERCENT = 30;
    private static final int UNLOCATED_PER_THOUSAND = 4;
    private static final int DROPPED_PER_THOUSAND = 25;
    private static final int LONGEST_SECONDS = 300;
    /** The gateway writes its record so long after it was closed, at most. */
    private static final int WRITTEN_WITHIN_MS = 400;

    private static final int[] RATING_GROUPS = {10, 20, 30};
    private static final double MEAN_DOWNLINK_OCTETS = 2_500_000;

    private final NetworkModel network;
    private final IncidentPlan plan;
    private final RandomGenerator random;
    private long chargingId;
    private long number;

    UsageFactory(NetworkModel network, IncidentPlan plan, RandomGenerator random) {
        this.network = network;
        this.plan = plan;
        this.random = random;
    }

    /** Who uses data, where and through what. */
    private record Session(Gateway gateway, Line line, RadioCell cell, String accessPoint, long chargingId) {}

    /** A session and its records, the first of which is closed at that instant. */
    List<Completed> session(Instant at) {
        RadioCell cell = someCell();
        Gateway gateway = network.data()
                .gateways()
                .get(random.nextInt(network.data().gateways().size()));
        Session session = new Session(
                gateway,
                network.someLine(random, cell),
                cell,
                network.data().accessPoints().pick(random),
                ++chargingId);
        int parts = random.nextInt(100) < IN_PARTS_PERCENT ? 2 + random.nextInt(MOST_PARTS - 1) : 1;
        List<Completed> records = new ArrayList<>(parts);
        Instant closed = at.truncatedTo(ChronoUnit.SECONDS);
        for (int part = 1; part <= parts; part++) {
            int seconds = 1 + random.nextInt(LONGEST_SECONDS);
            closed = part == 1 ? closed : closed.plusSeconds(seconds);
            int cause = part == parts ? end(cell, closed) : partial();
            UsageRecord written = record(session, parts == 1 ? 0 : part, closed, seconds, cause);
            Instant writtenAt = part == 1 ? at : closed.plusMillis(1000 + random.nextInt(WRITTEN_WITHIN_MS));
            records.add(new Completed(written, writtenAt));
        }
        return records;
    }

    private RadioCell someCell() {
        if (random.nextInt(100) < FOURTH_GENERATION_PERCENT) {
            List<RadioCell> cells = network.fourthGenerationCells();
            return cells.get(random.nextInt(cells.size()));
        }
        return network.someCell(random);
    }

    private int end(RadioCell cell, Instant at) {
        boolean dropped = plan.failure(cell, at) != null || random.nextInt(1000) < DROPPED_PER_THOUSAND;
        return dropped ? UsageRecord.ABNORMAL_RELEASE : UsageRecord.NORMAL_RELEASE;
    }

    private int partial() {
        return random.nextBoolean() ? UsageRecord.VOLUME_LIMIT : UsageRecord.TIME_LIMIT;
    }

    private UsageRecord record(Session session, int part, Instant closed, int seconds, int cause) {
        @Nullable RadioCell shown = random.nextInt(1000) < UNLOCATED_PER_THOUSAND ? null : session.cell();
        return new UsageRecord(
                session.gateway(),
                session.line(),
                shown,
                session.cell().technology(),
                session.accessPoint(),
                session.chargingId(),
                part,
                closed.minusSeconds(seconds),
                seconds,
                volumes(session.cell().technology()),
                cause,
                ++number);
    }

    private List<Volume> volumes(Technology technology) {
        double mean = MEAN_DOWNLINK_OCTETS * (technology == Technology.GERAN ? 0.05 : 1);
        int count = 1 + random.nextInt(RATING_GROUPS.length);
        List<Volume> volumes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long downlink = (long) (-mean / count * StrictMath.log(1 - random.nextDouble()));
            volumes.add(new Volume(RATING_GROUPS[i], downlink / 8 + random.nextInt(2_000), downlink));
        }
        return volumes;
    }
}
