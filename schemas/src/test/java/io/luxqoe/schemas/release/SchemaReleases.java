package io.luxqoe.schemas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.SchemaParser;

/**
 * The released schemas: {@code <folder>/<version>/<Type>.avsc}, each whole in itself, so that one release can be read
 * without the others.
 */
final class SchemaReleases {

    private static final String EXTENSION = ".avsc";

    private final Path folder;

    SchemaReleases(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a release.
     *
     * @throws IllegalStateException if the version is already there: a release never changes
     */
    Path write(String version, Schemas current) throws IOException {
        Path release = folder.resolve(version);
        if (Files.exists(release)) {
            throw new IllegalStateException(release + " is there already; a release never changes");
        }
        Files.createDirectories(release);
        for (Map.Entry<String, Schema> schema : current.byName().entrySet()) {
            Files.writeString(
                    release.resolve(schema.getKey() + EXTENSION),
                    schema.getValue().toString(true) + "\n");
        }
        return release;
    }

    /**
     * What the current schemas break: a released type that is gone, or one whose data they cannot read
     * (BACKWARD_TRANSITIVE).
     */
    List<String> violations(Schemas current) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : releasedFiles()) {
            Schema released = SchemaParser.parseSingle(file);
            String where = folder.relativize(file).toString();
            Schema reader = current.byName().get(released.getName());
            if (reader == null) {
                found.add(where + ": released, and now gone");
            } else {
                check(where, reader, released, found);
            }
        }
        return found;
    }

    private static void check(String where, Schema reader, Schema released, List<String> found) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, released);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            pair.getResult()
                    .getIncompatibilities()
                    .forEach(breach -> found.add(where + ": its data cannot be read: " + breach.getType() + " at "
                            + breach.getLocation() + ", " + breach.getMessage()));
        }
    }

    private List<Path> releasedFiles() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        }
    }
}
