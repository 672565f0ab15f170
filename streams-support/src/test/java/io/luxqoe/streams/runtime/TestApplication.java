package io.luxqoe.streams.runtime;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/** A service with no topology of its own; it reads {@code overriding/application.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableKafkaStreams
class TestApplication {

    static ConfigurableApplicationContext run(String... arguments) {
        return run(TestApplication.class, arguments);
    }

    static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=classpath:/overriding/")
                .run(arguments);
    }
}
