package io.luxqoe.enrichment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Joins events with the reference tables: {@code lux.event.decoded.v1} to {@code lux.event.enriched.v1}. */
@SpringBootApplication
public class EnrichmentApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EnrichmentApplication.class, arguments);
    }
}
