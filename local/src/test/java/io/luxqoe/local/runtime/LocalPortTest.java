package io.luxqoe.local.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortTest {

    /** Where other tests do not go, below the ports that the system gives to outgoing connections. */
    private static final int OFFSET = 23_000;

    @Test
    void aPortThatIsTakenIsNamedWithItsUseAndAWayOut() throws IOException {
        assumeTrue(isFree(), "another process uses the ports of this test");
        try (ServerSocket other = new ServerSocket(LocalPort.KPI.with(OFFSET), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPort.checkFree(OFFSET))
                    .isInstanceOf(LocalException.class)
                    .hasMessageMatching("port " + other.getLocalPort()
                            + " \\(the KPI service\\) is taken; stop what uses it, or take other ports with"
                            + " --port-offset \\d+");
        }
    }

    @Test
    void aPortThatIsTakenOnAllAddressesIsTaken() throws IOException {
        assumeTrue(isFree(), "another process uses the ports of this test");
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(LocalPort.KAFKA.with(OFFSET)));
            assertThatThrownBy(() -> LocalPort.checkFree(OFFSET)).hasMessageContaining("32092 (Kafka) is taken");
        }
    }

    @Test
    void freePortsAreNoFault() {
        assumeTrue(isFree(), "another process uses the ports of this test");
        assertThatCode(() -> LocalPort.checkFree(OFFSET)).doesNotThrowAnyException();
    }

    private static boolean isFree() {
        try {
            LocalPort.checkFree(OFFSET);
            return true;
        } catch (LocalException e) {
            return false;
        }
    }
}
