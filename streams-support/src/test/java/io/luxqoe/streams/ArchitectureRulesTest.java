package io.luxqoe.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {

    @Test
    void thisModuleKeepsThem() {
        assertThatNoException().isThrownBy(() -> ArchitectureRules.checkAll("io.luxqoe.streams"));
    }

    @Test
    void aPackageWithoutClassesIsNoPass() {
        assertThatThrownBy(() -> ArchitectureRules.checkAll("io.luxqoe.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.luxqoe.nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Milliseconds", "Moment", "Reference", "Day", "OldDate", "SystemClock", "SystemSource"})
    void theSystemsClockIsNotRead(String name) throws Exception {
        assertBroken(ArchitectureRules.NO_SYSTEM_CLOCK, "example.architecture.clock.Readings$" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allowed", "Injected"})
    void aClockMayBeGiven(String name) throws Exception {
        assertThat(evaluated(ArchitectureRules.NO_SYSTEM_CLOCK, "example.architecture.clock.Readings$" + name)
                        .hasViolation())
                .isFalse();
    }

    @Test
    void topologiesAndProcessorsKnowNoSpring() throws Exception {
        assertBroken(ArchitectureRules.TOPOLOGIES_KNOW_NO_SPRING, "example.architecture.spring.SpringTopology");
        assertBroken(ArchitectureRules.TOPOLOGIES_KNOW_NO_SPRING, "example.architecture.spring.SpringProcessor");
    }

    @Test
    void packagesFormNoCycle() throws Exception {
        assertBroken(
                ArchitectureRules.NO_CYCLES,
                "example.architecture.cycle.one.One",
                "example.architecture.cycle.two.Two");
    }

    @Test
    void nothingGoesPastTheLog() throws Exception {
        assertBroken(ArchitectureRules.NO_STANDARD_STREAMS, "example.architecture.output.Output$Printing");
        assertBroken(ArchitectureRules.NO_STANDARD_STREAMS, "example.architecture.output.Output$Tracing");
        assertBroken(ArchitectureRules.ONE_LOGGING, "example.architecture.output.Output$OtherLog");
    }

    @Test
    void fieldsAreNotInjected() throws Exception {
        assertBroken(ArchitectureRules.NO_FIELD_INJECTION, "example.architecture.injection.Injected");
    }

    @Test
    void packagesAreNamedForFeatures() throws Exception {
        assertBroken(ArchitectureRules.PACKAGES_BY_FEATURE, "example.architecture.util.Things");
    }

    @Test
    void noServiceKnowsAnother() throws Exception {
        assertBroken(ArchitectureRules.noOtherServiceThan("io.luxqoe.kpi"), "io.luxqoe.kpi.fixture.OfIndicators");
        assertThat(evaluated(
                                ArchitectureRules.noOtherServiceThan("io.luxqoe.alarm"),
                                "io.luxqoe.alarm.fixture.OfAlarms")
                        .hasViolation())
                .isFalse();
    }

    private static void assertBroken(ArchRule rule, String... classes) throws Exception {
        assertThat(evaluated(rule, classes).hasViolation()).isTrue();
    }

    private static EvaluationResult evaluated(ArchRule rule, String... names) throws Exception {
        Class<?>[] types = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            types[i] = Class.forName(names[i]);
        }
        JavaClasses classes = new ClassFileImporter().importClasses(types);
        return rule.evaluate(classes);
    }
}
