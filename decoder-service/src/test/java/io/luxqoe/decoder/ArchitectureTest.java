package io.luxqoe.decoder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        ArchitectureRules.checkAll("io.luxqoe.decoder");
    }

    @Test
    void onlyPseudonymsNamesTheSubscriberOfAnEvent() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..identity..")
                .should()
                .callMethod(NetworkEvent.class, "setSubscriber", String.class)
                .because("while keys overlap each subscriber is named under both: Pseudonyms.nameByImsi, nameByMsisdn")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.luxqoe.decoder"));
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
                        "..ps..",
                        "..chf..",
                        "..huawei..",
                        "..ims..",
                        "..cmcd..",
                        "..usage..",
                        "..text..",
                        "..number..",
                        "..identity..",
                        "..digits..",
                        "..cache..",
                        "..format..",
                        "..inspect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework..", "io.luxqoe.streams..")
                .because("octets are decoded on the command line as in the service")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.luxqoe.decoder"));
    }
}
