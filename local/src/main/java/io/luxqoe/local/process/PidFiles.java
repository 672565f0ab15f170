package io.luxqoe.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a data folder, one file each, so that a later start finds what a killed one left.
 *
 * <p>A number alone says nothing, since the system gives it to another process some day: a process counts as ours only
 * if it also began when the file says, and names the data folder on its command line.
 */
public final class PidFiles {

    private static final String SUFFIX = ".pid";
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path owner;

    /**
     * @param folder where the files lie
     * @param owner the data folder, absolute: the same as in {@link JavaCommand}
     */
    public PidFiles(Path folder, Path owner) {
        this.folder = folder;
        this.owner = owner;
    }

    void write(String name, ProcessHandle process) throws IOException {
        Files.createDirectories(folder);
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.writeString(folder.resolve(name + SUFFIX), process.pid() + " " + started + "\n");
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + SUFFIX));
    }

    /**
     * Kills what is left of an earlier run.
     *
     * @return names of the processes killed
     * @throws IOException if the folder cannot be read, or a process does not end
     */
    public List<String> clearLeftovers() throws IOException {
        List<String> cleared = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return cleared;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                Optional<ProcessHandle> left = stillRunning(file);
                if (left.isPresent()) {
                    kill(left.get());
                    String name = file.getFileName().toString();
                    cleared.add(name.substring(0, name.length() - SUFFIX.length()));
                }
                Files.delete(file);
            }
        }
        return cleared;
    }

    private Optional<ProcessHandle> stillRunning(Path file) throws IOException {
        String[] words = Files.readString(file).trim().split(" ");
        if (words.length != 2 || !Arrays.stream(words).allMatch(word -> word.matches("\\d{1,18}"))) {
            return Optional.empty();
        }
        long started = Long.parseLong(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(at -> at.toEpochMilli() == started)
                        .orElse(false))
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        String mark = JavaCommand.ownerOption(owner);
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(mark))
                .orElse(false);
    }

    private static void kill(ProcessHandle process) throws IOException {
        process.destroyForcibly();
        try {
            process.onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while ending process " + process.pid(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Process " + process.pid() + " of an earlier run does not end", e);
        }
    }
}
