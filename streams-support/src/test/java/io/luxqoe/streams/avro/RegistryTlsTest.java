package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {

    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    @TempDir
    private static Path folder;

    private static String store = "";

    @BeforeAll
    static void makeAStore() throws Exception {
        store = folder.resolve("registry.p12").toString();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=registry",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-keystore",
                        store,
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    @Test
    void theTrustStoreOpensTheRegistry() {
        try (FakeRegistry registry = new FakeRegistry(serverTls())) {
            Map<String, String> config = trusting(registry.url());

            assertThat(Registries.of(config).register("subject", SCHEMA)).isEqualTo(1);
        }
    }

    @Test
    void aRegistryThatIsNotTrustedIsUnavailable() {
        try (FakeRegistry registry = new FakeRegistry(serverTls())) {
            Map<String, String> config =
                    Map.of("schema.registry.url", registry.url(), "lux.registry.retry-for", "PT0S");

            assertThatThrownBy(() -> Registries.of(config).register("subject", SCHEMA))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aStoreThatIsNotThereIsAWrongConfiguration() {
        Map<String, String> config = trusting("https://registry");
        config.put("schema.registry.ssl.truststore.location", "/no/such/store.p12");

        assertThatThrownBy(() -> Registries.of(config))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("/no/such/store.p12");
    }

    private static Map<String, String> trusting(String url) {
        return new TreeMap<>(Map.of(
                "schema.registry.url",
                url,
                "schema.registry.ssl.truststore.location",
                store,
                "schema.registry.ssl.truststore.password",
                "changeit",
                "schema.registry.ssl.truststore.type",
                "PKCS12"));
    }

    /** The key store is read as a client's would be, for mutual TLS. */
    private static SSLContext serverTls() {
        return RegistryTls.context(Map.of(
                        "schema.registry.ssl.keystore.location",
                        store,
                        "schema.registry.ssl.keystore.password",
                        "changeit",
                        "schema.registry.ssl.key.password",
                        "changeit",
                        "schema.registry.ssl.keystore.type",
                        "PKCS12"))
                .orElseThrow();
    }
}
