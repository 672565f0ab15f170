package io.luxqoe.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class AlarmSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AlarmSettings.class)
    static class Settings {}

    @Test
    void whatIsNotSetHasADefault() {
        runner.run(context -> assertThat(context.getBean(AlarmSettings.class))
                .isEqualTo(new AlarmSettings(Duration.ofSeconds(1), Duration.ofDays(7), 1000, Duration.ofSeconds(10))));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "sweep-interval, 99ms, sweepInterval",
        "sweep-interval, 2h, sweepInterval",
        "forget-after, 59m, forgetAfter",
        "cleared-kept, -1, clearedKept",
        "cleared-kept, 100001, clearedKept",
        "write-timeout, 0s, writeTimeout",
    })
    void aValueOutOfRangeStopsTheStartAndIsNamed(String property, String value, String field) {
        runner.withPropertyValues("lux.alarm." + property + "=" + value).run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .hasMessageContaining("lux.alarm")
                .hasMessageContaining(field));
    }
}
