package io.luxqoe.alarm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Alarms from KPI windows: {@code lux.kpi.computed.v1} to {@code lux.alarm.changed.v1}. */
@SpringBootApplication
public class AlarmApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(AlarmApplication.class, arguments);
    }
}
