package io.luxqoe.schemas.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaStyleTest {

    private static final Path SOURCES = Path.of("src/main/avro");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemaFiles")
    void everySchemaKeepsTheStyle(Path file) throws IOException {
        assertThat(SchemaStyle.violations(nameOf(file), JSON.readTree(file.toFile())))
                .isEmpty();
    }

    @Test
    void theSchemasAreWhereTheRulesLook() throws IOException {
        assertThat(schemaFiles().map(SchemaStyleTest::nameOf)).contains("NetworkEvent", "Alarm", "Outcome");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            # field | what is said of it
            {'name': 'Count', 'type': 'int', 'doc': 'Events.'}                                      | lowerCamelCase
            {'name': 'count', 'type': 'int'}                                                        | no doc
            {'name': 'count', 'type': 'int', 'doc': 'events'}                                       | no doc that is a sentence
            {'name': 'count', 'type': ['null', 'int'], 'doc': 'Events.'}                            | must default to null
            {'name': 'part', 'type': {'type': 'record', 'name': 'Part', 'fields': []}, 'doc': 'P.'} | one type, one file
            {'name': 'eventTime', 'type': 'long', 'doc': 'When.'}                                   | an instant must have the logical type
            {'name': 'begun', 'type': 'long', 'doc': 'Begin, UTC, ms.'}                             | an instant must have the logical type
            {'name': 'eventTime', 'type': {'type': 'long', 'logicalType': 'timestamp-micros'}, 'doc': 'When, UTC, ms.'} | an instant is a long
            {'name': 'eventTime', 'type': {'type': 'long', 'logicalType': 'timestamp-millis'}, 'doc': 'When.'}          | must say UTC, ms
            {'name': 'holding', 'type': 'long', 'doc': 'Holding time, ms.'}                         | gives the unit ms and the name does not
            {'name': 'rate', 'type': ['null', 'double'], 'default': null, 'doc': 'Rate, kbit/s.'}   | gives the unit kbit/s
            {'name': 'setupDelay', 'type': 'long', 'doc': 'Delay of the set-up.'}                   | must end in the unit
            {'name': 'holdingMs', 'type': 'long', 'doc': 'Holding time.'}                           | a unit that the doc does not
            """)
    void aFieldThatBreaksARuleIsNamed(String field, String complaint) throws IOException {
        String schema = "{'type': 'record', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'doc': 'Bad.', 'fields': ["
                + field + "]}";

        List<String> violations = SchemaStyle.violations("Bad", JSON.readTree(schema.replace('\'', '"')));

        assertThat(violations).singleElement().asString().startsWith("Bad").contains(complaint);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            {'type': 'enum', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'doc': 'B.', 'symbols': ['ON', 'UNKNOWN'], 'default': 'UNKNOWN'} | first symbol
            {'type': 'enum', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'doc': 'B.', 'symbols': ['UNKNOWN', 'ON'], 'default': 'ON'}      | default must be UNKNOWN
            {'type': 'enum', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'doc': 'B.', 'symbols': ['UNKNOWN', 'On'], 'default': 'UNKNOWN'} | CONSTANT_CASE
            {'type': 'record', 'name': 'Other', 'namespace': 'io.luxqoe.schemas', 'doc': 'O.', 'fields': []} | must be named as its type
            {'type': 'record', 'name': 'Bad', 'namespace': 'other', 'doc': 'B.', 'fields': []}               | namespace
            {'type': 'record', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'fields': []}                | no doc
            {'type': 'fixed', 'name': 'Bad', 'namespace': 'io.luxqoe.schemas', 'doc': 'B.', 'size': 4}       | record or an enum
            """)
    void aTypeThatBreaksARuleIsNamed(String schema, String complaint) throws IOException {
        List<String> violations = SchemaStyle.violations("Bad", JSON.readTree(schema.replace('\'', '"')));

        assertThat(violations).singleElement().asString().contains(complaint);
    }

    private static Stream<Path> schemaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.avsc$", "");
    }
}
