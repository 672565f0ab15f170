package io.luxqoe.enrichment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.json.JsonParserFactory;

/** A schema registry over HTTP, for services in other processes too; it can keep a schema back. */
public final class TestRegistry implements AutoCloseable {
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private final Set<Integer> heldBack = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    /** Answers as soon as it is made. */
    public TestRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on there is no answer for that schema, until it is released. */
    void holdBack(int id) {
        heldBack.add(id);
    }

    /** Gives the schema out again. */
    void release(int id) {
        heldBack.remove(id);
    }

    /** Another schema of the same fields. */
    synchronized int copyOf(int id) {
        schemas.add(schemas.get(id - 1));
        return schemas.size();
    }

    /** The schema that a record was written with. */
    static int schemaOf(byte[] octets) {
        return ByteBuffer.wrap(octets).getInt(1);
    }

    /** The record as if it were written with that schema. */
    static byte[] withSchema(int id, byte[] octets) {
        return ByteBuffer.wrap(octets.clone()).putInt(1, id).array();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Answer answer = path[1].equals("schemas") ? schema(Integer.parseInt(path[3])) : registered(exchange);
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer registered(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Object schema = JsonParserFactory.getJsonParser().parseMap(body).get("schema");
        return new Answer(200, "{\"id\":" + register(String.valueOf(schema)) + "}");
    }

    private Answer schema(int id) {
        if (heldBack.contains(id)) {
            return new Answer(503, "{\"error_code\":50301,\"message\":\"held back\"}");
        }
        String text = schemas.get(id - 1).replace("\\", "\\\\").replace("\"", "\\\"");
        return new Answer(200, "{\"schema\":\"" + text + "\"}");
    }

    private synchronized int register(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
