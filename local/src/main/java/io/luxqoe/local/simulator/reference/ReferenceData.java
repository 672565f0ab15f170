package io.luxqoe.local.simulator.reference;

import io.luxqoe.local.simulator.alarm.DefaultAlarmRules;
import io.luxqoe.local.simulator.network.Handset;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.PublicNumber;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.topic.LuxTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The reference records of the simulated operator, the default alarm rules included. */
public final class ReferenceData {

    /** Where the simulated subscribers call, and where inbound roamers come from. */
    private static final List<String> COUNTRIES = List.of(
            "1 US United States and Canada",
            "32 BE Belgium",
            "34 ES Spain",
            "39 IT Italy",
            "41 CH Switzerland",
            "44 GB United Kingdom",
            "49 DE Germany",
            "212 MA Morocco",
            "213 DZ Algeria",
            "216 TN Tunisia",
            "221 SN Senegal",
            "351 PT Portugal");

    private final NetworkModel network;

    public ReferenceData(NetworkModel network) {
        this.network = network;
    }

    /**
     * Every reference record.
     *
     * @param key the decoder's active key, which the subscribers' pseudonyms are made with
     * @param begin event time at which the traffic begins: the planned works lie the day after
     */
    public Stream<ReferenceRecord> records(PseudonymKey key, Instant begin) {
        NetworkReference elements = new NetworkReference(network);
        return Stream.of(
                        elements.sources()
                                .map(source ->
                                        new ReferenceRecord(LuxTopic.REFERENCE_SOURCE, source.getSourceId(), source)),
                        elements.cells()
                                .map(cell -> new ReferenceRecord(LuxTopic.REFERENCE_CELL, cell.getCellKey(), cell)),
                        elements.equipment()
                                .map(item ->
                                        new ReferenceRecord(LuxTopic.REFERENCE_EQUIPMENT, item.getEquipmentId(), item)),
                        network.handsets().stream().filter(Handset::listed).map(ReferenceData::device),
                        CauseCatalogue.all()
                                .map(cause -> new ReferenceRecord(
                                        LuxTopic.REFERENCE_CAUSE, cause.getScheme() + ":" + cause.getCode(), cause)),
                        network.publicNumbers().stream().map(ReferenceData::dialledNumber),
                        COUNTRIES.stream().map(ReferenceData::country),
                        network.lines().stream().filter(Line::own).map(line -> subscriber(line, key)),
                        Stream.of(
                                operator("208-20", "Simulated Mobile", "FR", OperatorRelation.HOME),
                                operator("262-01", "Roaming Partner", "DE", OperatorRelation.ROAMING_PARTNER)),
                        Stream.of(plannedWork(begin)),
                        DefaultAlarmRules.rules().stream()
                                .map(rule -> new ReferenceRecord(LuxTopic.ALARM_RULE, rule.getRuleId(), rule)))
                .flatMap(part -> part);
    }

    private static ReferenceRecord device(Handset handset) {
        DeviceType device = DeviceType.newBuilder()
                .setTac(handset.tac())
                .setManufacturer(handset.manufacturer())
                .setModel(handset.model())
                .setCapabilities(List.of(RadioTechnology.GERAN, RadioTechnology.UTRAN, RadioTechnology.E_UTRAN))
                .setPrevious(List.of())
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_DEVICE_TYPE, handset.tac(), device);
    }

    private static ReferenceRecord dialledNumber(PublicNumber number) {
        DialledNumber dialled = DialledNumber.newBuilder()
                .setDigits(number.digits())
                .setPrefix(number.prefix())
                .setNumberClass(NumberClass.valueOf(number.kind().name()))
                .setSubClass(number.subClass())
                .setName(number.name())
                .setPrevious(List.of())
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_DIALLED_NUMBER, number.digits(), dialled);
    }

    /** A country that is called, written as its calling code, its ISO 3166-1 code and its name. */
    private static ReferenceRecord country(String text) {
        String[] parts = text.split(" ", 3);
        DialledNumber country = DialledNumber.newBuilder()
                .setDigits("00" + parts[0])
                .setPrefix(true)
                .setNumberClass(NumberClass.INTERNATIONAL)
                .setSubClass(parts[1])
                .setName(parts[2])
                .setPrevious(List.of())
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_DIALLED_NUMBER, country.getDigits(), country);
    }

    private static ReferenceRecord operator(String plmn, String name, String country, OperatorRelation relation) {
        Operator operator = Operator.newBuilder()
                .setPlmn(plmn)
                .setName(name)
                .setCountry(country)
                .setRelation(relation)
                .setPrevious(List.of())
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_OPERATOR, plmn, operator);
    }

    private static ReferenceRecord subscriber(Line line, PseudonymKey key) {
        String pseudonym = key.ofImsi(line.imsi());
        Subscriber subscriber = Subscriber.newBuilder()
                .setPseudonym(pseudonym)
                .setSegment(line.segment())
                .setAgreement(null)
                .setHomeRegion(line.home().name())
                .setPrevious(List.of())
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_SUBSCRIBER, pseudonym, subscriber);
    }

    /** A work on the hot cell's site that touches none of the traffic, so that no alarm is suppressed by it. */
    private ReferenceRecord plannedWork(Instant begin) {
        PlannedWork work = PlannedWork.newBuilder()
                .setWorkId("work-1")
                .setObjects(List.of(network.hotCell().site().id()))
                .setBegin(begin.plus(Duration.ofDays(1)))
                .setEnd(begin.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)))
                .setZone("Europe/Paris")
                .setExpectedEffect("No service in the cells of the site")
                .setDescription("Replacement of the antennas")
                .build();
        return new ReferenceRecord(LuxTopic.REFERENCE_PLANNED_WORK, work.getWorkId(), work);
    }
}
