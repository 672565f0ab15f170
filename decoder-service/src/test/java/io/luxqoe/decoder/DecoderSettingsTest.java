package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.stream.DecoderOptions;
import io.luxqoe.decoder.stream.SourceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class DecoderSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theSettingsOfTheServiceAreItsDefaultsAndTheFrenchNumberingPlan() throws IOException {
        DecoderSettings settings = settings(Map.of());

        assertThat(settings.numbering().rules()).isEqualTo(NumberingRules.french());
        assertThat(settings.tolerance()).isEqualTo(new TimeTolerance(Duration.ofHours(1), Duration.ofDays(3650)));
        assertThat(settings.options())
                .isEqualTo(new DecoderOptions(
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        5,
                        Duration.ofMinutes(1),
                        200_000,
                        Duration.ofDays(30),
                        Map.of(
                                "lux.raw.cs-cdr.v1", "cs-cdr",
                                "lux.raw.ps-cdr.v1", "ps-cdr",
                                "lux.raw.ims-cdr.v1", "ims-cdr",
                                "lux.raw.cmcd.v1", "cmcd",
                                "lux.raw.data-usage.v1", "data-usage"),
                        SourceRules.NONE,
                        false));
        assertThat(settings.pseudonym()).isEqualTo(new DecoderSettings.Pseudonym(null, 131_072));
    }

    @Test
    void theServedNetworkIsWrittenAsPeopleWriteIt() throws IOException {
        int plmn = settings(Map.of("lux.decoder.serving-plmn", "310-410"))
                .options()
                .sources()
                .servingPlmn();

        assertThat(Plmns.text(plmn)).isEqualTo("310-410");
    }

    @Test
    void deadLettersAreEncryptedWhereThatIsSaid() throws IOException {
        assertThat(settings(Map.of()).deadLetter().encryption()).isEqualTo(DecoderSettings.DeadLetter.Encryption.NONE);
        assertThat(settings(Map.of("lux.decoder.dead-letter.encryption", "aes-gcm"))
                        .deadLetter()
                        .encryption())
                .isEqualTo(DecoderSettings.DeadLetter.Encryption.AES_GCM);
    }

    @Test
    void withoutAKeyTheStartStopsAndSaysWhatToSet() throws IOException {
        Path none = folder.resolve("none");
        Path noKey = Files.writeString(folder.resolve("no-key"), "key-1:c2VjcmV0");
        String key = "key-1:" + Base64.getEncoder().encodeToString(new byte[32]);

        for (Path file : new Path[] {none, noKey}) {
            assertThatThrownBy(() -> KeySource.keys(file, key))
                    .isInstanceOf(PseudonymKeyException.class)
                    .hasMessageContaining("lux.decoder.pseudonym.key-file")
                    .hasMessageNotContaining("c2VjcmV0");
        }
        assertThatThrownBy(() -> KeySource.keys(null, " "))
                .isInstanceOf(PseudonymKeyException.class)
                .hasMessageContaining("lux.decoder.pseudonym.key-file")
                .hasMessageContaining("LUX_PSEUDONYM_KEY");
        assertThatThrownBy(() -> KeySource.keys(null, "key-1"))
                .isInstanceOf(PseudonymKeyException.class)
                .hasMessageContaining("LUX_PSEUDONYM_KEY");
        assertThat(KeySource.keys(null, key).active().id()).isEqualTo("key-1");
        assertThat(KeySource.keys(Files.writeString(folder.resolve("keys"), key), null)
                        .keys())
                .hasSize(1);
    }

    private static DecoderSettings settings(Map<String, Object> set) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("test", set));
        new YamlPropertySourceLoader()
                .load("service", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("lux.decoder", DecoderSettings.class)
                .get();
    }
}
