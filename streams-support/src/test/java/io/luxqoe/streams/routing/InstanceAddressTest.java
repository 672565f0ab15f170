package io.luxqoe.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class InstanceAddressTest {

    @ParameterizedTest
    @CsvSource({"kpi-0.kpi:8083, kpi-0.kpi, 8083", "127.0.0.1:1, 127.0.0.1, 1", "[fd00::1]:65535, fd00::1, 65535"})
    void anAddressIsReadAndWrittenAlike(String text, String host, int port) {
        InstanceAddress address = InstanceAddress.parse(text);

        assertThat(address).isEqualTo(new InstanceAddress(host, port)).hasToString(text);
        assertThat(address.resource("/a?b=c")).isEqualTo(URI.create("http://" + text + "/a?b=c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kpi-0",
                "kpi-0:",
                ":8083",
                "kpi-0:0",
                "kpi-0:65536",
                "fd00::1:80",
                "http://kpi-0:80",
                "a b:1"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceAddress.parse(text))
                .withMessageContaining("<host>:<port>");
    }

    @Test
    void anInstanceIsReachedWhereItsServerListensUnlessItsAddressIsSet() {
        Environment environment = server("127.0.0.2", "8083");

        assertThat(new InstanceSettings(null).reachableAt(environment)).hasToString("127.0.0.2:8083");
        assertThat(new InstanceSettings("kpi-0:80").reachableAt(environment)).hasToString("kpi-0:80");
    }

    @Test
    void anInstanceThatListensEverywhereIsReachedAtItsHostsAddress() {
        InstanceAddress address = new InstanceSettings(null).reachableAt(server("0.0.0.0", "8083"));

        assertThat(address).isNotNull();
        assertThat(address.host()).isNotEqualTo("0.0.0.0");
        assertThat(address.port()).isEqualTo(8083);
    }

    @Test
    void anInstanceWithoutAFixedPortIsReachedByNone() {
        assertThat(new InstanceSettings(null).reachableAt(server("127.0.0.1", "0")))
                .isNull();
    }

    private static Environment server(String address, String port) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("server.address", address, "server.port", port)));
        return environment;
    }
}
