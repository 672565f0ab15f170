package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.RatTypes;
import io.luxqoe.decoder.cdr.Usage;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.UsageContainer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the used units of a CHF record, and those of its QoS flows (TS 32.298 clause 5.1.5). */
final class UnitReader {
    private static final int RATING_GROUP = 0;
    private static final int USED_UNIT_CONTAINERS = 1;
    private static final int MULTIPLE_QFI_CONTAINER = 0;
    private static final int QOS_FLOWS_USAGE_REPORTS = 1;
    private static final int SMF_TRIGGER = 0;
    private static final int FIVE_QI = 1;
    private static final int MAX_TRIGGERS = 64;

    private final CdrFields<UnitField> unit;
    private final CdrFields<UnitField> pduContainer;
    private final BerCursor usages = new BerCursor();
    private final BerCursor parts = new BerCursor();
    private final BerCursor list = new BerCursor();
    private final BerCursor nested = new BerCursor();
    private final ChfLocations locations;

    UnitReader(PartyNumbers numbers, ChfLocations locations) {
        this.unit = new CdrFields<>(UnitField.class, numbers);
        this.pduContainer = new CdrFields<>(UnitField.class, numbers);
        this.locations = locations;
    }

    /** Adds the containers of a listOfMultipleUnitUsage to {@code usage}. */
    void readUnitUsages(byte[] octets, int from, int to, RadioTechnology technology, UserLocationForm form, Usage usage)
            throws DecodeFailure {
        usages.over(octets, from, to);
        while (usages.next()) {
            requireConstructed(usages, "listOfMultipleUnitUsage");
            Long ratingGroup = ratingGroup();
            parts.over(octets, usages.valueStart(), usages.valueEnd());
            while (parts.next()) {
                if (parts.isContext(USED_UNIT_CONTAINERS)) {
                    readContainers(ChfTables.USED_UNIT, ratingGroup, technology, form, usage);
                }
            }
        }
    }

    private @Nullable Long ratingGroup() throws DecodeFailure {
        parts.over(usages.octets(), usages.valueStart(), usages.valueEnd());
        while (parts.next()) {
            if (parts.isContext(RATING_GROUP)) {
                return BerInteger.read(
                                usages.octets(),
                                parts.valueStart(),
                                parts.valueEnd(),
                                "ratingGroup",
                                Integer.MIN_VALUE,
                                0xFFFF_FFFFL)
                        & 0xFFFF_FFFFL;
            }
        }
        return null;
    }

    /** Adds the containers of a roamingQBCInformation to {@code usage}. */
    void readQosFlows(byte[] octets, int from, int to, RadioTechnology technology, UserLocationForm form, Usage usage)
            throws DecodeFailure {
        parts.over(octets, from, to);
        while (parts.next()) {
            if (parts.isContext(MULTIPLE_QFI_CONTAINER)) {
                readContainers(ChfTables.QOS_FLOW, null, technology, form, usage);
            }
        }
    }

    /** Adds the volumes of a rANSecondaryRATUsageReport to {@code usage}. */
    void readSecondaryRatReports(byte[] octets, int from, int to, Usage usage) throws DecodeFailure {
        usages.over(octets, from, to);
        while (usages.next()) {
            requireConstructed(usages, "rANSecondaryRATUsageReport");
            parts.over(octets, usages.valueStart(), usages.valueEnd());
            while (parts.next()) {
                if (parts.isContext(QOS_FLOWS_USAGE_REPORTS)) {
                    enterList(ChfTables.QOS_FLOW_USAGE);
                    while (nextUnit(ChfTables.QOS_FLOW_USAGE)) {
                        usage.addSecondaryRat(
                                volume(UnitField.DATA_VOLUME_UPLINK), volume(UnitField.DATA_VOLUME_DOWNLINK));
                    }
                }
            }
        }
    }

    private void readContainers(
            TagTable<UnitField> table,
            @Nullable Long ratingGroup,
            RadioTechnology technology,
            UserLocationForm form,
            Usage usage)
            throws DecodeFailure {
        enterList(table);
        while (nextUnit(table)) {
            CdrFields<UnitField> session = unit;
            if (unit.has(UnitField.PDU_CONTAINER_INFORMATION)) {
                FieldSpans<UnitField> spans = unit.spans();
                session = pduContainer.read(
                        ChfTables.PDU_CONTAINER,
                        spans.octets(),
                        spans.start(UnitField.PDU_CONTAINER_INFORMATION),
                        spans.end(UnitField.PDU_CONTAINER_INFORMATION));
            }
            UsageContainer container = container(session, technology, form, usage);
            container.setRatingGroup(ratingGroup);
            boolean counts = unit.has(UnitField.DATA_TOTAL_VOLUME)
                    || unit.has(UnitField.DATA_VOLUME_UPLINK)
                    || unit.has(UnitField.DATA_VOLUME_DOWNLINK);
            usage.add(container, counts);
        }
    }

    private void enterList(TagTable<UnitField> table) throws DecodeFailure {
        requireConstructed(parts, table.record());
        list.over(parts.octets(), parts.valueStart(), parts.valueEnd());
    }

    private boolean nextUnit(TagTable<UnitField> table) throws DecodeFailure {
        if (!list.next()) {
            return false;
        }
        requireConstructed(list, table.record());
        unit.read(table, list.octets(), list.valueStart(), list.valueEnd());
        return true;
    }

    private static void requireConstructed(BerCursor element, String field) throws DecodeFailure {
        if (!element.isConstructed()) {
            throw new DecodeFailure(RejectReason.WRONG_FORM, field, "primitive, should be constructed");
        }
    }

    /** The unit at hand; {@code session} holds what it says of the PDU session. */
    private UsageContainer container(
            CdrFields<UnitField> session, RadioTechnology ofRecord, UserLocationForm form, Usage usage)
            throws DecodeFailure {
        UsageContainer container = new UsageContainer();
        container.setServiceIdentifier(unit.unsigned(UnitField.SERVICE_IDENTIFIER));
        container.setLocalSequenceNumber(unit.unsigned(UnitField.LOCAL_SEQUENCE_NUMBER));
        long uplink = volume(UnitField.DATA_VOLUME_UPLINK);
        long downlink = volume(UnitField.DATA_VOLUME_DOWNLINK);
        container.setUplinkOctets(uplink);
        container.setDownlinkOctets(downlink);
        container.setTotalOctets(Math.max(uplink + downlink, volume(UnitField.DATA_TOTAL_VOLUME)));
        container.setTimeUsageMs(Usage.milliseconds(unit.integer(UnitField.TIME, 0, Usage.LONGEST)));
        container.setFirstUsageTime(session.instant(UnitField.TIME_OF_FIRST_USAGE));
        container.setLastUsageTime(session.instant(UnitField.TIME_OF_LAST_USAGE));
        container.setReportTime(unit.instant(reportTime()));
        container.setChangeConditions(triggers());
        container.setQci(fiveQi(session.spans()));
        RadioTechnology technology = session.has(UnitField.RAT_TYPE)
                ? RatTypes.of((int) session.spans().integer(UnitField.RAT_TYPE, RatTypes.LEAST, RatTypes.MOST))
                : ofRecord;
        container.setLocation(usage.changed(location(session.spans(), technology, form)));
        return container;
    }

    private UnitField reportTime() {
        if (unit.has(UnitField.REPORT_TIME)) {
            return UnitField.REPORT_TIME;
        }
        return unit.has(UnitField.TRIGGER_TIME_STAMP) ? UnitField.TRIGGER_TIME_STAMP : UnitField.EVENT_TIME_STAMP;
    }

    private @Nullable Location location(FieldSpans<UnitField> spans, RadioTechnology technology, UserLocationForm form)
            throws DecodeFailure {
        return locations.read(
                spans, UnitField.USER_LOCATION_INFORMATION_ASN1, UnitField.USER_LOCATION_INFORMATION, technology, form);
    }

    private @Nullable Integer fiveQi(FieldSpans<UnitField> spans) throws DecodeFailure {
        UnitField field = UnitField.QOS_INFORMATION;
        if (!spans.has(field)) {
            return null;
        }
        nested.over(spans.octets(), spans.start(field), spans.end(field));
        while (nested.next()) {
            if (nested.isContext(FIVE_QI)) {
                return (int) BerInteger.read(
                        spans.octets(), nested.valueStart(), nested.valueEnd(), "qoSInformation.fiveQi", 0, 255);
            }
        }
        return null;
    }

    /** SMFTrigger numbers (TS 32.255). */
    private List<Integer> triggers() throws DecodeFailure {
        UnitField field = UnitField.TRIGGERS;
        if (!unit.has(field)) {
            return List.of();
        }
        List<Integer> triggers = List.of();
        nested.over(
                unit.spans().octets(), unit.spans().start(field), unit.spans().end(field));
        while (nested.next() && triggers.size() < MAX_TRIGGERS) {
            if (nested.isContext(SMF_TRIGGER)) {
                int number = (int) BerInteger.read(
                        nested.octets(),
                        nested.valueStart(),
                        nested.valueEnd(),
                        field.fieldName(),
                        0,
                        Usage.MOST_CONDITION);
                triggers = with(triggers, number);
            }
        }
        return triggers;
    }

    private static List<Integer> with(List<Integer> triggers, int number) {
        if (triggers.isEmpty()) {
            return Usage.condition(number);
        }
        List<Integer> wider = triggers.size() == 1 ? new ArrayList<>(triggers) : triggers;
        wider.add(number);
        return wider;
    }

    private long volume(UnitField field) throws DecodeFailure {
        return unit.has(field) ? unit.spans().integer(field, 0, Usage.MOST_OCTETS) : 0;
    }
}
