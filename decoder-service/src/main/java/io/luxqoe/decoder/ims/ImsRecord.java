package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.UserLocations;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The record at hand: its fields, typed. Used again for the next one. */
final class ImsRecord {
    /** Role-of-Node: the node serves the calling party. */
    static final int ORIGINATING = 0;
    /** Role-of-Node: the node serves the called party. */
    static final int TERMINATING = 1;
    /** The record does not say. */
    static final int NOT_SAID = -1;

    /** Elements of a list that are looked at: parties have two addresses, sessions few reasons. */
    private static final int MOST_LISTED = 16;

    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 699;

    private final CdrFields<ImsField> fields;
    private final FieldSpans<ImsField> spans;
    private final PartyNumbers numbers;
    private final PartyAddress address = new PartyAddress();
    private final BerCursor list = new BerCursor();
    private final UserLocations userLocations = new UserLocations(new Cells());

    ImsRecord(PartyNumbers numbers) {
        this.numbers = numbers;
        this.fields = new CdrFields<>(ImsField.class, numbers);
        this.spans = fields.spans();
    }

    /** Finds the fields of the record whose content the slice is, and checks that its recordType is the expected one. */
    void read(TagTable<ImsField> table, int recordType, byte[] octets, int from, int to, KeptElements kept)
            throws DecodeFailure {
        fields.readRecord(table, ImsField.RECORD_TYPE, recordType, octets, from, to, kept);
    }

    /** The fields that are of a type all CDRs share. */
    CdrFields<ImsField> fields() {
        return fields;
    }

    /** Role-of-Node: {@link #ORIGINATING}, {@link #TERMINATING} or {@link #NOT_SAID}. */
    int role() throws DecodeFailure {
        Integer role = fields.integer(ImsField.ROLE_OF_NODE, 0, Integer.MAX_VALUE);
        return role != null && role <= TERMINATING ? role : NOT_SAID;
    }

    /** A TimeStamp and its milliseconds, UTC, ms, or {@link CdrFields#NO_TIME}. */
    long time(ImsField field, ImsField fraction) throws DecodeFailure {
        long time = fields.time(field);
        Integer milliseconds = fields.integer(fraction, 0, 999);
        return time == CdrFields.NO_TIME || milliseconds == null ? time : time + milliseconds;
    }

    /** The party that a field names, a number rather than another identity; nobody where it is withheld. */
    @Nullable
    PartyNumber party(ImsField field, boolean emergencyCall) throws DecodeFailure {
        return switch (address(field)) {
            case NUMBER ->
                numbers.text(
                        address.octets(),
                        address.from(),
                        address.to(),
                        address.isInternational(),
                        emergencyCall,
                        field.fieldName());
            case IDENTITY -> numbers.identity(address.octets(), address.from(), address.to(), emergencyCall);
            case EMERGENCY_SERVICE -> PartyNumbers.emergencyWithoutNumber();
            case NOBODY -> null;
        };
    }

    /** The address of a field: of several the first that is a number, else the last. */
    PartyAddress.Kind address(ImsField field) throws DecodeFailure {
        if (!spans.has(field)) {
            return PartyAddress.Kind.NOBODY;
        }
        PartyAddress.Kind kind = PartyAddress.Kind.NOBODY;
        list.over(spans.octets(), spans.start(field), spans.end(field));
        for (int i = 0; i < MOST_LISTED && list.next(); i++) {
            if (list.tagClass() != BerCursor.CONTEXT || list.isConstructed()) {
                continue;
            }
            kind = address.read(spans.octets(), list.valueStart(), list.valueEnd(), list.tagNumber());
            if (kind == PartyAddress.Kind.NUMBER || kind == PartyAddress.Kind.EMERGENCY_SERVICE) {
                break;
            }
        }
        return kind;
    }

    /** The address that was found last. */
    PartyAddress address() {
        return address;
    }

    /** The final SIP status, where serviceReasonReturnCode holds one: it may have a sign or a phrase (TS 32.299). */
    @Nullable
    Integer sipStatus() {
        ImsField field = ImsField.RETURN_CODE;
        if (!spans.has(field)) {
            return null;
        }
        byte[] octets = spans.octets();
        int at = spans.start(field);
        int end = spans.end(field);
        while (at < end && (octets[at] == ' ' || octets[at] == '-' || octets[at] == '+')) {
            at++;
        }
        int status = 0;
        int digits = 0;
        while (at < end && digits < 4 && octets[at] >= '0' && octets[at] <= '9') {
            status = status * 10 + octets[at++] - '0';
            digits++;
        }
        return digits == 3 && status >= LEAST_STATUS && status <= MOST_STATUS ? (Integer) status : null;
    }

    /** The cause: that of Q.850 before all, in a Reason header or of ISUP, then SIP's of such a header, then the status. */
    @Nullable
    Cause cause() throws DecodeFailure {
        Cause sip = null;
        if (spans.has(ImsField.REASON_HEADERS)) {
            list.over(spans.octets(), spans.start(ImsField.REASON_HEADERS), spans.end(ImsField.REASON_HEADERS));
            for (int i = 0; i < MOST_LISTED && list.next(); i++) {
                Cause cause = list.isConstructed() ? null : ReasonHeader.cause(text(list));
                if (cause != null && cause.getScheme() == CauseScheme.Q850) {
                    return cause;
                }
                sip = sip == null ? cause : sip;
            }
        }
        Cause isup = isupCause();
        if (isup != null || sip != null) {
            return isup != null ? isup : sip;
        }
        Integer status = sipStatus();
        return status == null ? null : new Cause(CauseScheme.SIP, status, status);
    }

    private @Nullable Cause isupCause() throws DecodeFailure {
        ImsField field = ImsField.ISUP_CAUSE;
        if (spans.has(field)) {
            list.over(spans.octets(), spans.start(field), spans.end(field));
            while (list.next()) {
                if (list.isContext(1)) {
                    int value = (int) BerInteger.read(
                            spans.octets(), list.valueStart(), list.valueEnd(), field.fieldName(), -128, 255);
                    return new Cause(CauseScheme.Q850, value & 0x7F, value);
                }
            }
        }
        return null;
    }

    /**
     * Where the served user was, by the header P-Access-Network-Info, else by userLocationInformation. What makes no sense
     * says nothing.
     */
    @Nullable
    Location location(SourceSettings source) {
        AccessNetwork network = new AccessNetwork();
        readAccess(ImsField.ACCESS_NETWORK, network);
        readAccess(ImsField.ADDITIONAL_ACCESS_NETWORK, network);
        Location location = network.location();
        ImsField field = ImsField.USER_LOCATION;
        if (location != null || !spans.hasContent(field)) {
            return location;
        }
        try {
            return userLocations.read(
                    spans.octets(),
                    spans.start(field),
                    spans.end(field),
                    RadioTechnology.UNKNOWN,
                    source.userLocationForm(),
                    field.fieldName());
        } catch (DecodeFailure noLocation) {
            return null;
        }
    }

    private void readAccess(ImsField field, AccessNetwork network) {
        if (spans.hasContent(field)) {
            int length = spans.end(field) - spans.start(field);
            network.read(new String(spans.octets(), spans.start(field), length, StandardCharsets.ISO_8859_1));
        }
    }

    /** The trunk group of an MGCF that is this alternative: 0 incoming, 1 outgoing. */
    @Nullable
    String trunkGroup(int alternative) throws DecodeFailure {
        ImsField field = ImsField.TRUNK_GROUP;
        boolean there = spans.has(field)
                && list.over(spans.octets(), spans.start(field), spans.end(field))
                        .next()
                && list.isContext(alternative)
                && !list.isConstructed()
                && list.valueLength() > 0
                && list.valueLength() <= 64;
        return there ? text(list) : null;
    }

    private String text(BerCursor element) {
        return new String(spans.octets(), element.valueStart(), element.valueLength(), StandardCharsets.ISO_8859_1);
    }
}
