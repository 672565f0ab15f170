package io.luxqoe.streams.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Another instance: a real HTTP server that answers as its handler does. */
final class Peer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Peer(HttpHandler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            handler.handle(exchange);
        });
        server.start();
    }

    static Peer handling(HttpHandler handler) {
        return new Peer(handler);
    }

    /** Answers with what a router of its own reads. */
    static Peer reading(Sizes query, BiFunction<Sizes, Set<Integer>, PartitionAnswer<Sizes.Total>> router) {
        return new Peer(exchange -> {
            String partitions = exchange.getRequestURI().getQuery().replaceFirst(".*partitions=", "");
            Set<Integer> asked = Arrays.stream(partitions.split(",", -1))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            answer(exchange, 200, JsonMapper.shared().writeValueAsString(router.apply(query, asked)));
        });
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    InstanceAddress address() {
        return new InstanceAddress("127.0.0.1", server.getAddress().getPort());
    }

    /** Paths and queries it was asked, in their order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
