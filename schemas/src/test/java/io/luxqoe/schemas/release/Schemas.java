package io.luxqoe.schemas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schemas of a folder, which may refer to each other, by simple name. */
record Schemas(Map<String, Schema> byName) {

    /** Reads every {@code .avsc} beneath a folder; those of deeper folders, the enums, may be in defaults of the rest. */
    static Schemas under(Path folder) throws IOException {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted(Comparator.comparing(Path::getNameCount).reversed())
                    .toList();
            for (Path file : deepestFirst) {
                parser.parse(file);
            }
        }
        Map<String, Schema> byName = new TreeMap<>();
        parser.getParsedNamedSchemas().forEach(schema -> byName.put(schema.getName(), schema));
        return new Schemas(byName);
    }
}
