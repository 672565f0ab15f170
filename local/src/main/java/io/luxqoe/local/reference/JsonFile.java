package io.luxqoe.local.reference;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON array of objects whose members are columns; null is a blank cell. */
final class JsonFile extends RowFile {

    private static final int MOST_MEMBERS = 200;

    private final JsonParser json;
    private boolean begun;
    private long line = 1;
    private Header last = new Header(List.of());

    JsonFile(Path path, BufferedReader text) {
        super(path);
        this.json = new JsonFactory().createParser(ObjectReadContext.empty(), text);
    }

    @Override
    @Nullable
    Row next() {
        try {
            if (!begun) {
                begun = json.nextToken() == JsonToken.START_ARRAY;
            }
            JsonToken token = json.nextToken();
            line = json.currentTokenLocation().getLineNr();
            if (token == JsonToken.END_ARRAY) {
                return null;
            }
            return token == JsonToken.START_OBJECT ? row() : flatOnly();
        } catch (JacksonException e) {
            throw unreadable(path(), line, e);
        }
    }

    private Row row() {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME && names.size() < MOST_MEMBERS) {
            names.add(json.currentName());
            JsonToken value = json.nextToken();
            if (!value.isScalarValue()) {
                return flatOnly();
            }
            cells.add(value == JsonToken.VALUE_NULL ? "" : json.getString());
        }
        if (!names.equals(last.names())) {
            last = new Header(names);
        }
        return new Row(line, last, cells);
    }

    private Row flatOnly() {
        throw new ReferenceFileException(path() + " is no array of flat objects at line " + line);
    }

    @Override
    long line() {
        return line;
    }

    @Override
    public void close() {
        json.close();
    }
}
