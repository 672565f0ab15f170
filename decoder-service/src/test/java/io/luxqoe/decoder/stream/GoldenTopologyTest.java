package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.testing.CommonSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A change of the committed description is a migration of topics and stores, and is to be read as one. */
class GoldenTopologyTest {
    private static final String GOLDEN = "decoder-topology.golden.txt";

    @Test
    void theTopologyIsTheCommittedOne() throws IOException {
        String description = description();
        // To be copied over the committed one when the change is meant.
        Files.writeString(Path.of("target", GOLDEN), description);

        try (InputStream golden = GoldenTopologyTest.class.getResourceAsStream("/" + GOLDEN)) {
            String committed =
                    new String(Objects.requireNonNull(golden, GOLDEN).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(description).isEqualTo(committed);
        }
    }

    @Test
    void everyNodeAndStoreIsNamed() {
        assertThat(description()).doesNotContain("KSTREAM-", "KTABLE-", "STATE-STORE-");
    }

    private static String description() {
        Properties settings = CommonSettings.of("decoder-service");
        return Raw.topology()
                .addTo(CommonSettings.builder(settings))
                .build(settings)
                .describe()
                .toString();
    }
}
