package io.luxqoe.kpi.query.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as they are sent: blocks of {@code text/event-stream} (WHATWG HTML, 9.2), UTF-8. */
final class Events {

    private static final byte[] END = octets("\n\n");

    private final JsonMapper json;

    /** @param json writes values as in all answers of this service */
    Events(JsonMapper json) {
        // an event ends at the first empty line
        this.json = json.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** Why a client was not sent what follows its id. */
    enum Reset {
        /** The topic does not keep them any more. */
        EXPIRED,
        /** They are more than are read again. */
        TOO_MANY,
        /** The topic is not the one that the id is of, or has lost what the id says was there. */
        UNKNOWN
    }

    /** Why a stream ends; a client may go on from its last id. */
    enum Closed {
        /** The client took less than came. */
        SLOW,
        /** This instance stops. */
        STOPPING,
        /** The topic cannot be read now. */
        FAILED
    }

    /** What {@code reset} says. */
    record ResetData(Reset reason, String detail) {}

    /** What {@code closed} says. */
    record ClosedData(Closed reason) {}

    /** How long a client waits before it comes again. */
    byte[] retry(Duration after) {
        return octets("retry: " + after.toMillis() + "\n\n");
    }

    byte[] window(Position position, Object value) {
        return block("id: " + position.id() + "\nevent: window\ndata: ", value);
    }

    /** A comment with an id: no event, but a client goes on from there. */
    byte[] heartbeat(Position position) {
        return octets(": \nid: " + position.id() + "\n\n");
    }

    /** A comment, where no position can be told. */
    byte[] heartbeat() {
        return octets(": \n\n");
    }

    byte[] reset(Position position, Reset reason, String detail) {
        return block("id: " + position.id() + "\nevent: reset\ndata: ", new ResetData(reason, detail));
    }

    byte[] closed(Closed reason) {
        return block("event: closed\ndata: ", new ClosedData(reason));
    }

    private byte[] block(String head, Object value) {
        byte[] data = json.writeValueAsBytes(value);
        return ByteBuffer.allocate(head.length() + data.length + END.length)
                .put(octets(head))
                .put(data)
                .put(END)
                .array();
    }

    private static byte[] octets(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
