package io.luxqoe.local.simulator.network;

import io.luxqoe.local.simulator.network.FrenchGeography.RegionPlan;
import io.luxqoe.local.simulator.network.FrenchGeography.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Puts three cells on every site and shares the traffic out among them. */
final class CellPlan {

    /** Share of the whole traffic that the hot cell carries: enough calls a minute for an alarm on one cell. */
    static final double HOT_SHARE = 0.05;

    private static final double UNLISTED_SHARE = 0.003;
    private static final int SECTORS = 3;

    private final RandomGenerator random;
    private final Map<String, Exchange> exchanges;
    private final List<Site> sites = new ArrayList<>();
    private final List<RadioCell> cells = new ArrayList<>();
    private final List<RadioCell> fourthGeneration = new ArrayList<>();

    CellPlan(RandomGenerator random, Map<String, Exchange> exchanges) {
        this.random = random;
        this.exchanges = exchanges;
        List<RegionPlan> regions = FrenchGeography.regions();
        for (int i = 0; i < regions.size(); i++) {
            addRegion(regions.get(i), 4000 + 100 * i);
        }
    }

    List<Site> sites() {
        return sites;
    }

    /** Cells that carry calls and messages. */
    List<RadioCell> cells() {
        return cells;
    }

    /** 4G cells, which carry data alone. */
    List<RadioCell> fourthGeneration() {
        return fourthGeneration;
    }

    private void addRegion(RegionPlan plan, int firstAreaCode) {
        List<Site> added = new ArrayList<>();
        for (int i = 0; i < plan.towns().size(); i++) {
            Town town = plan.towns().get(i);
            Exchange exchange =
                    exchanges.get(plan.exchanges().get(i % plan.exchanges().size()));
            if (exchange == null) {
                throw new IllegalStateException("No exchange for " + town.name());
            }
            added.add(new Site(
                    town.name(), plan.region(), town.department(), town.latitude(), town.longitude(), exchange));
        }
        sites.addAll(added);
        addCells(added, plan.region().trafficShare(), firstAreaCode);
        fourthGeneration.add(new RadioCell(
                added.get(0),
                added.get(0).id() + "-L1",
                Technology.E_UTRAN,
                firstAreaCode + 50,
                (100_000 + sites.size()) << 8 | 1,
                0,
                true));
    }

    private void addCells(List<Site> regional, double regionShare, int firstAreaCode) {
        int hot = hotCell(regional);
        double forOrdinaryCells = hot < 0 ? regionShare : regionShare - HOT_SHARE;
        double[] weights = weights(regional.size() * SECTORS, hot);
        for (int i = 0; i < weights.length; i++) {
            Site site = regional.get(i / SECTORS);
            int sector = i % SECTORS + 1;
            int areaCode = firstAreaCode + i / SECTORS / 2;
            double share = i == hot ? HOT_SHARE : weights[i] * forOrdinaryCells;
            cells.add(cell(site, sector, areaCode, share, true));
            if (sector == 1 && site.id().equals(FrenchGeography.UNLISTED_TOWN)) {
                cells.add(cell(site, SECTORS + 1, areaCode, UNLISTED_SHARE, false));
            }
        }
    }

    /** Where among a region's cells the hot one is; -1 where it is in another region. */
    private static int hotCell(List<Site> regional) {
        for (int i = 0; i < regional.size(); i++) {
            if (regional.get(i).id().equals(FrenchGeography.HOT_TOWN)) {
                return i * SECTORS;
            }
        }
        return -1;
    }

    private RadioCell cell(Site site, int sector, int areaCode, double share, boolean listed) {
        Technology technology = sector == SECTORS ? Technology.GERAN : Technology.UTRAN;
        int cellId = 20_000 + 10 * sites.indexOf(site) + sector;
        return new RadioCell(site, site.id() + "-" + sector, technology, areaCode, cellId, share, listed);
    }

    /** Uneven weights that sum to 1, none for the cell left out. */
    private double[] weights(int count, int leftOut) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = i == leftOut ? 0 : 0.5 + random.nextDouble();
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
