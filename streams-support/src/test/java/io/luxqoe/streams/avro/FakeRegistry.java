package io.luxqoe.streams.avro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A registry over HTTP for tests: it gives the answers that it was told to give, then those of a real one. */
public final class FakeRegistry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/apis/ccompat/v7";

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Answer> told = new ConcurrentLinkedQueue<>();
    private final MockRegistry registry = MockRegistry.ofScope("fake-" + System.identityHashCode(this));
    private final HttpServer server;

    record Request(String line, String contentType, String authorization) {}

    record Answer(int status, String body) {}

    public FakeRegistry() {
        this(null);
    }

    /** Speaks HTTPS if there is a {@code tls}. */
    FakeRegistry(@Nullable SSLContext tls) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                server = HttpServer.create(anyPort, 0);
            } else {
                HttpsServer secure = HttpsServer.create(anyPort, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + PATH;
    }

    public FakeRegistry next(int status, String body) {
        told.add(new Answer(status, body));
        return this;
    }

    List<String> requestLines() {
        return requests.stream().map(Request::line).toList();
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                exchange.getRequestMethod() + " " + path,
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        Answer next = told.poll();
        Answer answer = next == null ? own(path, exchange) : next;
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer own(String path, HttpExchange exchange) throws IOException {
        String[] parts = path.substring(PATH.length() + 1).split("/", -1);
        try {
            if (parts[0].equals("schemas")) {
                return ok(JSON.createObjectNode()
                        .put("schema", registry.byId(Integer.parseInt(parts[2])).toString()));
            }
            if (exchange.getRequestMethod().equals("GET")) {
                RegisteredSchema latest = registry.latest(parts[1]);
                return ok(JSON.createObjectNode()
                        .put("id", latest.id())
                        .put("schema", latest.schema().toString()));
            }
            Schema schema = new Schema.Parser()
                    .parse(JSON.readTree(exchange.getRequestBody())
                            .path("schema")
                            .stringValue());
            int id = parts.length == 3 ? registry.register(parts[1], schema) : registry.lookUp(parts[1], schema);
            return ok(JSON.createObjectNode().put("id", id));
        } catch (UnknownSchemaException | RegistryRefusedException e) {
            return new Answer(404, "{\"error_code\":40403,\"message\":\"not found\"}");
        }
    }

    private static Answer ok(ObjectNode body) {
        return new Answer(200, JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
