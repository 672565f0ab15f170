package io.luxqoe.decoder.ps;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.NetworkAddresses;
import io.luxqoe.decoder.cdr.OctetTexts;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.cdr.RatTypes;
import io.luxqoe.decoder.cdr.RecordClosing;
import io.luxqoe.decoder.cdr.ServedSubscriber;
import io.luxqoe.decoder.cdr.Usage;
import io.luxqoe.decoder.cdr.UserLocations;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Packet-switched CDRs of TS 32.298 clause 5.1.2.2: sGWRecord and pGWRecord, and those of the nodes before them,
 * sgsnPDPRecord and ggsnPDPRecord.
 *
 * <p>A record that its causeForRecClosing closes for anything but the end of the session is an increment: it is marked
 * partial and has no outcome of its own.
 *
 * <p>Volumes: of a record with service data containers their sum counts, and listOfTrafficVolumes, which holds the same
 * octets once more by bearer, is passed over. Only where no service data container has a volume (they count time or
 * events) the traffic volumes count, and stand behind them.
 *
 * <p>Event time: see {@link RecordClosing#time}.
 *
 * <p>The address that the subscriber was given is not read and never leaves.
 */
public final class PsDecoder implements CdrDecoder {
    private static final int SGSN_TAG = 20;
    private static final int GGSN_TAG = 21;
    private static final int SGW_TAG = 78;
    private static final int PGW_TAG = 79;
    private static final int REMEMBERED = 1024;

    private final CdrFields<PsField> fields;
    private final FieldSpans<PsField> spans;
    private final ServedSubscriber<PsField> servedSubscriber;
    private final UsageReader usages;
    private final Usage usage = new Usage();
    private final Cells cells = new Cells();
    private final UserLocations userLocations = new UserLocations(cells);
    private final NetworkAddresses addresses = new NetworkAddresses();
    private final OctetTexts texts = new OctetTexts(REMEMBERED);

    /** Decodes with these pseudonyms and numbering rules. */
    public PsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        fields = new CdrFields<>(PsField.class, numbers);
        spans = fields.spans();
        servedSubscriber = new ServedSubscriber<>(
                pseudonyms, numbers, PsField.SERVED_IMSI, PsField.SERVED_IMEI, PsField.SERVED_MSISDN);
        usages = new UsageReader(numbers, userLocations);
    }

    @Override
    public boolean reads(int outerTag) {
        return switch (outerTag) {
            case SGSN_TAG, GGSN_TAG, SGW_TAG, PGW_TAG -> true;
            default -> false;
        };
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int tag = cdr.tagNumber();
        return switch (tag) {
            case SGSN_TAG -> decode(cdr, 18, PsTables.SGSN, RecordType.SGSN, source);
            case GGSN_TAG -> decode(cdr, 19, PsTables.GGSN, RecordType.GGSN, source);
            case SGW_TAG -> decode(cdr, 84, PsTables.SGW, RecordType.SGW, source);
            case PGW_TAG -> decode(cdr, 85, PsTables.PGW, RecordType.PGW, source);
            default -> throw new IllegalArgumentException("outer tag " + tag);
        };
    }

    private NetworkEvent decode(
            BerCursor cdr, int recordType, TagTable<PsField> table, RecordType type, SourceSettings source)
            throws DecodeFailure {
        fields.readRecord(
                table,
                PsField.RECORD_TYPE,
                recordType,
                cdr.octets(),
                cdr.valueStart(),
                cdr.valueEnd(),
                source.keptElements());
        NetworkEvent event = new NetworkEvent();
        event.setSource(source.source());
        event.setService(ServiceType.DATA);
        event.setRecordType(type);
        event.setUnknownElements(spans.unknown());
        servedSubscriber.describe(spans, event);
        DataSession session = new DataSession();
        describeSession(session);
        RadioTechnology technology = technology();
        session.setRadioTechnology(technology);
        event.setLocation(location(technology, source));
        readUsage(technology, event.getLocation(), source, session);
        describeClosing(session, event);
        event.setDetails(session);
        return event;
    }

    private void describeSession(DataSession session) throws DecodeFailure {
        session.setGatewayAddress(gatewayAddress());
        session.setChargingId(fields.unsigned(PsField.CHARGING_ID));
        session.setAccessPointName(text(PsField.ACCESS_POINT_NAME_NI));
        session.setPdnType(pdnType());
        session.setRecordSequenceNumber(fields.unsigned(PsField.RECORD_SEQUENCE_NUMBER));
        session.setLocalSequenceNumber(fields.unsigned(PsField.LOCAL_SEQUENCE_NUMBER));
        session.setNodeId(text(PsField.NODE_ID));
        int plmn = servingPlmn(Plmns.NONE);
        session.setServingPlmn(plmn == Plmns.NONE ? null : cells.network(plmn));
    }

    private @Nullable String gatewayAddress() throws DecodeFailure {
        String address = address(PsField.P_GW_ADDRESS);
        address = address == null ? address(PsField.S_GW_ADDRESS) : address;
        address = address == null ? address(PsField.GGSN_ADDRESS) : address;
        address = address == null ? address(PsField.GGSN_ADDRESS_USED) : address;
        address = address == null ? address(PsField.P_GW_IPV6_ADDRESS_USED) : address;
        return address == null ? address(PsField.S_GW_IPV6_ADDRESS) : address;
    }

    private @Nullable String address(PsField field) throws DecodeFailure {
        return spans.has(field)
                ? addresses.read(spans.octets(), spans.start(field), spans.end(field), field.fieldName())
                : null;
    }

    private @Nullable String text(PsField field) {
        return spans.hasContent(field) ? texts.of(spans.octets(), spans.start(field), spans.end(field)) : null;
    }

    private int servingPlmn(int otherwise) throws DecodeFailure {
        PsField field = PsField.SERVING_NODE_PLMN_IDENTIFIER;
        return spans.has(field) ? Plmns.read(spans.octets(), spans.start(field), field.fieldName()) : otherwise;
    }

    private @Nullable String pdnType() {
        PsField field = PsField.PDP_PDN_TYPE;
        return spans.has(field) && spans.end(field) - spans.start(field) == 2
                ? PdnTypes.text(spans.octets()[spans.start(field)], spans.octets()[spans.start(field) + 1])
                : null;
    }

    private RadioTechnology technology() throws DecodeFailure {
        PsField field = PsField.RAT_TYPE;
        return spans.has(field)
                ? RatTypes.of((int) spans.integer(field, RatTypes.LEAST, RatTypes.MOST))
                : RadioTechnology.UNKNOWN;
    }

    private @Nullable Location location(RadioTechnology technology, SourceSettings source) throws DecodeFailure {
        PsField field = PsField.USER_LOCATION_INFORMATION;
        if (spans.has(field)) {
            return userLocations.read(
                    spans.octets(),
                    spans.start(field),
                    spans.end(field),
                    technology,
                    source.userLocationForm(),
                    field.fieldName());
        }
        if (!spans.has(PsField.LOCATION_AREA_CODE) || !spans.has(PsField.CELL_IDENTIFIER)) {
            return null;
        }
        return cells.of(
                technology,
                servingPlmn(source.servingPlmn()),
                twoOctets(PsField.LOCATION_AREA_CODE),
                twoOctets(PsField.CELL_IDENTIFIER));
    }

    private int twoOctets(PsField field) {
        int at = spans.start(field);
        return (spans.octets()[at] & 0xFF) << 8 | (spans.octets()[at + 1] & 0xFF);
    }

    private void readUsage(
            RadioTechnology technology, @Nullable Location openedAt, SourceSettings source, DataSession session)
            throws DecodeFailure {
        usage.begin(openedAt);
        PsField service = PsField.LIST_OF_SERVICE_DATA;
        if (spans.has(service)) {
            usages.readContainers(
                    PsTables.SERVICE_DATA,
                    spans.octets(),
                    spans.start(service),
                    spans.end(service),
                    technology,
                    source.userLocationForm(),
                    usage);
        }
        PsField traffic = PsField.LIST_OF_TRAFFIC_VOLUMES;
        if (spans.has(traffic) && !usage.countsVolume()) {
            usages.readContainers(
                    PsTables.TRAFFIC_VOLUME,
                    spans.octets(),
                    spans.start(traffic),
                    spans.end(traffic),
                    technology,
                    source.userLocationForm(),
                    usage);
        }
        PsField secondary = PsField.SECONDARY_RAT_USAGE_REPORTS;
        if (spans.has(secondary)) {
            usages.readSecondaryRatReports(spans.octets(), spans.start(secondary), spans.end(secondary), usage);
        }
        usage.describe(session);
    }

    private void describeClosing(DataSession session, NetworkEvent event) throws DecodeFailure {
        Integer cause = fields.integer(PsField.CAUSE_FOR_REC_CLOSING, 0, Integer.MAX_VALUE);
        long opening = fields.time(PsField.RECORD_OPENING_TIME);
        long start = fields.time(PsField.START_TIME);
        long stop = fields.time(PsField.STOP_TIME);
        Long duration = Usage.milliseconds(fields.integer(PsField.DURATION, 0, Usage.LONGEST));
        boolean ends = cause == null || RecordClosing.isFinal(cause);
        session.setCauseForRecClosing(cause);
        session.setPartial(!ends);
        session.setOpeningTime(CdrFields.instant(opening));
        session.setStartTime(CdrFields.instant(start));
        session.setStopTime(CdrFields.instant(stop));
        session.setDurationMs(duration);
        event.setEventTime(Instant.ofEpochMilli(RecordClosing.time(
                ends, stop, opening, duration, usage.lastReport(), start, PsField.RECORD_OPENING_TIME.fieldName())));
        event.setOutcome(RecordClosing.outcome(cause));
        Cause diagnostics = fields.cause(PsField.DIAGNOSTICS, CauseScheme.SM_CAUSE);
        event.setCause(diagnostics == null ? RecordClosing.cause(cause) : diagnostics);
    }
}
