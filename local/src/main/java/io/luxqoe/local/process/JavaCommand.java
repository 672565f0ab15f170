package io.luxqoe.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a Java process on a {@linkplain Leash leash}.
 *
 * <p>A shell starts it, only to ignore the two signals that a terminal sends to every process in it: on Ctrl-C the
 * parent decides what stops when. The JVM keeps a signal ignored that it was started with ignored.
 */
public final class JavaCommand {

    /** System property that tells the processes of one data folder from all others. */
    static final String OWNER_PROPERTY = "lux.data";

    private final Path java;
    private final Path leash;
    private final Path owner;
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

    /**
     * @param java the {@code java} program
     * @param leash jar or folder with {@link Leash}
     * @param owner the data folder that the process belongs to, absolute
     */
    public JavaCommand(Path java, Path leash, Path owner) {
        this.java = java;
        this.leash = leash;
        this.owner = owner;
    }

    /** Adds options of the JVM. */
    public JavaCommand with(String... jvmOptions) {
        options.addAll(List.of(jvmOptions));
        return this;
    }

    /** Adds options of the JVM. */
    public JavaCommand with(List<String> jvmOptions) {
        options.addAll(jvmOptions);
        return this;
    }

    /** Adds jars, folders or {@code folder/*}. */
    public JavaCommand on(Path... entries) {
        classPath.addAll(List.of(entries));
        return this;
    }

    /** The command line that runs {@code mainClass}. */
    public List<String> run(String mainClass, List<String> args) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "lux"));
        command.add(java.toString());
        // First, since the system may show only the beginning of a long command line.
        command.add(ownerOption(owner));
        command.addAll(options);
        command.add("-cp");
        command.add(leash + ":" + classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
        command.add(Leash.class.getName());
        command.add(mainClass);
        command.addAll(args);
        return command;
    }

    static String ownerOption(Path owner) {
        return "-D" + OWNER_PROPERTY + "=" + owner;
    }
}
