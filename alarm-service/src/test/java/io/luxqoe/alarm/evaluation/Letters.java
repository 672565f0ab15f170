package io.luxqoe.alarm.evaluation;

import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** What dead letters say. */
final class Letters {

    private Letters() {}

    static String errorClass(Headers headers) {
        return text(headers, DeadLetterHeaders.ERROR_CLASS);
    }

    static String errorMessage(Headers headers) {
        return text(headers, DeadLetterHeaders.ERROR_MESSAGE);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
