package io.luxqoe.decoder;

import io.luxqoe.decoder.format.RawFormats;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of topics to names of raw formats that there are, at least one of them not empty. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Constraint(validatedBy = KnownFormats.Validator.class)
@interface KnownFormats {
    /** What is wrong. */
    String message() default "must name raw formats that there are";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Validation payload. */
    Class<? extends Payload>[] payload() default {};

    /** Says which name is no format's, and which there are. */
    final class Validator implements ConstraintValidator<KnownFormats, Map<String, String>> {
        @Override
        public boolean isValid(@Nullable Map<String, String> topics, ConstraintValidatorContext context) {
            if (topics == null) {
                return true;
            }
            for (Map.Entry<String, String> topic : topics.entrySet()) {
                String format = topic.getValue();
                if (!format.isBlank() && RawFormats.named(format).isEmpty()) {
                    return refused(
                            context,
                            "[" + topic.getKey() + "] is " + format + ", allowed are "
                                    + String.join(", ", RawFormats.names())
                                    + ", or nothing for a topic not to be read");
                }
            }
            return topics.values().stream().anyMatch(format -> !format.isBlank())
                    || refused(context, "must have a topic to be read");
        }

        private static boolean refused(ConstraintValidatorContext context, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message.replaceAll("[{}$]", "?"))
                    .addConstraintViolation();
            return false;
        }
    }
}
