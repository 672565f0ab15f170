package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Reading;
import io.luxqoe.streams.avro.FakeRegistry.Request;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRegistryTest {

    private static final String REGISTERED = "POST /apis/ccompat/v7/subjects/readings-value/versions";
    private static final String FETCHED = "GET /apis/ccompat/v7/schemas/ids/1";

    private final FakeRegistry registry = new FakeRegistry();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aSchemaIsRegisteredOnceAndFetchedOnceForAllSerdes() {
        for (int i = 0; i < 3; i++) {
            Serde<Reading> serde = serde(Map.of());
            byte[] octets = serde.serializer().serialize("readings", reading());
            assertThat(serde.deserializer().deserialize("readings", octets)).isEqualTo(reading());
        }

        assertThat(registry.requestLines()).containsExactly(REGISTERED, FETCHED);
        assertThat(registry.requests().get(0).contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void withoutRegistrationTheSchemaIsLookedUp() {
        serde(Map.of()).serializer().serialize("readings", reading());

        byte[] octets =
                serde(Map.of("auto.register.schemas", "false")).serializer().serialize("readings", reading());

        assertThat(octets).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.requestLines())
                .containsExactly(REGISTERED, "POST /apis/ccompat/v7/subjects/readings-value");
    }

    @Test
    void theLatestVersionIsAskedFor() {
        serde(Map.of()).serializer().serialize("readings", reading());

        byte[] octets = serde(Map.of("auto.register.schemas", "false", "use.latest.version", "true"))
                .serializer()
                .serialize("readings", reading());

        assertThat(octets).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.requestLines())
                .containsExactly(REGISTERED, "GET /apis/ccompat/v7/subjects/readings-value/versions/latest");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aFailureThatMayHealIsTriedAgain(int status) {
        registry.next(status, "").next(status, "busy");

        serde(Map.of()).serializer().serialize("readings", reading());

        assertThat(registry.requestLines()).containsExactly(REGISTERED, REGISTERED, REGISTERED);
    }

    @Test
    void anAddressThatDoesNotAnswerGivesWayToTheNext() {
        try (FakeRegistry gone = new FakeRegistry()) {
            String url = gone.url() + "," + registry.url();
            gone.close();

            Serde<Reading> serde = serde(Map.of("schema.registry.url", url));
            byte[] octets = serde.serializer().serialize("readings", reading());
            serde.deserializer().deserialize("readings", octets);
        }

        assertThat(registry.requestLines()).containsExactly(REGISTERED, FETCHED);
    }

    @Test
    void anOutageIsRetriableAndBounded() {
        registry.close();
        Serde<Reading> serde = serde(Map.of("lux.registry.retry-for", "PT0.3S"));

        assertThatThrownBy(() -> serde.serializer().serialize("readings", reading()))
                .isInstanceOf(RegistryUnavailableException.class)
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining("PT0.3S")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void whatFailedOnceIsAskedAgain() {
        registry.next(503, "");
        Serde<Reading> serde = serde(Map.of("lux.registry.retry-for", "PT0S"));

        assertThatThrownBy(() -> serde.serializer().serialize("readings", reading()))
                .isInstanceOf(RegistryUnavailableException.class);

        assertThat(serde.serializer().serialize("readings", reading())).startsWith(0, 0, 0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 409, 422})
    void aRefusalIsDefinitive(int status) {
        registry.next(status, "{\"error_code\":40901,\"message\":\"incompatible\"}");

        assertThatThrownBy(() -> serde(Map.of()).serializer().serialize("readings", reading()))
                .isInstanceOfSatisfying(RegistryRefusedException.class, e -> assertThat(e.status())
                        .isEqualTo(status))
                .isNotInstanceOf(RetriableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining("incompatible");
        assertThat(registry.requestLines()).containsExactly(REGISTERED);
    }

    @Test
    void anUnknownIdBlamesTheRecord() {
        assertThatThrownBy(() -> serde(Map.of())
                        .deserializer()
                        .deserialize("readings", HexFormat.of().parseHex("000000000700")))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("id 7");
    }

    @Test
    void aServerThatIsNoRegistryDoesNotBlameTheRecord() {
        registry.next(404, "<html>Not found</html>").next(200, "<html>Welcome</html>");
        Serde<Reading> serde = serde(Map.of());
        byte[] octets = HexFormat.of().parseHex("000000000700");

        assertThatThrownBy(() -> serde.deserializer().deserialize("readings", octets))
                .isInstanceOf(RegistryRefusedException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize("readings", octets))
                .isInstanceOf(RegistryRefusedException.class);
    }

    @Test
    void theUserComesFromTheConfigurationOrTheUrl() {
        serde(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "lux:secret"))
                .serializer()
                .serialize("readings", reading());
        serde(Map.of("schema.registry.url", registry.url().replace("http://", "http://lux:secret@")))
                .serializer()
                .serialize("readings", reading());
        serde(Map.of()).serializer().serialize("readings", reading());

        assertThat(registry.requests())
                .extracting(Request::authorization)
                .containsExactly("Basic bHV4OnNlY3JldA==", "Basic bHV4OnNlY3JldA==", "null");
    }

    private Serde<Reading> serde(Map<String, ?> extra) {
        Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", registry.url()));
        config.putAll(extra);
        return new AvroSerdes(config).forValue(Reading.class);
    }

    private static Reading reading() {
        return Reading.newBuilder().setSensor("s1").setAt(Instant.EPOCH).build();
    }
}
