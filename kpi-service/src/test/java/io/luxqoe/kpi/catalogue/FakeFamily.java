package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.Contribution;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.Measurement.Kind;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.EnrichedEvent;
import java.util.List;

/** A family {@code shop} with two measurements of each kind, that measures nothing. */
final class FakeFamily implements MeasurementFamily {

    static final MeasurementFamily SHOP = new FakeFamily();

    @Override
    public String id() {
        return "shop";
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                new Measurement("visits", Kind.SUM, "1"),
                new Measurement("waitMs", Kind.DISTRIBUTION, "its wait"),
                new Measurement("visitors", Kind.DISTINCT, "its visitor"),
                new Measurement("sales", Kind.SUM, "1 if it bought"),
                new Measurement("priceCents", Kind.DISTRIBUTION, "its price"),
                new Measurement("buyers", Kind.DISTINCT, "its visitor if it bought"));
    }

    @Override
    public void measure(EnrichedEvent event, Contribution contribution) {
        contribution.count(0);
    }
}
