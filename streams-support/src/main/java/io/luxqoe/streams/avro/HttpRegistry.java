package io.luxqoe.streams.avro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry that speaks Confluent's REST interface, version 1: Confluent's own, Apicurio's, Karapace. */
final class HttpRegistry implements SchemaRegistry {

    private static final int SCHEMA_NOT_FOUND = 40403;

    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryTransport transport;

    HttpRegistry(RegistryTransport transport) {
        this.transport = transport;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(post("/subjects/" + encoded(subject) + "/versions", schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return id(post("/subjects/" + encoded(subject), schema));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode answer = get("/subjects/" + encoded(subject) + "/versions/latest");
        return new RegisteredSchema(id(answer), schema(answer));
    }

    @Override
    public Schema byId(int id) {
        RegistryTransport.Answer answer = transport.get("/schemas/ids/" + id);
        if (answer.status() == 404 && errorCode(answer) == SCHEMA_NOT_FOUND) {
            throw new UnknownSchemaException(id);
        }
        return schema(accepted(answer));
    }

    private JsonNode get(String path) {
        return accepted(transport.get(path));
    }

    private JsonNode post(String path, Schema schema) {
        String body = JSON.writeValueAsString(JSON.createObjectNode().put("schema", schema.toString()));
        return accepted(transport.post(path, body));
    }

    private static JsonNode accepted(RegistryTransport.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new RegistryRefusedException(answer.status(), answer.refusal());
        }
        return json(answer);
    }

    private static JsonNode json(RegistryTransport.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw nonsense("no JSON");
        }
    }

    private static int errorCode(RegistryTransport.Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("error_code").asInt(0);
        } catch (JacksonException e) {
            return 0; // not the registry speaks here, but a proxy or another server at this address
        }
    }

    private static int id(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.isInt()) {
            throw nonsense("no id");
        }
        return id.intValue();
    }

    private static Schema schema(JsonNode answer) {
        JsonNode schema = answer.path("schema");
        if (!schema.isString() || !answer.path("schemaType").asString("AVRO").equals("AVRO")) {
            throw nonsense("no Avro schema");
        }
        try {
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(schema.stringValue());
        } catch (SchemaParseException e) {
            throw nonsense("a schema that Avro cannot parse");
        }
    }

    private static RegistryRefusedException nonsense(String what) {
        return new RegistryRefusedException(200, "The schema registry answered with " + what);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
