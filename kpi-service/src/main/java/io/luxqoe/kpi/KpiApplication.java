package io.luxqoe.kpi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Windows, indicators and queries. */
@SpringBootApplication
public class KpiApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(KpiApplication.class, arguments);
    }
}
