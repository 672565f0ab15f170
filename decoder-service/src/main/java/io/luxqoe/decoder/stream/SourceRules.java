package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.raw.UserLocationForm;
import java.util.Map;

/**
 * What is told of the sources: of all of them, and otherwise of some.
 *
 * @param servingPlmn network of locations that name none, in the form of {@link SourceSettings}
 * @param userLocationForm form of user location information
 * @param exceptions settings of single sources, by source id
 */
public record SourceRules(int servingPlmn, UserLocationForm userLocationForm, Map<String, SourceSettings> exceptions) {
    /** Nothing is told of any source. */
    public static final SourceRules NONE =
            new SourceRules(SourceSettings.NO_PLMN, UserLocationForm.AUTOMATIC, Map.of());

    /** The exceptions do not change. */
    public SourceRules {
        exceptions = Map.copyOf(exceptions);
    }

    /** What holds for the source of that id. */
    SourceSettings of(String source) {
        SourceSettings exception = exceptions.get(source);
        return exception != null
                ? exception
                : new SourceSettings(source, servingPlmn, userLocationForm, KeptElements.NONE);
    }
}
