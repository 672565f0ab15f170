package io.luxqoe.decoder.ps;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.RatTypes;
import io.luxqoe.decoder.cdr.Usage;
import io.luxqoe.decoder.cdr.UserLocations;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.UsageContainer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the containers of a record: ChangeOfCharCondition and ChangeOfServiceCondition (TS 32.298 clause 5.1.2.2). */
final class UsageReader {
    private static final int QCI = 1;
    private static final String QCI_FIELD = "ePCQoSInformation.qCI";

    private final CdrFields<ContainerField> fields;
    private final FieldSpans<ContainerField> spans;
    private final BerCursor list = new BerCursor();
    private final BerCursor nested = new BerCursor();
    private final UserLocations userLocations;

    UsageReader(PartyNumbers numbers, UserLocations userLocations) {
        this.fields = new CdrFields<>(ContainerField.class, numbers);
        this.spans = fields.spans();
        this.userLocations = userLocations;
    }

    /** Adds the containers of the list in the slice to {@code usage}. */
    void readContainers(
            TagTable<ContainerField> table,
            byte[] octets,
            int from,
            int to,
            RadioTechnology technology,
            UserLocationForm form,
            Usage usage)
            throws DecodeFailure {
        list.over(octets, from, to);
        while (next(table)) {
            usage.add(container(technology, form, usage), uplinkOrDownlink());
        }
    }

    /** Adds the volumes of the reports of a secondary radio access in the slice to {@code usage}. */
    void readSecondaryRatReports(byte[] octets, int from, int to, Usage usage) throws DecodeFailure {
        list.over(octets, from, to);
        while (next(PsTables.SECONDARY_RAT_USAGE)) {
            usage.addSecondaryRat(volume(ContainerField.UPLINK), volume(ContainerField.DOWNLINK));
        }
    }

    private boolean next(TagTable<ContainerField> table) throws DecodeFailure {
        if (!list.next()) {
            return false;
        }
        if (!list.isConstructed()) {
            throw new DecodeFailure(RejectReason.WRONG_FORM, table.record(), "primitive, should be constructed");
        }
        fields.read(table, list.octets(), list.valueStart(), list.valueEnd());
        return true;
    }

    private boolean uplinkOrDownlink() {
        return spans.has(ContainerField.UPLINK) || spans.has(ContainerField.DOWNLINK);
    }

    private UsageContainer container(RadioTechnology ofRecord, UserLocationForm form, Usage usage)
            throws DecodeFailure {
        UsageContainer container = new UsageContainer();
        container.setRatingGroup(unsigned(ContainerField.RATING_GROUP));
        container.setServiceIdentifier(unsigned(ContainerField.SERVICE_IDENTIFIER));
        container.setLocalSequenceNumber(unsigned(ContainerField.LOCAL_SEQUENCE_NUMBER));
        long uplink = volume(ContainerField.UPLINK);
        long downlink = volume(ContainerField.DOWNLINK);
        container.setUplinkOctets(uplink);
        container.setDownlinkOctets(downlink);
        container.setTotalOctets(uplink + downlink);
        container.setTimeUsageMs(Usage.milliseconds(fields.integer(ContainerField.TIME_USAGE, 0, Usage.LONGEST)));
        container.setFirstUsageTime(fields.instant(ContainerField.TIME_OF_FIRST_USAGE));
        container.setLastUsageTime(fields.instant(ContainerField.TIME_OF_LAST_USAGE));
        container.setReportTime(fields.instant(
                spans.has(ContainerField.TIME_OF_REPORT) ? ContainerField.TIME_OF_REPORT : ContainerField.CHANGE_TIME));
        container.setChangeConditions(changeConditions());
        container.setQci(qci());
        container.setLocation(usage.changed(location(ofRecord, form)));
        return container;
    }

    private @Nullable Location location(RadioTechnology ofRecord, UserLocationForm form) throws DecodeFailure {
        ContainerField field = ContainerField.USER_LOCATION_INFORMATION;
        if (!spans.has(field)) {
            return null;
        }
        RadioTechnology technology = ofRecord;
        if (spans.has(ContainerField.RAT_TYPE)) {
            technology = RatTypes.of((int) spans.integer(ContainerField.RAT_TYPE, RatTypes.LEAST, RatTypes.MOST));
        }
        return userLocations.read(
                spans.octets(), spans.start(field), spans.end(field), technology, form, field.fieldName());
    }

    private List<Integer> changeConditions() throws DecodeFailure {
        ContainerField bits = ContainerField.SERVICE_CONDITION_CHANGE;
        if (spans.has(bits)) {
            return Usage.bits(spans.octets(), spans.start(bits), spans.end(bits), bits.fieldName());
        }
        ContainerField condition = ContainerField.CHANGE_CONDITION;
        return spans.has(condition)
                ? Usage.condition((int) spans.integer(condition, 0, Usage.MOST_CONDITION))
                : List.of();
    }

    private @Nullable Integer qci() throws DecodeFailure {
        ContainerField field = ContainerField.EPC_QOS_INFORMATION;
        if (!spans.has(field)) {
            return null;
        }
        nested.over(spans.octets(), spans.start(field), spans.end(field));
        while (nested.next()) {
            if (nested.isContext(QCI)) {
                return (int) BerInteger.read(spans.octets(), nested.valueStart(), nested.valueEnd(), QCI_FIELD, 0, 255);
            }
        }
        return null;
    }

    private long volume(ContainerField field) throws DecodeFailure {
        return spans.has(field) ? spans.integer(field, 0, Usage.MOST_OCTETS) : 0;
    }

    private @Nullable Long unsigned(ContainerField field) throws DecodeFailure {
        return fields.unsigned(field);
    }
}
