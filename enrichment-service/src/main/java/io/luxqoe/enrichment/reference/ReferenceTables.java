package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.AccessPoint;
import io.luxqoe.schemas.AccessPointContext;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataService;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The global reference tables, one for each topic:
 *
 * <pre>
 * cell, equipment, cause, device-type, dialled-number,
 * operator, access-point, service, subscriber, planned-work ─ keep-… ─ (global table)
 * </pre>
 *
 * They are whole on every instance, read to their end before the first event is processed, and may change at any time.
 */
public final class ReferenceTables {
    static final String CELLS = "cells";
    static final String EQUIPMENT = "equipment";
    static final String CAUSES = "causes";
    static final String DEVICE_TYPES = "device-types";
    static final String DIALLED_NUMBERS = "dialled-numbers";
    static final String OPERATORS = "operators";
    static final String ACCESS_POINTS = "access-points";
    static final String SERVICES = "services";
    static final String SUBSCRIBERS = "subscribers";
    static final String PLANNED_WORKS = "planned-works";

    private static final Revision.Shape<Cell, CellContext> CELL = new Revision.Shape<>(
            Cell::getValidFrom,
            Cell::getValidUntil,
            cell -> new CellContext(
                    shared(cell.getSite()),
                    shared(cell.getRegion()),
                    shared(cell.getDepartment()),
                    cell.getRadioTechnology(),
                    shared(cell.getVendor()),
                    cell.getEquipment() == null ? null : shared(cell.getEquipment())));
    private static final Revision.Shape<Equipment, EquipmentLink> EQUIPMENT_LINK = new Revision.Shape<>(
            Equipment::getValidFrom,
            Equipment::getValidUntil,
            equipment -> new EquipmentLink(equipment.getParent() == null ? null : shared(equipment.getParent())));
    private static final Revision.Shape<Operator, Known<OperatorContext>> OPERATOR = new Revision.Shape<>(
            Operator::getValidFrom,
            Operator::getValidUntil,
            operator ->
                    Known.of(new OperatorContext(operator.getName(), operator.getCountry(), operator.getRelation())));
    private static final Revision.Shape<AccessPoint, Known<AccessPointContext>> ACCESS_POINT = new Revision.Shape<>(
            AccessPoint::getValidFrom,
            AccessPoint::getValidUntil,
            point -> Known.of(new AccessPointContext(point.getCategory(), point.getCustomer())));
    private static final Revision.Shape<DataService, DataServiceContext> SERVICE = new Revision.Shape<>(
            DataService::getValidFrom,
            DataService::getValidUntil,
            service -> new DataServiceContext(service.getRatingGroup(), service.getName(), service.getCategory()));
    private static final Revision.Shape<CauseReference, Known<CauseContext>> CAUSE = new Revision.Shape<>(
            CauseReference::getValidFrom,
            CauseReference::getValidUntil,
            cause -> Known.of(new CauseContext(cause.getCauseClass(), cause.getResponsibility())));
    private static final Revision.Shape<DeviceType, Known<DeviceContext>> DEVICE = new Revision.Shape<>(
            DeviceType::getValidFrom,
            DeviceType::getValidUntil,
            device -> Known.of(new DeviceContext(shared(device.getManufacturer()), shared(device.getModel()))));
    private static final Revision.Shape<DialledNumber, DialledNumberTable.Entry> NUMBER = new Revision.Shape<>(
            DialledNumber::getValidFrom,
            DialledNumber::getValidUntil,
            number -> new DialledNumberTable.Entry(
                    number.getPrefix(),
                    Known.of(new DialledNumberContext(
                            number.getNumberClass(), number.getSubClass(), number.getName()))));
    private static final Revision.Shape<Subscriber, SubscriberContext> SUBSCRIBER = new Revision.Shape<>(
            Subscriber::getValidFrom,
            Subscriber::getValidUntil,
            subscriber -> new SubscriberContext(
                    subscriber.getSegment(), subscriber.getAgreement(), subscriber.getHomeRegion()));

    private final List<GlobalReference<?, ?>> references;
    private final ReferenceListener listener;

    /**
     * @param serdes of the reference records
     * @param listener hears of broken records and sizes, on the global thread
     * @param subscribersCached how many subscribers are kept on the heap at most; all are on disk
     */
    public ReferenceTables(AvroSerdes serdes, ReferenceListener listener, int subscribersCached) {
        this.listener = listener;
        Changes places = new Changes();
        this.references = List.of(
                new GlobalReference<>(
                        ReferenceKind.CELL,
                        topic(LuxTopic.REFERENCE_CELL, Cell.class, serdes),
                        CELLS,
                        name -> new RevisionTable<CellContext>(name, places),
                        cell -> Revision.chain(cell, cell.getPrevious(), CELL)),
                new GlobalReference<>(
                        ReferenceKind.EQUIPMENT,
                        topic(LuxTopic.REFERENCE_EQUIPMENT, Equipment.class, serdes),
                        EQUIPMENT,
                        name -> new RevisionTable<EquipmentLink>(name, places),
                        equipment -> Revision.chain(equipment, equipment.getPrevious(), EQUIPMENT_LINK)),
                new GlobalReference<>(
                        ReferenceKind.CAUSE,
                        topic(LuxTopic.REFERENCE_CAUSE, CauseReference.class, serdes),
                        CAUSES,
                        RevisionTable<Known<CauseContext>>::new,
                        cause -> Revision.chain(cause, cause.getPrevious(), CAUSE)),
                new GlobalReference<>(
                        ReferenceKind.DEVICE_TYPE,
                        topic(LuxTopic.REFERENCE_DEVICE_TYPE, DeviceType.class, serdes),
                        DEVICE_TYPES,
                        RevisionTable<Known<DeviceContext>>::new,
                        device -> Revision.chain(device, device.getPrevious(), DEVICE)),
                new GlobalReference<>(
                        ReferenceKind.DIALLED_NUMBER,
                        topic(LuxTopic.REFERENCE_DIALLED_NUMBER, DialledNumber.class, serdes),
                        DIALLED_NUMBERS,
                        DialledNumberTable::new,
                        number -> Revision.chain(number, number.getPrevious(), NUMBER)),
                new GlobalReference<>(
                        ReferenceKind.OPERATOR,
                        topic(LuxTopic.REFERENCE_OPERATOR, Operator.class, serdes),
                        OPERATORS,
                        RevisionTable<Known<OperatorContext>>::new,
                        operator -> Revision.chain(operator, operator.getPrevious(), OPERATOR)),
                new GlobalReference<>(
                        ReferenceKind.ACCESS_POINT,
                        topic(LuxTopic.REFERENCE_ACCESS_POINT, AccessPoint.class, serdes),
                        ACCESS_POINTS,
                        RevisionTable<Known<AccessPointContext>>::new,
                        point -> Revision.chain(point, point.getPrevious(), ACCESS_POINT)),
                new GlobalReference<>(
                        ReferenceKind.SERVICE,
                        topic(LuxTopic.REFERENCE_SERVICE, DataService.class, serdes),
                        SERVICES,
                        RevisionTable<DataServiceContext>::new,
                        service -> Revision.chain(service, service.getPrevious(), SERVICE)),
                new GlobalReference<>(
                        ReferenceKind.SUBSCRIBER,
                        topic(LuxTopic.REFERENCE_SUBSCRIBER, Subscriber.class, serdes),
                        SUBSCRIBERS,
                        name -> new SubscriberTable(name, subscribersCached),
                        subscriber -> Revision.chain(subscriber, subscriber.getPrevious(), SUBSCRIBER)),
                new GlobalReference<>(
                        ReferenceKind.PLANNED_WORK,
                        topic(LuxTopic.REFERENCE_PLANNED_WORK, PlannedWork.class, serdes),
                        PLANNED_WORKS,
                        name -> new PlannedWorkTable(name, places),
                        ReferenceTables::entry));
    }

    /** Adds all tables. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        references.forEach(reference -> reference.addTo(builder, listener));
        return builder;
    }

    private static <R extends SpecificRecord> Topic<String, R> topic(LuxTopic topic, Class<R> type, AvroSerdes serdes) {
        return new Topic<>(topic.topicName(), Serdes.String(), serdes.forValue(type));
    }

    /** The same object for all that name the same: less memory. */
    private static String shared(String text) {
        return text.intern();
    }

    private static PlannedWorkTable.Entry entry(PlannedWork work) {
        return new PlannedWorkTable.Entry(
                work.getBegin().toEpochMilli(),
                work.getEnd().toEpochMilli(),
                Set.copyOf(work.getObjects()),
                new PlannedWorkContext(work.getWorkId(), work.getExpectedEffect()));
    }
}
