package io.luxqoe.streams.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry in memory, one per scope and process, for tests: {@code schema.registry.url=mock://scope}. */
final class MockRegistry implements SchemaRegistry {

    static final String SCHEME = "mock://";

    private static final Map<String, MockRegistry> SCOPES = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    private MockRegistry() {}

    static MockRegistry ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, s -> new MockRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        int index = schemas.indexOf(schema);
        if (index < 0) {
            index = schemas.size();
            schemas.add(schema);
        }
        int id = index + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        int id = schemas.indexOf(schema) + 1;
        if (!subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw new RegistryRefusedException(
                    404, "Schema " + schema.getFullName() + " is not registered under the subject " + subject);
        }
        return id;
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<Integer> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty()) {
            throw new RegistryRefusedException(404, "The subject " + subject + " has no schema");
        }
        int id = versions.get(versions.size() - 1);
        return new RegisteredSchema(id, schemas.get(id - 1));
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException(id);
        }
        return schemas.get(id - 1);
    }
}
