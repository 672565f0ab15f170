package io.luxqoe.kpi.query.stores;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.window.WindowSpec;
import io.luxqoe.streams.routing.RunningStreams;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets queries read the running streams. */
@Configuration(proxyBeanMethods = false)
class StoresConfiguration {

    @Bean
    KpiReader kpiReader(RunningStreams streams, WindowSpec spec, List<Axis> axes, KpiCatalogue catalogue) {
        return new StoreReader(partition -> new RunningStores(streams.get(), partition), spec, axes, catalogue);
    }
}
