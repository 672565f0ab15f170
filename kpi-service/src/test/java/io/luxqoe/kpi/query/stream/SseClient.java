package io.luxqoe.kpi.query.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A client of a stream over HTTP. */
final class SseClient implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Received received = new Received();
    private final HttpResponse<InputStream> response;
    private final CompletableFuture<Void> reading;

    private SseClient(HttpResponse<InputStream> response) {
        this.response = response;
        reading = CompletableFuture.runAsync(this::read);
    }

    /** Begins a stream; with an id behind what has that id. */
    static SseClient open(URI stream, String lastEventId) throws Exception {
        HttpResponse<InputStream> response = HTTP.send(
                HttpRequest.newBuilder(stream)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", lastEventId)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        return new SseClient(response);
    }

    static HttpResponse<String> ask(URI resource) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(resource).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                received.line(line);
            }
        } catch (IOException e) {
            // closed in the middle of a line
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    Received received() {
        return received;
    }

    /** Whether the other side has closed. */
    boolean isOver() {
        return reading.isDone();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
