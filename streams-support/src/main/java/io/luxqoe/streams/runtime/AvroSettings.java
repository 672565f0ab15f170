package io.luxqoe.streams.runtime;

import io.luxqoe.streams.avro.AvroSerdes;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Avro records are written and read.
 *
 * @param serializer class name of a Kafka serializer
 * @param deserializer class name of a Kafka deserializer
 * @param properties what both are configured with, such as {@code schema.registry.url}
 */
@ConfigurationProperties("lux.avro")
@Validated
record AvroSettings(
        @DefaultValue(AvroSettings.SERIALIZER) @NotBlank String serializer,
        @DefaultValue(AvroSettings.DESERIALIZER) @NotBlank String deserializer,
        @DefaultValue Map<String, String> properties) {

    static final String SERIALIZER = "io.luxqoe.streams.avro.AvroSerializer";
    static final String DESERIALIZER = "io.luxqoe.streams.avro.AvroDeserializer";

    AvroSerdes serdes() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put("lux.avro.serializer", serializer);
        config.put("lux.avro.deserializer", deserializer);
        return new AvroSerdes(config);
    }
}
