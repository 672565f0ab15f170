package example.architecture.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/** What the architecture rules say of clocks, one class for each way to read one. */
public final class Readings {

    private Readings() {}

    static final class Milliseconds {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static final class Moment {
        Instant now() {
            return Instant.now();
        }
    }

    static final class Reference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    static final class Day {
        LocalDate now() {
            return LocalDate.now(ZoneId.of("Europe/Paris"));
        }
    }

    static final class OldDate {
        @SuppressWarnings("JavaUtilDate")
        Date now() {
            return new Date();
        }
    }

    static final class SystemClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class SystemSource {
        InstantSource source() {
            return InstantSource.system();
        }
    }

    @AutoConfiguration
    static class Allowed {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class Injected {
        Instant now(InstantSource source) {
            return source.instant();
        }

        Instant fixed() {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC).instant();
        }
    }
}
