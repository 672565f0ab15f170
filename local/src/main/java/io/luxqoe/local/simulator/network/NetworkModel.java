package io.luxqoe.local.simulator.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated operator, PLMN 208-20. Immutable; the same seed gives the same operator. */
public final class NetworkModel {

    /** How often a caller is in the home region, of 100. */
    private static final int AT_HOME = 92;

    private final DataNetwork data = new DataNetwork();
    private final List<Exchange> exchanges;
    private final List<Region> regions;
    private final List<Site> sites;
    private final List<RadioCell> cells;
    private final List<RadioCell> fourthGeneration;
    private final List<Handset> handsets;
    private final List<Line> lines;
    private final List<PublicNumber> publicNumbers;
    private final NumberPlan numberPlan;
    private final WeightedChoice<RadioCell> busyness;
    private final Map<Region, List<Line>> linesByHome;

    private NetworkModel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        exchanges = Exchanges.all();
        regions = FrenchGeography.regions().stream()
                .map(FrenchGeography.RegionPlan::region)
                .toList();
        CellPlan cellPlan = new CellPlan(
                random.split(), exchanges.stream().collect(Collectors.toMap(Exchange::id, Function.identity())));
        sites = List.copyOf(cellPlan.sites());
        cells = List.copyOf(cellPlan.cells());
        fourthGeneration = List.copyOf(cellPlan.fourthGeneration());
        handsets = List.copyOf(Handsets.all());
        lines = List.copyOf(new Lines(random.split(), handsets, regions).all());
        linesByHome = Lines.byHome(lines);
        publicNumbers = PublicNumbers.all();
        numberPlan = new NumberPlan(publicNumbers);
        busyness = WeightedChoice.among(cells, RadioCell::trafficShare);
    }

    /** The operator of that seed. */
    public static NetworkModel of(long seed) {
        return new NetworkModel(seed);
    }

    /** The switching centres. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** Gateways, access points and what gathers the reports of video players. */
    public DataNetwork data() {
        return data;
    }

    /** All sources of raw records. */
    public List<Element> elements() {
        return Stream.of(exchanges, data.gateways(), data.collectors())
                .<Element>flatMap(List::stream)
                .toList();
    }

    /** The thirteen regions. */
    public List<Region> regions() {
        return regions;
    }

    public List<Site> sites() {
        return sites;
    }

    /** The cells that carry calls and data, one of which the reference does not list. */
    public List<RadioCell> cells() {
        return cells;
    }

    /** Cells that carry data alone. */
    public List<RadioCell> fourthGenerationCells() {
        return fourthGeneration;
    }

    public List<Handset> handsets() {
        return handsets;
    }

    /** Own subscriptions and inbound roamers. */
    public List<Line> lines() {
        return lines;
    }

    /** The numbers of the dialled-number reference. */
    public List<PublicNumber> publicNumbers() {
        return publicNumbers;
    }

    public NumberPlan numberPlan() {
        return numberPlan;
    }

    /** The cell that carries the most traffic. */
    public RadioCell hotCell() {
        return cells.stream()
                .filter(cell -> cell.trafficShare() >= CellPlan.HOT_SHARE)
                .findFirst()
                .orElseThrow();
    }

    /** The region of that name. */
    public Region region(String name) {
        return regions.stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No region " + name + " among " + Arrays.toString(regions.toArray())));
    }

    /** A cell, in proportion to the traffic. */
    public RadioCell someCell(RandomGenerator random) {
        return busyness.pick(random);
    }

    /** Another cell of the same site. */
    public RadioCell neighbour(RandomGenerator random, RadioCell cell) {
        List<RadioCell> others = cells.stream()
                .filter(other -> other.site().equals(cell.site()) && !other.equals(cell))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    /** A subscriber in that cell: mostly one who lives in its region. */
    public Line someLine(RandomGenerator random, RadioCell cell) {
        List<Line> locals = linesByHome.getOrDefault(cell.site().region(), List.of());
        List<Line> among = locals.isEmpty() || random.nextInt(100) >= AT_HOME ? lines : locals;
        return among.get(random.nextInt(among.size()));
    }
}
