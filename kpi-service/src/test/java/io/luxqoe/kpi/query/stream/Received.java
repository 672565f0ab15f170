package io.luxqoe.kpi.query.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client makes of an event stream, as the standard has it (WHATWG HTML, 9.2.6). */
final class Received {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<String> block = new ArrayList<>();
    private volatile String lastId = "";

    /**
     * An event.
     *
     * @param id id of the last event when it came
     */
    record Event(String id, String name, JsonNode data) {

        int revision() {
            return data.get("revision").asInt();
        }

        Position position() {
            return Position.parse(id);
        }
    }

    void line(String line) {
        if (!line.isEmpty()) {
            block.add(line);
            return;
        }
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String field : block) {
            if (field.startsWith(":")) {
                comments.add(field);
            } else if (field.startsWith("id: ")) {
                lastId = field.substring(4);
            } else if (field.startsWith("event: ")) {
                name = field.substring(7);
            } else if (field.startsWith("data: ")) {
                data.append(field.substring(6));
            } else if (!field.startsWith("retry: ")) {
                throw new AssertionError("no field of an event: " + field);
            }
        }
        block.clear();
        if (!data.isEmpty()) {
            events.add(new Event(lastId, name, JSON.readTree(data.toString())));
        }
    }

    /** Takes all that waits. */
    synchronized void takeFrom(Outbox outbox) {
        for (byte[] octets = outbox.take(100); octets != null; octets = outbox.take(100)) {
            String text = new String(octets, StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
                line(line);
            }
        }
    }

    List<Event> events() {
        return events;
    }

    List<Event> windows() {
        return events.stream().filter(event -> event.name().equals("window")).toList();
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    List<String> comments() {
        return comments;
    }

    /** Id that a client sends when it comes again. */
    String lastId() {
        return lastId;
    }
}
