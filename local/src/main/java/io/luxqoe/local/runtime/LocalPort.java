package io.luxqoe.local.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The ports of the local system, all on the loopback address. */
public enum LocalPort {
    KAFKA(9092, "Kafka"),
    DECODER(8081, "the decoder service"),
    ENRICHMENT(8082, "the enrichment service"),
    KPI(8083, "the KPI service"),
    ALARM(8084, "the alarm service"),
    REGISTRY(8085, "the schema registry");

    private static final String REGISTRY_API = "/apis/ccompat/v7";
    private static final int HIGHEST = 65_535;
    private static final int OFFSET_STEP = 1_000;
    private static final int CONNECT_MS = 250;

    private final int standard;
    private final String use;

    LocalPort(int standard, String use) {
        this.standard = standard;
        this.use = use;
    }

    /** The port itself. */
    public int with(int offset) {
        return standard + offset;
    }

    /** Loopback address and port, {@code 127.0.0.1:9092}. */
    public String address(int offset) {
        return "127.0.0.1:" + with(offset);
    }

    /** Address for HTTP, without a path. */
    public String url(int offset) {
        return "http://" + address(offset);
    }

    /** Where serdes find the schema registry. */
    public static String registryUrl(int offset) {
        return REGISTRY.url(offset) + REGISTRY_API;
    }

    /** The highest offset that leaves every port a port. */
    public static int highestOffset() {
        return HIGHEST
                - Arrays.stream(values()).mapToInt(port -> port.standard).max().orElseThrow();
    }

    /**
     * Checks that nothing listens on the ports.
     *
     * @throws LocalException naming every port that is taken, what it is for, and an offset that is free
     */
    public static void checkFree(int offset) {
        List<String> taken = new ArrayList<>();
        for (LocalPort port : values()) {
            if (isTaken(port.with(offset))) {
                taken.add("port " + port.with(offset) + " (" + port.use + ")");
            }
        }
        if (!taken.isEmpty()) {
            String hint = freeOffset(offset).stream()
                    .mapToObj(free -> "; stop what uses it, or take other ports with --port-offset " + free)
                    .findFirst()
                    .orElse("; stop what uses it, or take other ports with --port-offset N");
            throw new LocalException(
                    String.join(", ", taken) + (taken.size() == 1 ? " is taken" : " are taken") + hint);
        }
    }

    private static OptionalInt freeOffset(int from) {
        return IntStream.iterate(
                        from + OFFSET_STEP, offset -> offset <= highestOffset(), offset -> offset + OFFSET_STEP)
                .filter(offset -> Arrays.stream(values()).noneMatch(port -> isTaken(port.with(offset))))
                .findFirst();
    }

    /** A port that nothing listens on, chosen by the system. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isTaken(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket client = new Socket()) {
            // Some systems let a second process listen on the loopback address beside one that listens on all.
            client.connect(address, CONNECT_MS);
            return true;
        } catch (IOException nobodyAnswers) {
            return !canListen(address);
        }
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(true); // a port that was ours a moment ago is free
            server.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
