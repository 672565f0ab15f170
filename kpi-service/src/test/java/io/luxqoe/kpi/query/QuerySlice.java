package io.luxqoe.kpi.query;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.read.MemoryReader;
import io.luxqoe.kpi.query.stream.MemoryStreams;
import io.luxqoe.kpi.window.KpiHarness;
import io.luxqoe.streams.routing.QueryRouter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The web part of the service with every part of the queries, over a {@link MemoryReader} and a clock that stands. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.luxqoe\\.kpi\\.query\\.[a-z]+\\..*"),
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
@Import({QuerySlice.Parts.class, MemoryStreams.class})
@TestPropertySource(properties = "lux.kpi.query.max-windows=2000")
public @interface QuerySlice {

    /** Noon, when the clock stands. */
    String NOON = "2026-11-20T12:00:00Z";

    /** What the service has beside its queries. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(QuerySettings.class)
    class Parts {

        @Bean
        MemoryReader reader() {
            return new MemoryReader();
        }

        @Bean
        QueryRouter router() {
            return QueryRouter.alone();
        }

        @Bean
        MutableClock clock() {
            return new MutableClock(Instant.parse(NOON));
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        KpiCatalogue catalogue() {
            return KpiCatalogue.standard();
        }

        @Bean
        List<Axis> axes() {
            return KpiHarness.AXES;
        }
    }
}
