package io.luxqoe.decoder;

import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.decoder.stream.DecoderOptions;
import io.luxqoe.decoder.stream.SourceRules;
import io.luxqoe.schemas.NumberClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service; {@code application.yml} says what each is for.
 *
 * @param pseudonym how identities are replaced
 * @param deadLetter how dead letters are written
 * @param futureTolerance how far an event time may lie after its raw record, 0 s to 10 d
 * @param pastTolerance how far it may lie before it, 1 h to 36500 d
 * @param statusInterval pace of source statuses and of the clock that sees silence, 100 ms to 1 min
 * @param idleAfter silence after which a source is marked idle, 1 s to 7 d
 * @param silenceFactor how many of its usual intervals a source may be silent before that is reported, 1 to 1000
 * @param leastSilence silence that is never reported, 1 s to 7 d
 * @param sourceRetention silence after which a source is forgotten, 1 d to 3650 d
 * @param duplicateHistory events of each source that are remembered, 0 to 10 million
 * @param servingPlmn network of locations that name none, such as 208-20
 * @param userLocation form of user location information
 * @param topics raw format of each raw topic; an empty one switches a topic off
 * @param sources what holds for single sources, by source id
 * @param numbering numbering plan
 */
@Validated
@ConfigurationProperties("lux.decoder")
record DecoderSettings(
        @DefaultValue @Valid Pseudonym pseudonym,
        @DefaultValue @Valid DeadLetter deadLetter,
        @DefaultValue("1h") @NotNull @DurationMin @DurationMax(days = 10) Duration futureTolerance,
        @DefaultValue("3650d") @NotNull @DurationMin(hours = 1) @DurationMax(days = 36_500) Duration pastTolerance,
        @DefaultValue("1s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration statusInterval,
        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) Duration idleAfter,
        @DefaultValue("5") @DecimalMin("1") @DecimalMax("1000") double silenceFactor,
        @DefaultValue("1m") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) Duration leastSilence,
        @DefaultValue("30d") @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) Duration sourceRetention,
        @DefaultValue("200000") @Min(0) @Max(10_000_000) int duplicateHistory,
        @Nullable @Pattern(regexp = "\\d{3}-\\d{2,3}", message = "must be mcc-mnc, such as 208-20") String servingPlmn,
        @DefaultValue("automatic") @NotNull UserLocationForm userLocation,
        @NotNull @KnownFormats Map<String, String> topics,
        @DefaultValue Map<String, @Valid Source> sources,
        @NotNull @Valid Numbering numbering) {

    /**
     * What holds for one source in place of what holds for all.
     *
     * @param servingPlmn network of its locations that name none, such as 208-20
     * @param userLocation form of its user location information
     * @param keepUnknownElements tags of the elements that no table knows and that are kept as hexadecimal, or {@code all}
     */
    record Source(
            @Nullable @Pattern(regexp = "\\d{3}-\\d{2,3}", message = "must be mcc-mnc, such as 208-20")
                    String servingPlmn,
            @Nullable UserLocationForm userLocation,
            @DefaultValue
                    List<@NotNull @Pattern(regexp = "all|\\d{1,6}", message = "must be a tag number or all") String>
                            keepUnknownElements) {

        KeptElements keptElements() {
            if (keepUnknownElements.contains("all")) {
                return KeptElements.ALL;
            }
            return new KeptElements(
                    false, keepUnknownElements.stream().map(Integer::valueOf).collect(Collectors.toSet()));
        }
    }

    /**
     * How identities are replaced.
     *
     * @param keyFile file of keys, one a line, keyId:base64(32 octets), the active one first
     * @param cacheSize pseudonyms of each kind that a task remembers, 1 to 4 million
     */
    record Pseudonym(@Nullable Path keyFile, @DefaultValue("131072") @Min(1) @Max(4_000_000) int cacheSize) {}

    /**
     * How dead letters are written.
     *
     * @param encryption of their values, which are raw octets and may name subscribers
     * @param recordsWithoutEvent whether records of a known type that gives no event are dead letters
     */
    record DeadLetter(
            @DefaultValue("none") @NotNull Encryption encryption, @DefaultValue("true") boolean recordsWithoutEvent) {
        /** Of the values of dead letters. */
        enum Encryption {
            /** As they came. */
            NONE,
            /** By {@link io.luxqoe.decoder.identity.DeadLetterCipher}. */
            AES_GCM
        }
    }

    /**
     * The numbering plan of the country.
     *
     * @param countryCode country calling code
     * @param nationalPrefix dialled before a national number
     * @param internationalPrefix dialled before an international number
     * @param nationalLength digits of a national significant number
     * @param emergency emergency numbers
     * @param national classes by the first one to three digits of the national significant number
     * @param undecorated classes of numbers dialled as they are, ? for any digit
     */
    record Numbering(
            @NotNull @Pattern(regexp = "[1-9]\\d{0,2}", message = DIGITS) String countryCode,
            @NotNull @Pattern(regexp = "\\d{0,3}", message = DIGITS) String nationalPrefix,
            @NotNull @Pattern(regexp = "\\d{1,5}", message = DIGITS) String internationalPrefix,
            @Min(3) @Max(14) int nationalLength,
            @NotEmpty List<@NotNull @Pattern(regexp = "\\d{1,15}", message = DIGITS) String> emergency,
            @NotEmpty
                    Map<
                                    NumberClass,
                                    List<@Pattern(regexp = "\\d{1,3}", message = "must be one to three digits") String>>
                            national,
            @NotNull
                    Map<NumberClass, List<@Pattern(regexp = "[0-9?]{1,15}", message = "must be digits and ?") String>>
                            undecorated) {

        private static final String DIGITS = "must be digits, and not so many";

        NumberingRules rules() {
            return new NumberingRules(
                    countryCode, nationalPrefix, internationalPrefix, nationalLength, emergency, national, undecorated);
        }
    }

    TimeTolerance tolerance() {
        return new TimeTolerance(futureTolerance, pastTolerance);
    }

    DecoderOptions options() {
        return new DecoderOptions(
                statusInterval,
                idleAfter,
                silenceFactor,
                leastSilence,
                duplicateHistory,
                sourceRetention,
                topicsInUse(),
                sourceRules(),
                !deadLetter.recordsWithoutEvent());
    }

    private Map<String, String> topicsInUse() {
        return topics.entrySet().stream()
                .filter(topic -> !topic.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SourceRules sourceRules() {
        Map<String, SourceSettings> exceptions = new HashMap<>();
        sources.forEach((id, source) -> exceptions.put(
                id,
                new SourceSettings(
                        id,
                        plmn(source.servingPlmn() == null ? servingPlmn : source.servingPlmn()),
                        source.userLocation() == null ? userLocation : source.userLocation(),
                        source.keptElements())));
        return new SourceRules(plmn(servingPlmn), userLocation, exceptions);
    }

    private static int plmn(@Nullable String text) {
        return text == null ? Plmns.NONE : Plmns.parse(text);
    }
}
