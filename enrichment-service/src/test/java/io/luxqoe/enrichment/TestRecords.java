package io.luxqoe.enrichment;

import io.luxqoe.schemas.AccessPoint;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DataService;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the tests begin from; what a test is about it sets itself. */
public final class TestRecords {
    public static final String SOURCE = "msc-lyon-1";
    /** The network that locations are in. */
    public static final String HOME = "208-20";

    public static final String CELL = "208-20-4660-22136";
    public static final String TAC = "35332510";
    public static final String SUBSCRIBER = "pseudonym-1";
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static {
        // Avro instantiates its generated classes, for the defaults of a builder too, only once they are trusted.
        AvroSerdes.mock("trust");
    }

    private TestRecords() {}

    public static Cell.Builder cell() {
        return Cell.newBuilder()
                .setCellKey(CELL)
                .setSite("site-1")
                .setRegion("idf")
                .setDepartment("75")
                .setRadioTechnology(RadioTechnology.UNKNOWN)
                .setVendor("vendor-1")
                .setEquipment("bts-1");
    }

    public static CauseReference.Builder cause() {
        return CauseReference.newBuilder()
                .setScheme(CauseScheme.Q850)
                .setCode(17)
                .setLabel("user busy")
                .setCauseClass(CauseClass.USER)
                .setResponsibility(Responsibility.USER);
    }

    public static DeviceType.Builder device() {
        return DeviceType.newBuilder().setTac(TAC).setManufacturer("maker").setModel("model-1");
    }

    public static DialledNumber.Builder number(String digits) {
        return DialledNumber.newBuilder()
                .setDigits(digits)
                .setNumberClass(NumberClass.SERVICE)
                .setName("service " + digits);
    }

    public static Subscriber.Builder subscriber() {
        return Subscriber.newBuilder()
                .setPseudonym(SUBSCRIBER)
                .setSegment("business")
                .setAgreement("a-1")
                .setHomeRegion("idf");
    }

    public static PlannedWork.Builder work(String id, String... objects) {
        return PlannedWork.newBuilder()
                .setWorkId(id)
                .setObjects(List.of(objects))
                .setBegin(NOON.minusSeconds(3_600))
                .setEnd(NOON.plusSeconds(3_600))
                .setZone("Europe/Paris")
                .setExpectedEffect("no service");
    }

    public static Operator.Builder operator() {
        return Operator.newBuilder()
                .setPlmn(HOME)
                .setName("home")
                .setCountry("FR")
                .setRelation(OperatorRelation.HOME);
    }

    public static Equipment.Builder equipment(String id, @Nullable String parent) {
        return Equipment.newBuilder()
                .setEquipmentId(id)
                .setType("BTS")
                .setVendor("vendor-1")
                .setParent(parent)
                .setRegion("idf");
    }

    public static AccessPoint.Builder accessPoint(String name) {
        return AccessPoint.newBuilder().setAccessPointName(name).setCategory("internet");
    }

    public static DataService.Builder dataService(long ratingGroup) {
        return DataService.newBuilder()
                .setRatingGroup(ratingGroup)
                .setName("service-" + ratingGroup)
                .setCategory("video");
    }

    public static Source.Builder source() {
        return Source.newBuilder()
                .setSourceId(SOURCE)
                .setVendor("core-vendor")
                .setRelease("r1")
                .setZone("Europe/Paris");
    }

    /** An event that names no reference but its source. */
    public static NetworkEvent.Builder event(String id) {
        return NetworkEvent.newBuilder()
                .setEventId(id)
                .setEventTime(NOON)
                .setSource(SOURCE)
                .setService(ServiceType.VOICE);
    }

    /** A call that names one reference of each kind: {@link #CELL}, Q850:17, {@link #TAC}, the digits, the subscriber. */
    public static NetworkEvent.Builder call(String id, String digits) {
        return event(id)
                .setLocation(location(CELL))
                .setCause(new Cause(CauseScheme.Q850, 17, 145))
                .setDeviceTac(TAC)
                .setSubscriber(SUBSCRIBER)
                .setDetails(VoiceCall.newBuilder()
                        .setDirection(CallDirection.ORIGINATING)
                        .setCalled(dialled(digits))
                        .build());
    }

    public static ShortMessage message(CallDirection direction, String destination) {
        return ShortMessage.newBuilder()
                .setDirection(direction)
                .setDestination(dialled(destination))
                .build();
    }

    public static Location location(String cellKey) {
        return Location.newBuilder()
                .setPlmn(HOME)
                .setAreaCode(4660)
                .setCellId(22136)
                .setCellKey(cellKey)
                .build();
    }

    public static PartyNumber dialled(String digits) {
        return PartyNumber.newBuilder().setDigits(digits).build();
    }

    public static EventBlock block(NetworkEvent... events) {
        return EventBlock.newBuilder()
                .setSource(SOURCE)
                .setEvents(List.of(events))
                .setLeastEventTime(NOON)
                .setHighestEventTime(NOON)
                .build();
    }
}
