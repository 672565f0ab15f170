package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.TopicPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file as one raw record. */
final class RawFile {

    /** TS 32.297: {@code NodeID_-_RC.YYYYMMDD_-_HHMM+hhmm[.private][.extension]}. */
    private static final Pattern TS_32297_NAME = Pattern.compile("(.+)_-_[^.]+\\.\\d{8}_-_\\d{4}[+-]\\d{4}(?:\\..*)?");

    private RawFile() {}

    /** The source that a file's name tells: the node of a TS 32.297 name, else the name without its ending. */
    static String source(Path file) {
        String name = file.getFileName().toString();
        Matcher standard = TS_32297_NAME.matcher(name);
        if (standard.matches()) {
            return standard.group(1);
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Checks that the file can be one raw record.
     *
     * @throws UsageException if it is not there, not a file, not readable or too large
     */
    static void check(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("There is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder; name the files in it");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("The file " + file + " cannot be read");
        }
        try {
            long octets = Files.size(file);
            if (octets > TopicPlan.LARGEST_RAW_RECORD) {
                throw new UsageException(String.format(
                        "The file %s has %,d octets, and a raw record at most %,d (16 MiB); split it",
                        file, octets, TopicPlan.LARGEST_RAW_RECORD));
            }
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** The octets of the file. */
    static byte[] octets(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
