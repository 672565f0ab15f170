package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.local.runtime.LocalPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where a running system is. */
final class Connection {

    private static final int CONNECT_MS = 2_000;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "The system was started with this port offset (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Address of a Kafka broker, or several joined by commas (default: 127.0.0.1:9092, the port"
                    + " moved by --port-offset).")
    private @Nullable String bootstrap;

    /** Address of the broker. */
    String bootstrap() {
        return bootstrap == null ? LocalPort.KAFKA.address(portOffset) : bootstrap;
    }

    int portOffset() {
        return portOffset;
    }

    /**
     * Checks that somebody listens there, which Kafka's clients would go on to ask for a minute.
     *
     * @throws LocalException if nobody does
     */
    void checkReachable() {
        for (String address : bootstrap().split(",")) {
            if (isReachable(address.trim())) {
                return;
            }
        }
        throw new LocalException("No Kafka broker answers at " + bootstrap()
                + "; start one with ./lux up, or name another with --bootstrap or --port-offset");
    }

    private static boolean isReachable(String address) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new LocalException("'" + address + "' is not an address of the form host:port");
        }
        String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
        int port = Integer.parseInt(address.substring(colon + 1));
        if (port > 0xFFFF) {
            throw new LocalException("'" + address + "' has no such port");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
