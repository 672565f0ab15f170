package io.luxqoe.streams.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The opinions about structure that every module holds, each with its reason. */
public final class ArchitectureRules {

    private static final String SPRING = "org.springframework..";
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final List<String> SERVICES =
            List.of("io.luxqoe.decoder", "io.luxqoe.enrichment", "io.luxqoe.kpi", "io.luxqoe.alarm");
    private static final Set<String> CLOCK_SOURCES = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final Set<String> CLOCK_READINGS =
            Set.of("java.lang.System.currentTimeMillis", "java.util.Calendar.getInstance");

    /** A topology, or a processor of Kafka Streams. */
    private static final DescribedPredicate<JavaClass> TOPOLOGY_OR_PROCESSOR = DescribedPredicate.describe(
            "are topologies or processors",
            type -> type.getSimpleName().endsWith("Topology")
                    || type.isAssignableTo("org.apache.kafka.streams.processor.api.Processor")
                    || type.isAssignableTo("org.apache.kafka.streams.processor.api.FixedKeyProcessor"));

    public static final ArchRule TOPOLOGIES_KNOW_NO_SPRING = noClasses()
            .that(TOPOLOGY_OR_PROCESSOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SPRING)
            .because("a topology must run under a TopologyTestDriver as it runs in the service")
            .allowEmptyShould(true);

    public static final ArchRule NO_SYSTEM_CLOCK = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "reads the system's clock outside a @Configuration class", ArchitectureRules::readsTheClock))
            .because("time comes from records, the processor context or an injected clock, so that a replay gives the"
                    + " same result")
            .allowEmptyShould(true);

    public static final ArchRule NO_CYCLES = slices().matching("(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle cannot be understood, tested or moved one by one")
            .allowEmptyShould(true);

    public static final ArchRule ONE_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("all logs go through SLF4J, where their level and form are configured")
            .allowEmptyShould(true);

    public static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "prints a stack trace", call -> call.getName().equals("printStackTrace")))
            .because("what a service prints past its log is lost")
            .allowEmptyShould(true);

    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .because("a constructor shows what a class needs, and settings are validated records")
            .allowEmptyShould(true);

    public static final ArchRule PACKAGES_BY_FEATURE = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..model..", "..impl..", "..helper..")
            .because("a package is named for what it does, and not for what kind of class it gathers")
            .allowEmptyShould(true);

    private static final List<ArchRule> ALL = List.of(
            PACKAGES_BY_FEATURE,
            TOPOLOGIES_KNOW_NO_SPRING,
            NO_SYSTEM_CLOCK,
            NO_CYCLES,
            ONE_LOGGING,
            NO_STANDARD_STREAMS,
            NO_FIELD_INJECTION);

    private ArchitectureRules() {}

    /** Checks every rule over the production classes of {@code rootPackage}, such as {@code io.luxqoe.decoder}. */
    public static void checkAll(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        if (classes.isEmpty()) {
            throw new AssertionError("There is no production class in " + rootPackage);
        }
        ALL.forEach(rule -> rule.check(classes));
        noOtherServiceThan(rootPackage).check(classes);
    }

    /** The rule that the classes of one service, whose package is {@code rootPackage}, know no other. */
    public static ArchRule noOtherServiceThan(String rootPackage) {
        String[] others = SERVICES.stream()
                .filter(service -> !(rootPackage + ".").startsWith(service + "."))
                .map(service -> service + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("what services share is a topic and its schema");
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (target instanceof AccessTarget.ConstructorCallTarget constructor) {
            return owner.equals("java.util.Date")
                    && constructor.getRawParameterTypes().isEmpty();
        }
        if (CLOCK_SOURCES.contains(owner)) {
            boolean system =
                    target.getName().startsWith("system") || target.getName().startsWith("tick");
            return system && !access.getOriginOwner().isMetaAnnotatedWith(CONFIGURATION);
        }
        boolean javaTimeNow = owner.startsWith("java.time.") && target.getName().equals("now");
        return javaTimeNow || CLOCK_READINGS.contains(owner + "." + target.getName());
    }
}
