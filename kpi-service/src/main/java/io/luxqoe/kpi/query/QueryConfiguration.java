package io.luxqoe.kpi.query;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.window.Stage;
import io.luxqoe.streams.routing.QueryRouter;
import io.luxqoe.streams.routing.Routing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the queries together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
class QueryConfiguration {

    /** All stores of a partition lie together. */
    @Bean
    QueryRouter queryRouter(Routing routing) {
        return routing.ofStore(Stage.KEYS.openWindows());
    }

    @Bean
    Description description() {
        return new Description();
    }
}
