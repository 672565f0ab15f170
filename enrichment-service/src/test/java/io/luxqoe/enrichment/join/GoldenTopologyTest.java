package io.luxqoe.enrichment.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of a committed description is a migration of topics and stores, and is to be read as one. */
class GoldenTopologyTest {
    @Test
    void theTopologyIsTheCommittedOne() throws IOException {
        compare(false, "enrichment-topology.golden.txt");
    }

    @Test
    void theTopologyWithSingleEventsIsTheCommittedOne() throws IOException {
        compare(true, "enrichment-topology-single-events.golden.txt");
    }

    @Test
    void everyNodeAndStoreIsNamed() {
        assertThat(description(true)).doesNotContain("KSTREAM-", "KTABLE-", "STATE-STORE-");
    }

    private static String description(boolean singleEvents) {
        return EnrichmentDriver.topology(
                        AvroSerdes.mock("golden"),
                        new RecordingListener(),
                        singleEvents,
                        CommonSettings.of(EnrichmentDriver.SERVICE))
                .describe()
                .toString();
    }

    private static void compare(boolean singleEvents, String golden) throws IOException {
        String description = description(singleEvents);
        // To be copied over the committed one when the change is meant.
        Files.writeString(Path.of("target", golden), description);

        assertThat(description).isEqualTo(committed(golden));
    }

    private static String committed(String name) throws IOException {
        try (InputStream golden = GoldenTopologyTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(golden, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
