package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.question.InvalidQuestionException;
import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/kpis/{kpi}/stream}: one KPI as it is published, as server-sent events. */
@RestController
@RequestMapping("/api/v1/kpis")
@Tag(name = "Values")
final class StreamController {

    private static final String LAST_EVENT_ID = "lastEventId";

    /** Which windows are wanted. */
    private enum Status {
        ALL,
        FINAL
    }

    private final Questions questions;
    private final LiveStreams streams;

    StreamController(Questions questions, LiveStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    @GetMapping(path = "/{kpi}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Values as they are published, PROVISIONAL and FINAL, until the client closes",
            description = "Events: `window`, a value as in /values with its key; `reset`, when not all that follows"
                    + " Last-Event-ID can be sent; `closed`, before the service ends the stream.")
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events; the data of a window is",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = KpiPoint.class)))
    void stream(
            @PathVariable("kpi") String kpiId,
            @Parameter(description = "Axis", example = "region") @RequestParam(name = "axis") String axis,
            @Parameter(description = "Value on the axis; all unless given", example = "Bretagne")
                    @RequestParam(name = "key", required = false)
                    @Nullable
                    String key,
            @Parameter(description = "What the values on the axis begin with; not with 'key'", example = "208-20-")
                    @RequestParam(name = "prefix", required = false)
                    @Nullable
                    String prefix,
            @Parameter(description = "Window size; the base size unless given", example = "PT1M")
                    @RequestParam(name = "window", required = false)
                    @Nullable
                    String size,
            @Parameter(description = "'final' for FINAL windows only")
                    @RequestParam(name = "status", defaultValue = "all")
                    String status,
            @Parameter(description = "The header Last-Event-ID, for tools that cannot set it; the header counts")
                    @RequestParam(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String idParameter,
            @Parameter(description = "Id of the last event that was received, to go on behind it")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String idHeader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Kpi kpi = questions.kpi(kpiId);
        Subject subject = questions.subject(kpi, axis, questions.window(size));
        boolean finalOnly = Questions.word("status", status, Status.class) == Status.FINAL;
        StreamFilter filter = new StreamFilter(subject, keyOrPrefix(key, prefix), key != null, finalOnly);
        Position from = position(isNone(idHeader) ? idParameter : idHeader);

        if (HttpMethod.HEAD.matches(request.getMethod())) {
            putHead(response);
            return;
        }
        Subscriber subscriber = streams.admit(filter);
        try {
            putHead(response);
            Connection connection =
                    new Connection(request.startAsync(), subscriber.outbox(), () -> streams.leave(subscriber));
            subscriber.sendBy(connection::send);
            connection.open();
            streams.follow(subscriber, from);
        } catch (IOException | RuntimeException e) {
            streams.leave(subscriber);
            throw e;
        }
    }

    private static void putHead(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // proxies that gather a response before they send it on would have to wait for ever
        response.setHeader("X-Accel-Buffering", "no");
    }

    private static String keyOrPrefix(@Nullable String key, @Nullable String prefix) {
        if (key == null) {
            return prefix == null ? "" : Questions.key("prefix", prefix);
        }
        if (prefix != null) {
            throw InvalidQuestionException.of("prefix", "is of no use beside key");
        }
        return Questions.key("key", key);
    }

    private static @Nullable Position position(@Nullable String id) {
        if (id == null || isNone(id)) {
            return null;
        }
        try {
            return Position.parse(id);
        } catch (IllegalArgumentException e) {
            throw InvalidQuestionException.of(LAST_EVENT_ID, "is no id of an event of these streams");
        }
    }

    private static boolean isNone(@Nullable String id) {
        return id == null || id.isBlank();
    }
}
