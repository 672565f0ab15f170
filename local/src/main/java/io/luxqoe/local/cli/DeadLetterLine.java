package io.luxqoe.local.cli;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter in one line: its headers, and nothing of its octets. */
final class DeadLetterLine {

    private static final int MAX_NAME = 80;

    private DeadLetterLine() {}

    static String of(ConsumerRecord<byte[], byte[]> letter) {
        String field = header(letter, DeadLetterHeaders.ERROR_FIELD);
        int octets = letter.value() == null ? 0 : letter.value().length;
        return String.format(
                "%d@%d  %s%s  source %s  from %s/%s@%s at octet %s, %,d octets%s: %s",
                letter.partition(),
                letter.offset(),
                text(letter, DeadLetterHeaders.ERROR_CLASS),
                field == null ? "" : " " + field,
                source(letter),
                text(letter, DeadLetterHeaders.ORIGIN_TOPIC),
                text(letter, DeadLetterHeaders.ORIGIN_PARTITION),
                text(letter, DeadLetterHeaders.ORIGIN_OFFSET),
                text(letter, DeadLetterHeaders.ERROR_OFFSET),
                octets,
                header(letter, DeadLetterCipher.ENCRYPTION_HEADER) == null ? "" : ", encrypted",
                text(letter, DeadLetterHeaders.ERROR_MESSAGE));
    }

    /** A name for the file of its octets, whatever the source is called. */
    static String fileName(ConsumerRecord<byte[], byte[]> letter) {
        String source = source(letter).replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "_");
        String name = source.length() > MAX_NAME ? source.substring(0, MAX_NAME) : source;
        return name + "-" + letter.partition() + "-" + letter.offset() + ".raw";
    }

    /** The last header of that name. */
    static @Nullable String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String source(ConsumerRecord<byte[], byte[]> letter) {
        return letter.key() == null ? "none" : printable(new String(letter.key(), StandardCharsets.UTF_8));
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        String text = header(letter, name);
        return text == null ? "-" : printable(text);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
