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

    /** 4G cells, which are in the reference only. */
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
        double forOrdinaryCells = plan.region().trafficShare();
        for (Site site : added) {
            if (site.id().equals(FrenchGeography.HOT_TOWN)) {
                forOrdinaryCells -= HOT_SHARE;
            }
        }
        double[] weights = weights(added.size() * SECTORS);
        for (int i = 0; i < weights.length; i++) {
            Site site = added.get(i / SECTORS);
            int sector = i % SECTORS + 1;
            int areaCode = firstAreaCode + i / SECTORS / 2;
            boolean hot = sector == 1 && site.id().equals(FrenchGeography.HOT_TOWN);
            double share = hot ? HOT_SHARE : weights[i] * forOrdinaryCells;
            cells.add(cell(site, sector, areaCode, share, true));
            if (sector == 1 && site.id().equals(FrenchGeography.UNLISTED_TOWN)) {
                cells.add(cell(site, 4, areaCode, UNLISTED_SHARE, false));
            }
        }
        fourthGeneration.add(new RadioCell(
                added.get(0),
                added.get(0).id() + "-L1",
                Technology.E_UTRAN,
                firstAreaCode + 50,
                (100_000 + sites.size()) << 8 | 1,
                0,
                true));
    }

    private RadioCell cell(Site site, int sector, int areaCode, double share, boolean listed) {
        Technology technology = sector == SECTORS ? Technology.GERAN : Technology.UTRAN;
        int cellId = 20_000 + 10 * sites.indexOf(site) + sector;
        return new RadioCell(site, site.id() + "-" + sector, technology, areaCode, cellId, share, listed);
    }

    /** Uneven weights that sum to 1. */
    private double[] weights(int count) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = 0.5 + random.nextDouble();
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
