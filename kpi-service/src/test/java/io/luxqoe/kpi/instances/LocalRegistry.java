package io.luxqoe.kpi.instances;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.json.JsonParserFactory;

/** A schema registry over HTTP, which instances in several processes can share. */
final class LocalRegistry implements AutoCloseable {

    private final List<String> schemas = new ArrayList<>();
    private final HttpServer server;

    LocalRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String answer = path[1].equals("schemas") ? schema(Integer.parseInt(path[3])) : registered(exchange);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String registered(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String schema =
                String.valueOf(JsonParserFactory.getJsonParser().parseMap(body).get("schema"));
        synchronized (schemas) {
            if (!schemas.contains(schema)) {
                schemas.add(schema);
            }
            return "{\"id\":" + (schemas.indexOf(schema) + 1) + "}";
        }
    }

    private String schema(int id) {
        synchronized (schemas) {
            return "{\"schema\":\"" + schemas.get(id - 1).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
