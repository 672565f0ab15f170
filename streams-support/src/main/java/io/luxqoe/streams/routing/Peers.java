package io.luxqoe.streams.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the other instances. A call that fails is an answer without partitions, and says why. */
final class Peers {

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final int OK = 200;

    private final HttpClient client;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Peers(JsonMapper json, MeterRegistry meters, Duration connectTimeout) {
        this.json = json;
        this.meters = meters;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** Asks an instance for some partitions; the future never fails. */
    <A> CompletableFuture<PartitionAnswer<A>> ask(
            InstanceAddress instance, PartitionQuery<A> query, Set<Integer> partitions, Duration timeout) {
        Timer.Sample call = Timer.start(meters);
        HttpRequest request = HttpRequest.newBuilder(instance.resource(withPartitions(query.resource(), partitions)))
                .timeout(timeout)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        // the client's own time-out ends with the head of a response, and a body can stall as well
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(response -> parsed(instance, query, partitions, response))
                .handle((answer, failure) -> {
                    exchange.cancel(true);
                    call.stop(meters.timer("lux.query.calls", "outcome", outcome(failure)));
                    return failure == null ? answer : failed(instance, partitions, timeout, cause(failure));
                });
    }

    private <A> PartitionAnswer<A> parsed(
            InstanceAddress instance, PartitionQuery<A> query, Set<Integer> asked, HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new RefusedException("instance " + instance + " answered with status " + response.statusCode());
        }
        JavaType type = json.getTypeFactory().constructParametricType(PartitionAnswer.class, query.answerType());
        PartitionAnswer<A> answer = json.readValue(response.body(), type);
        if (!asked.containsAll(answer.answered()) || answer.answered().isEmpty() != (answer.answer() == null)) {
            throw new RefusedException("instance " + instance + " answered for what it was not asked");
        }
        return answer;
    }

    private static <A> PartitionAnswer<A> failed(
            InstanceAddress instance, Set<Integer> partitions, Duration timeout, Throwable cause) {
        LOG.debug("Instance {} did not answer for partitions {}", instance, partitions, cause);
        String reason;
        if (cause instanceof RefusedException) {
            reason = String.valueOf(cause.getMessage());
        } else if (timedOut(cause)) {
            reason = "instance " + instance + " did not answer within " + timeout.toMillis() + " ms";
        } else if (cause instanceof JacksonException) {
            reason = "instance " + instance + " answered what cannot be read";
        } else {
            reason = "instance " + instance + " cannot be reached";
        }
        Map<Integer, String> missing = new TreeMap<>();
        partitions.forEach(partition -> missing.put(partition, reason));
        return new PartitionAnswer<>(List.of(), missing, null);
    }

    private static String withPartitions(String resource, Set<Integer> partitions) {
        return resource
                + (resource.indexOf('?') < 0 ? "?" : "&")
                + "partitions="
                + partitions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "answered";
        }
        return timedOut(cause(failure)) ? "timed-out" : "failed";
    }

    private static boolean timedOut(Throwable cause) {
        return cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** An instance answered, but not what was asked. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }
}
