package io.luxqoe.decoder.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampsTest {
    @Test
    void anOffsetFromUtcIsTakenIntoAccount() throws DecodeFailure {
        assertThat(read("2611201646152B0100")).isEqualTo(Instant.parse("2026-11-20T15:46:15Z"));
        assertThat(read("2611201646152D0330")).isEqualTo(Instant.parse("2026-11-20T20:16:15Z"));
        assertThat(read("2401010000002B1400")).isEqualTo(Instant.parse("2023-12-31T10:00:00Z"));
    }

    @Test
    void everySecondOfTheCenturyIsWhatTheCalendarSays() throws DecodeFailure {
        Random random = new Random(3);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuMMddHHmmss");
        LocalDateTime first = LocalDateTime.of(2000, 1, 1, 0, 0);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime time = first.plusSeconds(random.nextLong(36_525L * 86_400));
            assertThat(read(format.format(time) + "2B0000")).isEqualTo(time.toInstant(ZoneOffset.UTC));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2A11201646152B0100", // no BCD
                "2600201646152B0100", // month 0
                "2613201646152B0100", // month 13
                "2602291646152B0100", // no leap year
                "2611311646152B0100", // no 31 November
                "2611202446152B0100", // hour 24
                "2611201660152B0100", // minute 60
                "2611201646602B0100", // second 60
                "261120164615200100", // no sign
                "2611201646152B1600", // no such zone
                "2611201646152B0060",
                "1A0B140E102E2B0000" // binary, as one writer does
            })
    void whatIsNoTimeIsRefused(String octets) {
        assertThatThrownBy(() -> read(octets)).isInstanceOfSatisfying(DecodeFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(RejectReason.BAD_VALUE);
            assertThat(failure.field()).isEqualTo("releaseTime");
        });
    }

    private static Instant read(String octets) throws DecodeFailure {
        return Instant.ofEpochMilli(TimeStamps.read(Ber.hex(octets), 0, "releaseTime"));
    }
}
