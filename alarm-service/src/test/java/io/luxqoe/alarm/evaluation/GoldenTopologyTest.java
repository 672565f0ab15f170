package io.luxqoe.alarm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.avro.AvroSerdes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of the committed description is a migration of topics and stores, and is to be read as one. */
class GoldenTopologyTest {

    private static final String GOLDEN = "alarm-topology.golden.txt";

    private final String description = AlarmHarness.topology(
                    AlarmTopics.with(AvroSerdes.mock("golden")), transition -> {})
            .describe()
            .toString();

    @Test
    void theTopologyIsTheCommittedOne() throws IOException {
        // To be copied over the committed one when the change is meant.
        Files.writeString(Path.of("target", GOLDEN), description);

        assertThat(description).isEqualTo(committed());
    }

    @Test
    void everyNodeAndStoreIsNamed() {
        assertThat(description).doesNotContain("KSTREAM-", "KTABLE-", "STATE-STORE-");
    }

    private static String committed() throws IOException {
        try (InputStream golden = GoldenTopologyTest.class.getResourceAsStream("/" + GOLDEN)) {
            return new String(Objects.requireNonNull(golden, GOLDEN).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
