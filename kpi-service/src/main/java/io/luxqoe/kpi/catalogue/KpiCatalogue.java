package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.KpiValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The KPIs that are computed, in the order of their files. Immutable. */
public final class KpiCatalogue {

    private static final String SHIPPED = "kpi-catalogue.yml";

    private final List<Kpi> kpis;
    private final Map<String, Kpi> byId = new LinkedHashMap<>();
    private final Map<String, List<Kpi>> byFamily = new LinkedHashMap<>();

    private KpiCatalogue(List<Kpi> kpis) {
        this.kpis = List.copyOf(kpis);
        for (Kpi kpi : this.kpis) {
            byId.put(kpi.id(), kpi);
            byFamily.computeIfAbsent(kpi.family().id(), family -> new ArrayList<>())
                    .add(kpi);
        }
    }

    /** The catalogue that LUX ships. */
    public static KpiCatalogue standard() {
        try (InputStream shipped = KpiCatalogue.class.getResourceAsStream("/" + SHIPPED)) {
            if (shipped == null) {
                throw new IllegalStateException("no " + SHIPPED + " on the class path");
            }
            return read(Map.of(SHIPPED, shipped.readAllBytes()), MeasurementFamilies.all());
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " cannot be read", e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param files YAML by the name of its file, in the order in which the KPIs are listed
     * @param families what can be measured
     * @throws CatalogueException if a file or a KPI in it is wrong, or two have the same id; names all that is wrong
     */
    public static KpiCatalogue read(Map<String, byte[]> files, List<MeasurementFamily> families) {
        return new KpiCatalogue(new CatalogueReader(families).read(files));
    }

    /** All KPIs. */
    public List<Kpi> all() {
        return kpis;
    }

    /** The KPI of that id. */
    public Optional<Kpi> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The KPIs of a family. */
    public List<Kpi> ofFamily(String family) {
        return byFamily.getOrDefault(family, List.of());
    }

    /** Values of all KPIs of a family for what it measured. */
    public List<KpiValue> valuesOf(MeasurementFamily family, Measured measured) {
        List<Kpi> ofFamily = ofFamily(family.id());
        List<KpiValue> values = new ArrayList<>(ofFamily.size());
        for (Kpi kpi : ofFamily) {
            values.add(kpi.of(measured));
        }
        return values;
    }

    /** Values of all KPIs of a family for a tally of it. */
    public List<KpiValue> valuesOf(MeasurementFamily family, Tally tally) {
        return valuesOf(family, new MeasuredTally(tally));
    }
}
