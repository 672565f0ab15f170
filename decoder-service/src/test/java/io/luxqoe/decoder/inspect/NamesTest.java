package io.luxqoe.decoder.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.inspect.ElementType.Element;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The decoders and the tree call an element by the same name. */
class NamesTest {
    /** Tables that stand for several records, or that have the name of a list: what they are tables of. */
    private static final Map<String, String> TYPES = Map.of(
            "gateway record", "SGWRecord",
            "usedUnitContainers", "UsedUnitContainer",
            "multipleQFIcontainer", "MultipleQFIContainer",
            "qosFlowsUsageReports", "QosFlowsUsageReport");

    @Test
    void everyElementThatADecoderKnowsHasTheSameNameInTheTree() throws ReflectiveOperationException {
        List<String> differences = new ArrayList<>();
        int tables = 0;
        for (Field field : tables()) {
            field.setAccessible(true);
            TagTable<?> table = (TagTable<?>) field.get(null);
            tables++;
            compare(field.getDeclaringClass().getSimpleName() + "." + field.getName(), table, differences);
        }

        assertThat(tables).isPositive();
        assertThat(differences).isEmpty();
    }

    private static List<Field> tables() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.luxqoe.decoder")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(TagTable.class))
                        .map(JavaField::reflect)
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .toList();
    }

    private static void compare(String where, TagTable<?> table, List<String> differences)
            throws ReflectiveOperationException {
        ElementType type = typeOf(TYPES.getOrDefault(table.record(), table.record()));
        if (type == null) {
            differences.add(where + ": there is no " + table.record());
            return;
        }
        Field byTag = TagTable.class.getDeclaredField("byTag");
        byTag.setAccessible(true);
        BerField[] fields = (BerField[]) byTag.get(table);
        for (int tag = 0; tag < fields.length; tag++) {
            // A blank: words for elements that are only known to be there.
            if (fields[tag] != null && !fields[tag].fieldName().contains(" ")) {
                Element element = type.element(tag);
                String name = element == null ? "nothing" : element.field();
                if (!name.equals(fields[tag].fieldName())) {
                    differences.add(where + " [" + tag + "]: " + fields[tag].fieldName() + ", in the tree " + name);
                }
            }
        }
    }

    private static @Nullable ElementType typeOf(String record) {
        Dictionary dictionary = Dictionary.get();
        String capital = record.substring(0, 1).toUpperCase(Locale.ROOT) + record.substring(1);
        for (int tag = 0; tag <= 255; tag++) {
            Element element = dictionary.record(tag, -1);
            if (element != null && element.name().equals(record)) {
                return element.type();
            }
        }
        return Stream.of(record, capital)
                .filter(dictionary::has)
                .map(dictionary::type)
                .findFirst()
                .orElse(null);
    }
}
