package io.luxqoe.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReleasesTest {

    private static final Path SOURCES = Path.of("src/main/avro");

    private static final String RELEASED =
            """
            {'type': 'record', 'name': 'Call', 'namespace': 'n', 'fields': [
              {'name': 'id', 'type': 'string'},
              {'name': 'count', 'type': 'int'},
              {'name': 'end', 'type': {'type': 'enum', 'name': 'End', 'symbols': ['UNKNOWN', 'A', 'B'], 'default': 'UNKNOWN'}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everySchemaReadsWhatEveryReleaseWrote() throws IOException {
        assertThat(new SchemaReleases(Path.of("released")).violations(Schemas.under(SOURCES)))
                .isEmpty();
    }

    @Test
    void aReleaseHoldsEveryTypeWholeInItself() throws IOException {
        Schemas current = Schemas.under(SOURCES);

        Path release = new SchemaReleases(folder).write("0.1.0", current);

        try (Stream<Path> files = Files.list(release)) {
            List<Path> written = files.toList();
            assertThat(written).hasSameSizeAs(current.byName().keySet());
            assertThat(written).allSatisfy(file -> {
                Schema alone = SchemaParser.parseSingle(file);
                assertThat(file).hasFileName(alone.getName() + ".avsc");
                assertThat(alone).isEqualTo(current.byName().get(alone.getName()));
            });
        }
        assertThat(new SchemaReleases(folder).violations(current)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            a field gets another type           | 'int'}            | 'string'}                                              | TYPE_MISMATCH
            a field comes without a default     | {'name': 'count'  | {'name': 'more', 'type': 'int'}, {'name': 'count'      | READER_FIELD_MISSING_DEFAULT_VALUE
            a symbol goes and there is no default | 'A', 'B'], 'default': 'UNKNOWN' | 'A']                                     | MISSING_ENUM_SYMBOLS
            the type is renamed inside          | 'name': 'End'     | 'name': 'Ending'                                       | NAME_MISMATCH
            """)
    void aChangeThatCannotReadOldDataIsCaught(String change, String before, String after, String breach)
            throws IOException {
        SchemaReleases releases = new SchemaReleases(folder);
        releases.write("0.1.0", schemas(RELEASED));

        assertThat(releases.violations(schemas(RELEASED.replace(before, after))))
                .as(change)
                .singleElement()
                .asString()
                .contains("Call.avsc", breach);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            a number is widened             | 'int'}            | 'long'}
            a field comes with a default    | {'name': 'count'  | {'name': 'more', 'type': 'int', 'default': 0}, {'name': 'count'
            a field goes                    | {'name': 'count', 'type': 'int'}, |
            a symbol comes                  | 'A', 'B'          | 'A', 'B', 'C'
            """)
    void aChangeThatReadsOldDataPasses(String change, String before, String after) throws IOException {
        SchemaReleases releases = new SchemaReleases(folder);
        releases.write("0.1.0", schemas(RELEASED));
        String changed = RELEASED.replace(before, after == null ? "" : after);

        assertThat(changed).as(change).isNotEqualTo(RELEASED);
        assertThat(releases.violations(schemas(changed))).as(change).isEmpty();
    }

    @Test
    void everyReleaseCountsAndNotTheLastAlone() throws IOException {
        SchemaReleases releases = new SchemaReleases(folder);
        String withoutCount = RELEASED.replace("{'name': 'count', 'type': 'int'},", "");
        String countAsText = RELEASED.replace("'int'}", "'string'}");
        releases.write("0.1.0", schemas(RELEASED));
        releases.write("0.2.0", schemas(withoutCount));

        assertThat(releases.violations(schemas(countAsText)))
                .anySatisfy(violation -> assertThat(violation).contains("0.1.0", "TYPE_MISMATCH"));
    }

    @Test
    void aReleasedTypeMustNotVanish() throws IOException {
        SchemaReleases releases = new SchemaReleases(folder);
        releases.write("0.1.0", schemas(RELEASED));

        assertThat(releases.violations(schemas(RELEASED.replace("'name': 'Call'", "'name': 'Visit'"))))
                .singleElement()
                .asString()
                .contains("Call.avsc", "now gone");
    }

    @Test
    void aReleaseIsWrittenOnce() throws IOException {
        SchemaReleases releases = new SchemaReleases(folder);
        releases.write("0.1.0", schemas(RELEASED));

        assertThatIllegalStateException()
                .isThrownBy(() -> releases.write("0.1.0", schemas(RELEASED)))
                .withMessageContaining("never changes");
    }

    @Test
    void theCommandRefusesToReleaseWhatBreaksAnEarlierRelease() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/avro"));
        Path file = sources.resolve("Call.avsc");
        Files.writeString(file, json(RELEASED));
        assertThat(ReleaseSchemas.release(folder, "0.1.0")).isDirectoryContaining("glob:**Call.avsc");
        Files.writeString(file, json(RELEASED.replace("'int'}", "'string'}")));

        assertThatThrownBy(() -> ReleaseSchemas.release(folder, "0.2.0")).hasMessageContaining("TYPE_MISMATCH");
        assertThat(folder.resolve("released/0.2.0")).doesNotExist();
        assertThatThrownBy(() -> ReleaseSchemas.main(new String[] {"next"})).hasMessageContaining("0.1.0");
    }

    private static Schemas schemas(String schema) {
        Schema parsed = SchemaParser.parseSingle(json(schema));
        return new Schemas(Map.of(parsed.getName(), parsed));
    }

    private static String json(String schema) {
        return schema.replace('\'', '"');
    }
}
