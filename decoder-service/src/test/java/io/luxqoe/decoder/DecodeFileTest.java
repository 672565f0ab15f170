package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NetworkEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileDecodesAsInTheService() throws IOException {
        Path file = Files.write(folder.resolve("cut.cdr"), Arrays.copyOf(Samples.file(), 2000));
        Found found = new Found();

        new DecodeFile(TestRules.keys()).decode(file, "cs-cdr", TestRules.SOURCE, found);

        assertThat(found.events)
                .hasSize(19)
                .isEqualTo(TestRules.decode(Samples.file()).events.subList(0, 19));
        assertThat(found.rejects).hasSize(1);
    }

    @Test
    void aFormatThatThereIsNotIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> new DecodeFile(TestRules.keys()).decode(new byte[1], "csv", "s", new Found()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("csv", "cs-cdr");
        assertThat(DecodeFile.formats()).contains("cs-cdr");
    }

    private static final class Found implements DecodeFile.Visitor {
        private final List<NetworkEvent> events = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();

        @Override
        public void event(NetworkEvent event) {
            events.add(event);
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }
    }
}
