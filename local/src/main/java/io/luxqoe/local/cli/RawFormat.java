package io.luxqoe.local.cli;

import io.luxqoe.schemas.topic.LuxTopic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The raw formats, as a command line names them. */
enum RawFormat {
    CS_CDR("cs-cdr", LuxTopic.RAW_CS_CDR, List.of()),
    PS_CDR("ps-cdr", LuxTopic.RAW_PS_CDR, List.of("ps")),
    IMS_CDR("ims-cdr", LuxTopic.RAW_IMS_CDR, List.of("ims")),
    CMCD("cmcd", LuxTopic.RAW_CMCD, List.of("cmcd", "txt", "log"));

    private final String label;
    private final LuxTopic topic;
    private final List<String> endings;

    RawFormat(String label, LuxTopic topic, List<String> endings) {
        this.label = label;
        this.topic = topic;
        this.endings = endings;
    }

    /** Topic that takes the format. */
    LuxTopic topic() {
        return topic;
    }

    /** The format that a file's ending tells; circuit-switched call records if it tells none. */
    static RawFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst()
                .orElse(CS_CDR);
    }

    /** The names of all, for a message. */
    static String names() {
        return Arrays.stream(values()).map(RawFormat::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label;
    }
}
