package io.luxqoe.streams.avro;

import org.apache.avro.Schema;

/** Remembers what a registry can never take back: the schema of an id, and the id of a schema under a subject. */
final class CachedRegistry implements SchemaRegistry {

    private final SchemaRegistry registry;
    private final BoundedCache<Integer, Schema> schemas = new BoundedCache<>();
    private final BoundedCache<Use, Integer> registered = new BoundedCache<>();
    private final BoundedCache<Use, Integer> known = new BoundedCache<>();

    CachedRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(new Use(subject, schema), use -> registry.register(use.subject, use.schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return known.get(new Use(subject, schema), use -> registry.lookUp(use.subject, use.schema));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public Schema byId(int id) {
        return schemas.get(id, registry::byId);
    }

    private record Use(String subject, Schema schema) {}
}
