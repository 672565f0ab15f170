package io.luxqoe.kpi.axis;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What measurements are broken down by. The value of an event on an axis is what people write, or {@value #UNKNOWN}. */
public enum Axis {
    /** Key of the cell: mcc-mnc-area-cell. */
    CELL("cell", Axis::cell),
    /** Region of the cell by the cell reference. */
    REGION("region", Axis::region),
    /** Class of the dialled number: by the dialled number reference, else by the decoder's rules. */
    NUMBER_CLASS("numberClass", Axis::numberClass);

    /** Value of an event that does not say, or whose reference is missing. */
    public static final String UNKNOWN = "unknown";

    private static final Map<NumberClass, String> CLASS_KEYS = classKeys();

    private final String id;
    private final Function<EnrichedEvent, String> valueOf;

    Axis(String id, Function<EnrichedEvent, String> valueOf) {
        this.id = id;
        this.valueOf = valueOf;
    }

    /** Id of the axis in REST queries and KPI keys. */
    public String id() {
        return id;
    }

    /** Value of the event on this axis. */
    public String valueOf(EnrichedEvent event) {
        return valueOf.apply(event);
    }

    /** The axis of that id. */
    public static Optional<Axis> named(String id) {
        return Arrays.stream(values()).filter(axis -> axis.id.equals(id)).findFirst();
    }

    private static String cell(EnrichedEvent event) {
        Location location = event.getEvent().getLocation();
        return location == null ? UNKNOWN : location.getCellKey();
    }

    private static String region(EnrichedEvent event) {
        return event.getCell() == null ? UNKNOWN : event.getCell().getRegion();
    }

    private static String numberClass(EnrichedEvent event) {
        if (event.getEvent().getDetails() instanceof VoiceCall call && call.getEmergency()) {
            // never averaged with the rest, whatever was dialled
            return classKey(NumberClass.EMERGENCY);
        }
        if (event.getDialledNumber() != null && event.getDialledNumber().getNumberClass() != NumberClass.UNKNOWN) {
            return classKey(event.getDialledNumber().getNumberClass());
        }
        PartyNumber dialled = dialled(event.getEvent().getDetails());
        return dialled == null ? UNKNOWN : classKey(dialled.getNumberClass());
    }

    private static @Nullable PartyNumber dialled(@Nullable Object details) {
        if (details instanceof VoiceCall call) {
            return call.getCalled();
        }
        return details instanceof ShortMessage message ? message.getDestination() : null;
    }

    private static String classKey(NumberClass numberClass) {
        return CLASS_KEYS.getOrDefault(numberClass, UNKNOWN);
    }

    private static Map<NumberClass, String> classKeys() {
        Map<NumberClass, String> keys = new EnumMap<>(NumberClass.class);
        for (NumberClass numberClass : NumberClass.values()) {
            keys.put(numberClass, numberClass.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return keys;
    }
}
