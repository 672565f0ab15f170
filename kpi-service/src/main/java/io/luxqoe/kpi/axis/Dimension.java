package io.luxqoe.kpi.axis;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VideoSession;
import io.luxqoe.schemas.VoiceCall;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an {@link Axis} is made of: one property of an event, as people write it. */
public enum Dimension {
    /** Key of the cell: mcc-mnc-area-cell. */
    CELL("cell", Families.OF_SUBSCRIBERS, Dimension::cell),
    /** Site of the cell by the cell reference. */
    SITE("site", Families.OF_SUBSCRIBERS, event -> of(event.getCell(), CellContext::getSite)),
    /** Region of the cell by the cell reference. */
    REGION("region", Families.OF_SUBSCRIBERS, event -> of(event.getCell(), CellContext::getRegion)),
    /** Department of the cell by the cell reference. */
    DEPARTMENT("department", Families.OF_SUBSCRIBERS, event -> of(event.getCell(), CellContext::getDepartment)),
    /** Radio technology of the location, else of the data record, else of the cell reference. */
    TECHNOLOGY("technology", Families.OF_SUBSCRIBERS, Dimension::technology),
    /** Vendor of the radio equipment by the cell reference. */
    VENDOR("vendor", Families.OF_SUBSCRIBERS, event -> of(event.getCell(), CellContext::getVendor)),
    /** The equipment that the cell hangs on. */
    EQUIPMENT(
            "equipment",
            Families.OF_SUBSCRIBERS,
            event ->
                    event.getEquipment().isEmpty() ? null : event.getEquipment().get(0)),
    /** Network element or collector that wrote the record. */
    SOURCE("source", Families.ALL, event -> event.getEvent().getSource()),
    /** Manufacturer of the device by its TAC. */
    MANUFACTURER("manufacturer", Families.ALL, event -> of(event.getDevice(), device -> device.getManufacturer())),
    /** Manufacturer and model of the device by its TAC. */
    DEVICE(
            "device",
            Families.ALL,
            event -> of(event.getDevice(), device -> device.getManufacturer() + ' ' + device.getModel())),
    /** Class of the dialled number: by the dialled number reference, else by the decoder's rules. */
    NUMBER_CLASS("numberClass", Families.WITH_NUMBERS, Dimension::numberClass),
    /** Network identifier of the APN or DNN. */
    ACCESS_POINT(
            "accessPoint",
            Families.DATA,
            event -> details(event) instanceof DataSession session ? session.getAccessPointName() : null),
    /** Category of the service that the first rating group with one names. */
    SERVICE_CATEGORY(
            "serviceCategory",
            Families.DATA,
            event -> event.getServices().isEmpty()
                    ? null
                    : event.getServices().get(0).getCategory()),
    /** Segment of the subscriber. */
    SEGMENT("segment", Families.ALL, event -> of(event.getSubscriber(), subscriber -> subscriber.getSegment())),
    /** Operator of the subscriber's home network. */
    HOME_OPERATOR("homeOperator", Families.ALL, event -> of(event.getHomeOperator(), operator -> operator.getName())),
    /** Host that the reports of a video session are about. */
    HOST("host", Families.VIDEO, Dimension::host);

    private static final Map<NumberClass, String> NUMBER_CLASSES =
            written(NumberClass.class, name -> name.toLowerCase(Locale.ROOT));
    private static final Map<RadioTechnology, String> TECHNOLOGIES =
            written(RadioTechnology.class, UnaryOperator.identity());

    private final String id;
    private final Set<String> families;
    private final Function<EnrichedEvent, @Nullable String> valueOf;

    Dimension(String id, Set<String> families, Function<EnrichedEvent, @Nullable String> valueOf) {
        this.id = id;
        this.families = families;
        this.valueOf = valueOf;
    }

    /** Id in axis ids. */
    public String id() {
        return id;
    }

    /** Ids of the measurement families whose events can have it. */
    Set<String> families() {
        return families;
    }

    /** Value of an event, {@link Axis#UNKNOWN} where it does not say or its reference is missing. */
    String valueOf(EnrichedEvent event) {
        String value = valueOf.apply(event);
        return value == null || value.isEmpty() ? Axis.UNKNOWN : value;
    }

    static Optional<Dimension> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    private static <T> @Nullable String of(@Nullable T context, Function<T, @Nullable String> field) {
        return context == null ? null : field.apply(context);
    }

    /** Symbols as people write them, with hyphens; UNKNOWN has no text. */
    private static <E extends Enum<E>> Map<E, String> written(Class<E> symbols, UnaryOperator<String> inCase) {
        Map<E, String> texts = new EnumMap<>(symbols);
        for (E symbol : symbols.getEnumConstants()) {
            if (!symbol.name().equals("UNKNOWN")) {
                texts.put(symbol, inCase.apply(symbol.name().replace('_', '-')));
            }
        }
        return texts;
    }

    private static @Nullable Object details(EnrichedEvent event) {
        return event.getEvent().getDetails();
    }

    private static @Nullable String cell(EnrichedEvent event) {
        Location location = event.getEvent().getLocation();
        return location == null ? null : location.getCellKey();
    }

    private static @Nullable String technology(EnrichedEvent event) {
        Location location = event.getEvent().getLocation();
        RadioTechnology technology = location == null ? RadioTechnology.UNKNOWN : location.getRadioTechnology();
        if (technology == RadioTechnology.UNKNOWN && details(event) instanceof DataSession session) {
            technology = session.getRadioTechnology();
        }
        if (technology == RadioTechnology.UNKNOWN && event.getCell() != null) {
            technology = event.getCell().getRadioTechnology();
        }
        return TECHNOLOGIES.get(technology);
    }

    private static @Nullable String numberClass(EnrichedEvent event) {
        if (details(event) instanceof VoiceCall call && call.getEmergency()) {
            // never averaged with the rest, whatever was dialled
            return NUMBER_CLASSES.get(NumberClass.EMERGENCY);
        }
        if (event.getDialledNumber() != null && event.getDialledNumber().getNumberClass() != NumberClass.UNKNOWN) {
            return NUMBER_CLASSES.get(event.getDialledNumber().getNumberClass());
        }
        PartyNumber dialled = dialled(details(event));
        return dialled == null ? null : NUMBER_CLASSES.get(dialled.getNumberClass());
    }

    private static @Nullable PartyNumber dialled(@Nullable Object details) {
        if (details instanceof VoiceCall call) {
            return call.getCalled();
        }
        return details instanceof ShortMessage message ? message.getDestination() : null;
    }

    private static @Nullable String host(EnrichedEvent event) {
        return details(event) instanceof VideoSession session ? session.getRequestedHost() : null;
    }

    /** Ids of measurement families; a class of its own, since an enum's constants come before its static fields. */
    private static final class Families {
        static final Set<String> OF_SUBSCRIBERS = Set.of("voice", "messaging", "data");
        static final Set<String> WITH_NUMBERS = Set.of("voice", "messaging");
        static final Set<String> DATA = Set.of("data");
        static final Set<String> VIDEO = Set.of("video");
        static final Set<String> ALL = Set.of("voice", "messaging", "data", "video");
    }
}
