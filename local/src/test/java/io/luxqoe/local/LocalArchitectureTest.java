package io.luxqoe.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class LocalArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.luxqoe.local");

    @Test
    void packagesFormNoCycles() {
        ArchitectureRules.NO_CYCLES.check(classes);
    }

    @Test
    void onlyTheCommandLineReadsTheClockOfTheSystem() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.luxqoe.local.cli.Lux")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("reads the system's clock", LocalArchitectureTest::readsTheClock))
                .because("a test brings its own time")
                .check(classes);
    }

    @Test
    void theSimulatedNetworkIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("io.luxqoe.local.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.springframework..", "io.luxqoe.streams..", "io.luxqoe.decoder..")
                .because("an oracle that shares code with what it judges proves nothing")
                .check(classes);
    }

    @Test
    void theRuntimeKnowsNoTraffic() {
        noClasses()
                .that()
                .resideInAnyPackage("io.luxqoe.local.process..", "io.luxqoe.local.count..", "io.luxqoe.local.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.luxqoe.local.simulator..", "io.luxqoe.local.cli..", "io.luxqoe.decoder..")
                .because("the same system runs under tests, benchmarks and whatever traffic comes")
                .check(classes);
    }

    @Test
    void theLeashStandsAlone() {
        noClasses()
                .that()
                .haveFullyQualifiedName("io.luxqoe.local.process.Leash")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.luxqoe..", "org..", "com..")
                .because("its jar holds this class alone")
                .check(classes);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean javaTime = owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
        return javaTime || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }
}
