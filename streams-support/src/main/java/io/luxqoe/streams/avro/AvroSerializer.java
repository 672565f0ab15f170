package io.luxqoe.streams.avro;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records, specific or generic, in Confluent's wire format; null stays null. Safe for many threads.
 *
 * <p>The schema id comes from the registry once per topic and schema: by registration ({@code auto.register.schemas},
 * true unless set), else by looking the schema up, or with {@code use.latest.version} as that of the subject's latest
 * version, which must then give the same octets.
 */
public final class AvroSerializer implements Serializer<GenericContainer> {

    private final BoundedCache<String, BoundedCache<Schema, Writer>> writers = new BoundedCache<>();
    private @Nullable SchemaRegistry registry;
    private SubjectName subjectName = SubjectName.TOPIC_NAME;
    private boolean isKey;
    private boolean autoRegister = true;
    private boolean useLatest;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        this.isKey = isKey;
        registry = Registries.of(config);
        subjectName = SubjectName.configured(config, isKey);
        autoRegister = AvroConfig.flag(config, AvroConfig.AUTO_REGISTER, true);
        useLatest = AvroConfig.flag(config, AvroConfig.USE_LATEST, false);
    }

    /**
     * @throws RegistryUnavailableException if the registry gives no answer for as long as it is waited for
     * @throws RegistryRefusedException if it does not accept or know the schema
     * @throws UnwritableRecordException if the record does not fit its schema
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable GenericContainer datum) {
        if (datum == null) {
            return null;
        }
        Writer writer = writers.get(topic, t -> new BoundedCache<>())
                .get(datum.getSchema(), schema -> new Writer(schemaId(topic, schema), encoding(schema, datum)));
        try {
            return Encoding.ofThread().write(writer.schemaId, datum, writer.encoding);
        } catch (IOException | RuntimeException e) {
            throw new UnwritableRecordException(
                    "A " + datum.getSchema().getFullName() + " for " + topic + " does not fit its schema", e);
        }
    }

    private int schemaId(String topic, Schema schema) {
        if (registry == null) {
            throw new IllegalStateException("The serializer is not configured");
        }
        String subject = subjectName.of(topic, isKey, schema);
        if (autoRegister) {
            return registry.register(subject, schema);
        }
        return useLatest ? latestId(registry, subject, schema) : registry.lookUp(subject, schema);
    }

    private static int latestId(SchemaRegistry registry, String subject, Schema schema) {
        RegisteredSchema latest = registry.latest(subject);
        if (!SchemaNormalization.toParsingForm(latest.schema()).equals(SchemaNormalization.toParsingForm(schema))) {
            throw new RegistryRefusedException(
                    409, "The latest version of " + subject + " writes other octets than this " + schema.getFullName());
        }
        return latest.id();
    }

    private static Encoding.Writer<GenericContainer> encoding(Schema schema, GenericContainer datum) {
        if (datum instanceof SpecificRecord) {
            return new CompiledWriter(schema, SpecificData.getForClass(datum.getClass()))::write;
        }
        return new GenericDatumWriter<GenericContainer>(schema, GenericData.get())::write;
    }

    private record Writer(int schemaId, Encoding.Writer<GenericContainer> encoding) {}
}
