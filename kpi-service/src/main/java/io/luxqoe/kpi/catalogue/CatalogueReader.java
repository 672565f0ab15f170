package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the KPIs of YAML files, all of them before it complains, so that a file is put right in one go. */
final class CatalogueReader {

    private static final int MOST_KPIS = 1_000;
    private static final String ROOT = "kpis";
    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    private final List<MeasurementFamily> families;
    private final Map<String, Kpi> kpis = new LinkedHashMap<>();
    private final Map<String, String> fileOf = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    CatalogueReader(List<MeasurementFamily> families) {
        this.families = families;
    }

    /**
     * Reads files.
     *
     * @param files YAML by file name
     * @throws CatalogueException if anything is wrong
     */
    List<Kpi> read(Map<String, byte[]> files) {
        files.forEach(this::read);
        if (!errors.isEmpty()) {
            throw new CatalogueException(errors);
        }
        return List.copyOf(kpis.values());
    }

    private void read(String file, byte[] yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            errors.add(file + ": " + e.getOriginalMessage() + position(e));
            return;
        }
        JsonNode entries = root.path(ROOT);
        if (!root.isObject() || root.size() != 1 || !entries.isArray()) {
            errors.add(file + ": the file is a list of KPIs under '" + ROOT + ":', and has nothing else");
            return;
        }
        if (entries.size() > MOST_KPIS) {
            errors.add(file + ": a file has at most " + MOST_KPIS + " KPIs");
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            read(file, i, entries.get(i));
        }
    }

    private void read(String file, int index, JsonNode entry) {
        String id = entry.path("id").isString() ? entry.path("id").stringValue() : "number " + (index + 1);
        if (!entry.isObject()) {
            errors.add(file + ": KPI " + id + ": it is no KPI with fields");
            return;
        }
        try {
            Kpi kpi = new KpiEntry(entry, families).toKpi();
            if (kpis.putIfAbsent(kpi.id(), kpi) != null) {
                throw new KpiEntry.FieldException("id", "it is defined in " + fileOf.get(kpi.id()) + " already");
            }
            fileOf.put(kpi.id(), file);
        } catch (KpiEntry.FieldException e) {
            errors.add(file + ": KPI " + id + ": " + e.getMessage());
        }
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
