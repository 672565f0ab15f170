package io.luxqoe.decoder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        ArchitectureRules.checkAll("io.luxqoe.decoder");
    }

    @Test
    void theDecodersKnowNothingOfKafkaOrSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..raw..",
                        "..record..",
                        "..charging..",
                        "..ber..",
                        "..cdr..",
                        "..file..",
                        "..cs..",
                        "..number..",
                        "..identity..",
                        "..digits..",
                        "..cache..",
                        "..format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework..", "io.luxqoe.streams..")
                .because("octets are decoded on the command line as in the service")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.luxqoe.decoder"));
    }
}
