package io.luxqoe.local.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SimulatorArchitectureTest {

    private static final String SIMULATOR = "io.luxqoe.local.simulator";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SIMULATOR);

    @Test
    void sharesNoCodeWithTheServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.luxqoe.decoder..",
                        "io.luxqoe.enrichment..",
                        "io.luxqoe.kpi..",
                        "io.luxqoe.alarm..",
                        "io.luxqoe.streams..")
                .because("a truth that shares code with what it judges repeats its mistakes")
                .check(classes);
    }

    @Test
    void knowsNeitherKafkaNorSpringNorTheRestOfTheModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.luxqoe.local.cli..", "io.luxqoe.local.runtime..", "io.luxqoe.local.process..")
                .because("the simulator gives octets and a truth; who sends them where is another's concern")
                .check(classes);
    }

    @Test
    void onlyReferencesAndRulesAreAvro() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SIMULATOR + ".reference..", SIMULATOR + ".alarm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.luxqoe.schemas..", "org.apache.avro..")
                .because("network, traffic, octets and truth follow the standards and not LUX's own records")
                .check(classes);
    }

    @Test
    void readsNoSystemClockAndDrawsNothingUnseeded() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("the same seed must give the same octets")
                .check(classes);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(SIMULATOR + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle cannot be understood one by one")
                .check(classes);
    }
}
