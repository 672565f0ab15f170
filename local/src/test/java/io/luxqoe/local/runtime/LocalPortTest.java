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

    /** Moves the ports to where other tests and services do not go. */
    private static final int OFFSET = 31_000;

    @Test
    void aPortThatIsTakenIsNamedWithItsUseAndAWayOut() throws IOException {
        assumeTrue(isFree(), "another process uses the ports of this test");
        try (ServerSocket other = new ServerSocket(LocalPort.KPI.with(OFFSET), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPort.checkFree(OFFSET))
                    .isInstanceOf(LocalException.class)
                    .hasMessage("port " + other.getLocalPort()
                            + " (the KPI service) is taken; stop what uses it, or take other ports with --port-offset"
                            + " 32000");
        }
    }

    @Test
    void aPortThatIsTakenOnAllAddressesIsTaken() throws IOException {
        assumeTrue(isFree(), "another process uses the ports of this test");
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(LocalPort.KAFKA.with(OFFSET)));
            assertThatThrownBy(() -> LocalPort.checkFree(OFFSET)).hasMessageContaining("40092 (Kafka) is taken");
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
