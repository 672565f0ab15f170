package io.luxqoe.schemas.style;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every schema file must keep to; each rule says what is wrong and where. */
final class SchemaStyle {

    static final String NAMESPACE = "io.luxqoe.schemas";

    private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern LOWER_CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern CONSTANT_CASE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String UNKNOWN = "UNKNOWN";

    private SchemaStyle() {}

    /** What is wrong with the schema in a file of that name (without {@code .avsc}); empty if it keeps the style. */
    static List<String> violations(String fileName, JsonNode schema) {
        List<String> found = new ArrayList<>();
        String name = schema.path("name").asText();
        expect(name.equals(fileName), found, fileName + ": the file must be named as its type, " + name);
        expect(PASCAL_CASE.matcher(name).matches(), found, name + ": a type's name is in PascalCase");
        expect(
                schema.path("namespace").asText().equals(NAMESPACE),
                found,
                name + ": the namespace must be " + NAMESPACE);
        expect(hasDoc(schema), found, name + ": has no doc that is a sentence");
        switch (schema.path("type").asText()) {
            case "record" -> schema.path("fields").forEach(field -> checkField(name, field, found));
            case "enum" -> checkEnum(name, schema, found);
            default -> found.add(name + ": must be a record or an enum");
        }
        return found;
    }

    private static void checkEnum(String name, JsonNode schema, List<String> found) {
        JsonNode symbols = schema.path("symbols");
        expect(symbols.path(0).asText().equals(UNKNOWN), found, name + ": the first symbol must be UNKNOWN");
        expect(
                schema.path("default").asText().equals(UNKNOWN),
                found,
                name + ": the default must be UNKNOWN, which a reader takes for a symbol that it does not know");
        symbols.forEach(symbol -> expect(
                CONSTANT_CASE.matcher(symbol.asText()).matches(),
                found,
                name + ": symbol " + symbol.asText() + " is not in CONSTANT_CASE"));
    }

    private static void checkField(String record, JsonNode field, List<String> found) {
        String name = field.path("name").asText();
        String where = record + "." + name;
        expect(LOWER_CAMEL_CASE.matcher(name).matches(), found, where + ": a field's name is in lowerCamelCase");
        expect(hasDoc(field), found, where + ": has no doc that is a sentence");
        expect(!definesType(field.path("type")), found, where + ": defines a type; one type, one file");
        if (field.path("type").path(0).asText().equals("null")) {
            expect(
                    field.has("default") && field.path("default").isNull(),
                    found,
                    where + ": an optional field must default to null");
        }
        UnitRules.check(where, field, found);
    }

    private static boolean hasDoc(JsonNode node) {
        String doc = node.path("doc").asText();
        return doc.length() > 1 && doc.endsWith(".");
    }

    private static boolean definesType(JsonNode type) {
        if (type.has("fields")
                || type.has("symbols")
                || type.path("type").asText().equals("fixed")) {
            return true;
        }
        for (JsonNode part : type) {
            if (part.isContainerNode() && definesType(part)) {
                return true;
            }
        }
        return false;
    }

    private static void expect(boolean kept, List<String> found, String violation) {
        if (!kept) {
            found.add(violation);
        }
    }
}
