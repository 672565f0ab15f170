package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.Identities;
import io.luxqoe.decoder.cdr.NetworkAddresses;
import io.luxqoe.decoder.cdr.OctetTexts;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.cdr.RatTypes;
import io.luxqoe.decoder.cdr.RecordClosing;
import io.luxqoe.decoder.cdr.Usage;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * chargingFunctionRecord of TS 32.298 clause 5.1.5, of PDU sessions. Records that charge another service, such as
 * registrations, are none of a session and are refused.
 *
 * <p>Volumes: the used units of listOfMultipleUnitUsage count; those of roamingQBCInformation, which a roaming network
 * counts once more by QoS flow, only where the used units have no volume.
 *
 * <p>Event time: see {@link RecordClosing#time}.
 *
 * <p>A chargingSessionIdentifier that has a long number or an @ in it is built from a subscriber's identity, and leaves only as a
 * pseudonym. The address of the PDU session is not read.
 */
public final class ChfDecoder implements CdrDecoder {
    private static final int TAG = 200;
    private static final int REMEMBERED = 1024;
    private static final int SLICE_SERVICE_TYPE = 0;
    private static final int SLICE_DIFFERENTIATOR = 1;
    private static final int DIFFERENTIATOR_OCTETS = 3;
    private static final int DIFFERENTIATOR_DIGITS = 6;
    /** Digits in a row that no identifier has by chance alone. */
    private static final int LONG_NUMBER = 10;

    private static final HexFormat HEX = HexFormat.of();

    private final Pseudonyms pseudonyms;
    private final CdrFields<ChfField> fields;
    private final FieldSpans<ChfField> spans;
    private final CdrFields<SessionField> sessionFields;
    private final FieldSpans<SessionField> sessionSpans;
    private final Identities identities;
    private final ChfSubscriber subscriber;
    private final Cells cells = new Cells();
    private final ChfLocations locations = new ChfLocations(cells);
    private final OctetTexts texts = new OctetTexts(REMEMBERED);
    private final Consumers consumer = new Consumers(new NetworkAddresses(), texts);
    private final UnitReader units;
    private final Usage usage = new Usage();
    private final BerCursor nested = new BerCursor();

    /** Decodes with these pseudonyms and numbering rules. */
    public ChfDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        this.pseudonyms = pseudonyms;
        fields = new CdrFields<>(ChfField.class, numbers);
        spans = fields.spans();
        sessionFields = new CdrFields<>(SessionField.class, numbers);
        sessionSpans = sessionFields.spans();
        identities = new Identities(pseudonyms);
        subscriber = new ChfSubscriber(identities, numbers);
        units = new UnitReader(numbers, locations);
    }

    @Override
    public boolean reads(int outerTag) {
        return outerTag == TAG;
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        fields.readRecord(
                ChfTables.RECORD,
                ChfField.RECORD_TYPE,
                TAG,
                cdr.octets(),
                cdr.valueStart(),
                cdr.valueEnd(),
                source.keptElements());
        requireSession();
        readSession(cdr.octets());
        NetworkEvent event = new NetworkEvent();
        event.setSource(source.source());
        event.setService(ServiceType.DATA);
        event.setRecordType(RecordType.CHF);
        event.setUnknownElements(spans.unknown());
        nameSubscriber(event);
        RadioTechnology technology = technology();
        DataSession session = new DataSession();
        session.setRadioTechnology(technology);
        describeSession(session);
        event.setLocation(locations.read(
                sessionSpans,
                SessionField.USER_LOCATION_INFORMATION_ASN1,
                SessionField.USER_LOCATION_INFORMATION,
                technology,
                source.userLocationForm()));
        readUsage(event, technology, source, session);
        describeClosing(session, event);
        event.setDetails(session);
        return event;
    }

    private void requireSession() throws DecodeFailure {
        boolean ofSession = spans.has(ChfField.PDU_SESSION_INFORMATION)
                || spans.has(ChfField.LIST_OF_MULTIPLE_UNIT_USAGE)
                || spans.has(ChfField.ROAMING_QBC_INFORMATION);
        if (!ofSession && spans.has(ChfField.OTHER_SERVICE)) {
            throw new DecodeFailure(
                    RejectReason.UNSUPPORTED_RECORD_TYPE, "a charging record of another service than a PDU session");
        }
    }

    private void readSession(byte[] octets) throws DecodeFailure {
        ChfField field = ChfField.PDU_SESSION_INFORMATION;
        int from = spans.has(field) ? spans.start(field) : 0;
        int to = spans.has(field) ? spans.end(field) : 0;
        sessionFields.read(ChfTables.SESSION, octets, from, to);
        consumer.clear();
        ChfField information = ChfField.CONSUMER_INFORMATION;
        if (spans.has(information)) {
            consumer.read(octets, spans.start(information), spans.end(information), information.fieldName());
        }
    }

    /** The SUPI names the subscriber; the GPSI, read before it, does where there is no SUPI. */
    private void nameSubscriber(NetworkEvent event) throws DecodeFailure {
        identities.nameKey(event);
        SessionField party = SessionField.USER_IDENTIFIER;
        if (sessionSpans.has(party)) {
            subscriber.nameByParty(
                    event,
                    sessionSpans.octets(),
                    sessionSpans.start(party),
                    sessionSpans.end(party),
                    party.fieldName());
        }
        ChfField identifier = ChfField.SUBSCRIBER_IDENTIFIER;
        if (spans.has(identifier)) {
            subscriber.nameBySubscription(
                    event, spans.octets(), spans.start(identifier), spans.end(identifier), identifier.fieldName());
        }
        SessionField equipment = SessionField.USER_EQUIPMENT_INFO;
        if (sessionSpans.has(equipment)) {
            subscriber.describeEquipment(
                    event,
                    sessionSpans.octets(),
                    sessionSpans.start(equipment),
                    sessionSpans.end(equipment),
                    equipment.fieldName());
        }
    }

    private RadioTechnology technology() throws DecodeFailure {
        SessionField field = SessionField.RAT_TYPE;
        return sessionSpans.has(field)
                ? RatTypes.of((int) sessionSpans.integer(field, RatTypes.LEAST, RatTypes.MOST))
                : RadioTechnology.UNKNOWN;
    }

    private void describeSession(DataSession session) throws DecodeFailure {
        session.setGatewayAddress(consumer.address());
        Long chargingId = sessionFields.unsigned(SessionField.CHARGING_ID);
        session.setChargingId(chargingId == null ? fields.unsigned(ChfField.CHARGING_ID) : chargingId);
        session.setAccessPointName(text(sessionSpans, SessionField.DATA_NETWORK_NAME));
        session.setPdnType(pdnType());
        session.setPduSessionId(sessionFields.integer(SessionField.PDU_SESSION_ID, 0, 255));
        session.setRecordSequenceNumber(fields.unsigned(ChfField.RECORD_SEQUENCE_NUMBER));
        session.setLocalSequenceNumber(fields.unsigned(ChfField.LOCAL_RECORD_SEQUENCE_NUMBER));
        session.setNodeId(text(spans, ChfField.RECORDING_NETWORK_FUNCTION_ID));
        session.setChargingSessionId(chargingSessionId());
        SessionField serving = SessionField.SERVING_CN_PLMN_ID;
        int plmn = sessionSpans.has(serving)
                ? Plmns.read(sessionSpans.octets(), sessionSpans.start(serving), serving.fieldName())
                : consumer.plmn();
        session.setServingPlmn(plmn == Plmns.NONE ? null : cells.network(plmn));
        if (sessionSpans.has(SessionField.NETWORK_SLICE)) {
            describeSlice(session);
        }
    }

    private <F extends Enum<F> & BerField> @Nullable String text(FieldSpans<F> at, F field) {
        return at.hasContent(field) ? texts.of(at.octets(), at.start(field), at.end(field)) : null;
    }

    private @Nullable String pdnType() throws DecodeFailure {
        Integer type = sessionFields.integer(SessionField.PDU_TYPE, 0, Integer.MAX_VALUE);
        return type == null
                ? null
                : switch (type) {
                    case 0 -> "IPv4v6";
                    case 1 -> "IPv4";
                    case 2 -> "IPv6";
                    default -> null;
                };
    }

    /** SingleNSSAI. There are writers that put the hexadecimal digits of the differentiator, or nothing. */
    private void describeSlice(DataSession session) throws DecodeFailure {
        SessionField field = SessionField.NETWORK_SLICE;
        byte[] octets = sessionSpans.octets();
        nested.over(octets, sessionSpans.start(field), sessionSpans.end(field));
        while (nested.next()) {
            if (nested.isContext(SLICE_SERVICE_TYPE)) {
                session.setSliceServiceType(
                        (int) BerInteger.read(octets, nested.valueStart(), nested.valueEnd(), "sST", 0, 255));
            } else if (nested.isContext(SLICE_DIFFERENTIATOR)) {
                session.setSliceDifferentiator(differentiator(octets, nested.valueStart(), nested.valueEnd()));
            }
        }
    }

    private @Nullable String differentiator(byte[] octets, int from, int to) throws DecodeFailure {
        return switch (to - from) {
            case 0 -> null;
            case DIFFERENTIATOR_OCTETS -> HEX.formatHex(octets, from, to);
            case DIFFERENTIATOR_DIGITS -> {
                long value = CellReading.hex(octets, from, to, 24, "sD");
                yield HEX.toHexDigits(value, DIFFERENTIATOR_DIGITS);
            }
            default ->
                throw new DecodeFailure(
                        RejectReason.BAD_LENGTH, "sD", (to - from) + " octets, should be " + DIFFERENTIATOR_OCTETS);
        };
    }

    private @Nullable String chargingSessionId() {
        ChfField field = ChfField.CHARGING_SESSION_IDENTIFIER;
        if (!spans.hasContent(field)) {
            return null;
        }
        int from = spans.start(field);
        int to = spans.end(field);
        return namesSubscriber(spans.octets(), from, to)
                ? pseudonyms.ofIdentity(spans.octets(), from, to)
                : HEX.formatHex(spans.octets(), from, to);
    }

    private static boolean namesSubscriber(byte[] octets, int from, int to) {
        int digits = 0;
        for (int at = from; at < to; at++) {
            digits = octets[at] >= '0' && octets[at] <= '9' ? digits + 1 : 0;
            if (digits == LONG_NUMBER || octets[at] == '@') {
                return true;
            }
        }
        return false;
    }

    private void readUsage(NetworkEvent event, RadioTechnology technology, SourceSettings source, DataSession session)
            throws DecodeFailure {
        usage.begin(event.getLocation());
        ChfField used = ChfField.LIST_OF_MULTIPLE_UNIT_USAGE;
        if (spans.has(used)) {
            units.readUnitUsages(
                    spans.octets(), spans.start(used), spans.end(used), technology, source.userLocationForm(), usage);
        }
        ChfField roaming = ChfField.ROAMING_QBC_INFORMATION;
        if (spans.has(roaming) && !usage.countsVolume()) {
            units.readQosFlows(
                    spans.octets(),
                    spans.start(roaming),
                    spans.end(roaming),
                    technology,
                    source.userLocationForm(),
                    usage);
        }
        SessionField secondary = SessionField.SECONDARY_RAT_USAGE_REPORT;
        if (sessionSpans.has(secondary)) {
            units.readSecondaryRatReports(
                    sessionSpans.octets(), sessionSpans.start(secondary), sessionSpans.end(secondary), usage);
        }
        usage.describe(session);
    }

    private void describeClosing(DataSession session, NetworkEvent event) throws DecodeFailure {
        Integer cause = fields.integer(ChfField.CAUSE_FOR_REC_CLOSING, 0, Integer.MAX_VALUE);
        long opening = fields.time(ChfField.RECORD_OPENING_TIME);
        long start = sessionFields.time(SessionField.START_TIME);
        long stop = sessionFields.time(SessionField.STOP_TIME);
        Long duration = Usage.milliseconds(fields.integer(ChfField.DURATION, 0, Usage.LONGEST));
        boolean ends = cause == null || RecordClosing.isFinal(cause);
        session.setCauseForRecClosing(cause);
        session.setPartial(!ends);
        session.setOpeningTime(CdrFields.instant(opening));
        session.setStartTime(CdrFields.instant(start));
        session.setStopTime(CdrFields.instant(stop));
        session.setDurationMs(duration);
        event.setEventTime(Instant.ofEpochMilli(RecordClosing.time(
                ends, stop, opening, duration, usage.lastReport(), start, ChfField.RECORD_OPENING_TIME.fieldName())));
        event.setOutcome(RecordClosing.outcome(cause));
        event.setCause(cause(cause));
    }

    private @Nullable Cause cause(@Nullable Integer causeForRecClosing) throws DecodeFailure {
        Cause ofRecord = fields.cause(ChfField.DIAGNOSTICS, CauseScheme.SM_CAUSE);
        Cause diagnostics =
                ofRecord == null ? sessionFields.cause(SessionField.DIAGNOSTICS, CauseScheme.SM_CAUSE) : ofRecord;
        return diagnostics == null ? RecordClosing.cause(causeForRecClosing) : diagnostics;
    }
}
