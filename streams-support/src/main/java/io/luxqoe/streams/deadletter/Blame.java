package io.luxqoe.streams.deadletter;

import io.luxqoe.streams.avro.RegistryRefusedException;
import io.luxqoe.streams.avro.RegistryUnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;

/** Tells a record that cannot be processed, whoever tries and whenever, from a system that cannot process now. */
final class Blame {

    private static final String OURS = "io.luxqoe.";

    private Blame() {}

    /**
     * Whether the record itself is the cause, so that trying again would fail again.
     *
     * <p>A registry, a broker, a transaction or a state store that fails is to blame in its own right: everything that
     * Kafka throws, but for what it and the serdes throw of octets and types.
     */
    static boolean liesWithTheRecord(Throwable failure) {
        return causes(failure).stream().noneMatch(Blame::isOfTheSystem);
    }

    private static boolean isOfTheSystem(Throwable cause) {
        if (cause instanceof RegistryUnavailableException || cause instanceof RegistryRefusedException) {
            return true;
        }
        // a plain StreamsException wraps what a processor threw; its subclasses are stores, tasks and fencing
        boolean wrapper = cause.getClass() == StreamsException.class && cause.getCause() != null;
        return cause instanceof KafkaException && !(cause instanceof SerializationException) && !wrapper;
    }

    /**
     * A stable word for the kind of failure: the name of our own exception in kebab-case, such as {@code
     * unknown-schema}, else {@code otherwise}.
     */
    static String errorClass(Throwable failure, String otherwise) {
        for (Throwable cause : causes(failure)) {
            if (cause.getClass().getName().startsWith(OURS)) {
                String name = cause.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
                return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            }
        }
        return otherwise;
    }

    /**
     * A sentence on the failure. The messages of our own exceptions hold no payload and are quoted; of others only the
     * class and the place are told, since {@code NumberFormatException} and its like quote what they were given.
     */
    static String errorMessage(Throwable failure, String node) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause.getClass().getName().startsWith(OURS) && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        Throwable root = causes.get(causes.size() - 1);
        return root.getClass().getName() + place(root) + " in the node " + node;
    }

    private static String place(Throwable root) {
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                return " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
