package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthRecordTest {

    private final HealthRecord record = new HealthRecord("kpi-service", 0);

    @Test
    void aMissedAnswerIsNoFault() {
        assertThat(record.observe(false, 0, 1)).isFalse();
        assertThat(record.isUp()).isFalse();
        assertThat(record.observe(true, 0, 2)).isFalse();

        assertThat(record.isUp()).isTrue();
        assertThat(record.fault()).isNull();
    }

    @Test
    void tenSecondsOfSilenceAreAFaultThatStays() {
        record.observe(false, 0, 5);
        assertThat(record.observe(false, 0, 14)).isFalse();
        assertThat(record.observe(false, 0, 15)).isTrue();
        assertThat(record.observe(false, 0, 16)).isFalse();
        record.observe(true, 0, 17);

        assertThat(record.isUp()).isTrue();
        assertThat(record.fault()).isEqualTo("kpi-service did not say it was well for 10 s");
    }

    @Test
    void aRestartTakesItsTime() {
        assertThat(record.observe(false, 1, 5)).isFalse();
        assertThat(record.observe(false, 1, 60)).isFalse();
        record.observe(true, 1, 61);

        assertThat(record.fault()).isNull();
    }

    @Test
    void aRestartThatComesToNothingIsAFault() {
        record.observe(false, 1, 5);

        assertThat(record.observe(false, 1, 95)).isTrue();
        assertThat(record.fault()).isEqualTo("kpi-service was not up 90 s after its restart");
    }
}
