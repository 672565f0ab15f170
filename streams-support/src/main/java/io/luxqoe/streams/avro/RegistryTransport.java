package io.luxqoe.streams.avro;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP to one of several equal registries: the first that answers is kept, the others stand by.
 *
 * <p>A connection that fails, a time-out, a 5xx status and 429 are tried again on the next address, and after a round
 * of all of them once more after a growing pause, for as long as {@code lux.registry.retry-for} says.
 */
final class RegistryTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    // less than max.poll.interval.ms of the consumer (5 minutes), so that waiting costs no rebalance
    private static final Duration RETRY_FOR = Duration.ofMinutes(4);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
    private static final Set<String> NAMES =
            Set.of(AvroConfig.URL, AvroConfig.RETRY_FOR, CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS);

    private final HttpClient client;
    private final List<RegistryAddress> addresses;
    private final Duration readTimeout;
    private final long retryForNanos;
    private volatile int current;

    private RegistryTransport(
            HttpClient client, List<RegistryAddress> addresses, Duration readTimeout, Duration retryFor) {
        this.client = client;
        this.addresses = addresses;
        this.readTimeout = readTimeout;
        this.retryForNanos = retryFor.toNanos();
    }

    static RegistryTransport of(Map<String, ?> config) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(AvroConfig.milliseconds(config, CONNECT_TIMEOUT_MS, CONNECT_TIMEOUT));
        RegistryTls.context(config).ifPresent(client::sslContext);
        return new RegistryTransport(
                client.build(),
                RegistryAddress.all(config),
                AvroConfig.milliseconds(config, READ_TIMEOUT_MS, READ_TIMEOUT),
                AvroConfig.duration(config, AvroConfig.RETRY_FOR, RETRY_FOR));
    }

    /** Whether the configuration {@code name} says anything to a transport. */
    static boolean reads(String name) {
        return NAMES.contains(name) || RegistryAddress.reads(name) || RegistryTls.reads(name);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    private Answer send(String method, String path, @Nullable String body) {
        long start = System.nanoTime();
        for (int failures = 1; ; failures++) {
            int index = current;
            RegistryAddress address = addresses.get(index);
            String failure;
            IOException cause = null;
            try {
                Answer answer = exchange(address, method, path, body);
                if (!answer.mayHeal()) {
                    return answer;
                }
                failure = "status " + answer.status();
            } catch (IOException e) {
                failure = e.getClass().getSimpleName();
                cause = e;
            } catch (InterruptedException e) {
                throw new InterruptException("Interrupted while waiting for the schema registry", e);
            }
            current = (index + 1) % addresses.size();
            LOG.warn("Schema registry {} failed ({}), attempt {}", address, failure, failures);
            Duration pause = pauseAfter(failures);
            if (!pause.isZero()) {
                if (System.nanoTime() - start + pause.toNanos() > retryForNanos) {
                    throw new RegistryUnavailableException(
                            "No schema registry answered in " + Duration.ofNanos(retryForNanos) + "; the last, "
                                    + address + ", failed with " + failure,
                            cause);
                }
                sleep(pause);
            }
        }
    }

    private Answer exchange(RegistryAddress address, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.base() + path))
                .timeout(readTimeout)
                .header("Accept", MEDIA_TYPE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        String authorization = address.authorization();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body());
    }

    /** None before every address was tried, then doubling from 100 ms to 10 s, less up to half of it by chance. */
    private Duration pauseAfter(int failures) {
        int rounds = failures / addresses.size();
        if (failures % addresses.size() != 0) {
            return Duration.ZERO;
        }
        long longest = Math.min(FIRST_PAUSE.toMillis() << Math.min(rounds - 1, 10), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while waiting for the schema registry", e);
        }
    }

    /** What a registry said. */
    record Answer(int status, String body) {

        private static final int LONGEST_QUOTE = 300;

        private boolean mayHeal() {
            return status >= 500 || status == 429 || status == 408;
        }

        /** The refusal as a sentence; a registry's answer quotes schemas at most, never data. */
        String refusal() {
            String quote = body.length() > LONGEST_QUOTE ? body.substring(0, LONGEST_QUOTE) + "…" : body;
            return "The schema registry refused with status " + status + ": " + quote.replaceAll("\\s+", " ");
        }
    }
}
