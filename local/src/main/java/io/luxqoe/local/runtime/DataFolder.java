package io.luxqoe.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that a run writes to. It carries a marker, and only a folder with the marker is ever emptied; a lock
 * on the marker keeps two runs apart.
 */
final class DataFolder implements AutoCloseable {

    static final String MARKER = ".lux";

    private static final String MARKER_TEXT =
            "Data of ./lux up. Each start without --keep deletes what is in this folder.\n";

    private final Path root;
    private final FileChannel lockChannel;

    private DataFolder(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes the folder, making it if it is not there.
     *
     * @throws LocalException if it is not ours, or another run holds it
     */
    @SuppressWarnings("resource") // the channel is the lock, which the folder holds until it is closed
    static DataFolder take(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Path marker = root.resolve(MARKER);
        try {
            if (Files.exists(root) && !Files.exists(marker) && !isEmptyFolder(root)) {
                throw new LocalException("The folder " + root
                        + " was not made by ./lux up, which would delete what is in it; name another with --data");
            }
            Files.createDirectories(root);
            if (!Files.exists(marker)) {
                Files.writeString(marker, MARKER_TEXT);
            }
            FileChannel channel = FileChannel.open(marker, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LocalException("Another ./lux up uses the folder " + root
                        + "; stop it, or name another folder with --data and other ports with --port-offset");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new LocalException("The folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new LocalException(path + " is not a folder; name another with --data");
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Deletes everything in the folder but the marker. */
    void empty() throws IOException {
        Path marker = root.resolve(MARKER);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(marker)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!folder.equals(root)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The folder itself, absolute. */
    Path root() {
        return root;
    }

    /** A folder in it, made if it is not there. */
    Path folder(String first, String... more) {
        Path folder = root.resolve(Path.of(first, more));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets another run take the folder. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
