package io.luxqoe.streams.avro;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro instantiate the classes that it generated itself.
 *
 * <p>Avro loads the class that a schema names only if it is on a process-wide list, empty at first, since a schema may
 * come from anywhere. Generated records, enums and fixed are data and nothing else, whoever names them.
 */
final class TrustedClasses {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), GenericContainer.class::isAssignableFrom));
    }

    private TrustedClasses() {}

    /** Adds the generated classes to Avro's list, once in a process. */
    static void install() {
        // the work is done as this class is initialised
    }
}
