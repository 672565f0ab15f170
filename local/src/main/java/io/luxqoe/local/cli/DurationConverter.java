package io.luxqoe.local.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as ISO 8601 has them (PT60S) and as people write them (60s, 5m, 1h30m, 500ms). */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + ")+");

    @Override
    public Duration convert(String text) {
        Duration duration = parse(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new TypeConversionException("'" + text + "' is not a time above zero");
        }
        return duration;
    }

    private static Duration parse(String given) {
        String text = given.trim().toLowerCase(Locale.ROOT);
        if (PARTS.matcher(text).matches()) {
            Duration sum = Duration.ZERO;
            Matcher parts = PART.matcher(text);
            while (parts.find()) {
                sum = sum.plus(part(Long.parseLong(parts.group(1)), parts.group(2)));
            }
            return sum;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + given + "' is not a duration such as 60s, 5m, 1h30m or PT60S");
        }
    }

    private static Duration part(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
