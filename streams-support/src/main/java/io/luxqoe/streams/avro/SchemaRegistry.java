package io.luxqoe.streams.avro;

import org.apache.avro.Schema;

/**
 * What the serdes need of a schema registry.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when the registry cannot be reached for as long as the
 * configuration says, {@link RegistryRefusedException} when it answers that it will not.
 */
interface SchemaRegistry {

    /** Registers {@code schema} under {@code subject} if it is not there yet; its id. */
    int register(String subject, Schema schema);

    /** Id of {@code schema}, which must be registered under {@code subject}. */
    int lookUp(String subject, Schema schema);

    /** The latest version of {@code subject}. */
    RegisteredSchema latest(String subject);

    /**
     * The schema with this id.
     *
     * @throws UnknownSchemaException if the registry has none
     */
    Schema byId(int id);
}
