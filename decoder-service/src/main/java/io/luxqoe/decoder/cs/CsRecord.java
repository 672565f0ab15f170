package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.Locations;
import io.luxqoe.decoder.cdr.TimeStamps;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.ReleasingParty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record at hand: its fields, typed. Used again for the next one. */
final class CsRecord {
    /** The record does not have that code. */
    static final int NO_CODE = -1;

    private static final int TRUNK_NUMBER = 0;
    private static final int TRUNK_NAME = 1;
    private static final int MAX_TRUNK_NAME = 64;
    private static final int FIRST_BILL = 1;
    private static final int INTERMEDIATE_BILL = 2;
    private static final int RELEASED_BY_DTAP = 2;
    private static final int RELEASED_BY_ISUP = 3;

    private final CdrFields<CsField> fields;
    private final FieldSpans<CsField> spans;
    private final BerCursor choice = new BerCursor();
    private final Locations locations = new Locations();
    /** An exchange has some hundred trunk groups. */
    private final LongKeyCache<String> trunkNumbers = new LongKeyCache<>(1024);

    private final PartyNumbers numbers;

    CsRecord(PartyNumbers numbers) {
        this.numbers = numbers;
        this.fields = new CdrFields<>(CsField.class, numbers);
        this.spans = fields.spans();
    }

    /** Finds the fields of the record whose content the slice is, and checks that its recordType is the expected one. */
    void read(TagTable<CsField> table, int recordType, byte[] octets, int from, int to, KeptElements kept)
            throws DecodeFailure {
        fields.readRecord(table, CsField.RECORD_TYPE, recordType, octets, from, to, kept);
    }

    /** The fields that are of a type all CDRs share. */
    CdrFields<CsField> fields() {
        return fields;
    }

    @Nullable
    PartyNumber party(CsField field, boolean emergencyCall) throws DecodeFailure {
        return spans.hasContent(field)
                ? numbers.party(spans.octets(), spans.start(field), spans.end(field), emergencyCall, field.fieldName())
                : null;
    }

    @Nullable
    PartyNumber servedParty() throws DecodeFailure {
        CsField field = CsField.SERVED_MSISDN;
        return spans.hasContent(field)
                ? numbers.served(spans.octets(), spans.start(field), spans.end(field), field.fieldName())
                : null;
    }

    @Nullable
    PartyNumber destination(CsField field) throws DecodeFailure {
        return spans.hasContent(field)
                ? numbers.destination(spans.octets(), spans.start(field), spans.end(field), field.fieldName())
                : null;
    }

    @Nullable
    Location location(SourceSettings source) throws DecodeFailure {
        if (spans.has(CsField.GLOBAL_AREA_ID)) {
            Location global = locations.global(
                    spans.octets(),
                    spans.start(CsField.GLOBAL_AREA_ID),
                    spans.end(CsField.GLOBAL_AREA_ID),
                    radioTechnology());
            if (global != null) {
                return global;
            }
        }
        CsField field = CsField.LOCATION;
        return spans.has(field)
                ? locations.read(spans.octets(), spans.start(field), spans.end(field), radioTechnology(), source)
                : null;
    }

    private RadioTechnology radioTechnology() throws DecodeFailure {
        if (!spans.has(CsField.SYSTEM_TYPE)) {
            return RadioTechnology.UNKNOWN;
        }
        return switch ((int) spans.integer(CsField.SYSTEM_TYPE, 0, Integer.MAX_VALUE)) {
            case 1 -> RadioTechnology.UTRAN;
            case 2 -> RadioTechnology.GERAN;
            default -> RadioTechnology.UNKNOWN;
        };
    }

    /** The code under {@code alternative} of BasicServiceCode (TS 29.002), or {@link #NO_CODE}. */
    int basicService(int alternative) throws DecodeFailure {
        CsField field = CsField.BASIC_SERVICE;
        if (!enter(field) || !choice.isContext(alternative)) {
            return NO_CODE;
        }
        if (choice.isConstructed() || choice.valueLength() != 1) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field.fieldName(), "its code is not one octet");
        }
        return spans.octets()[choice.valueStart()] & 0xFF;
    }

    /** Number or name of a TrunkGroup. */
    @Nullable
    String trunkGroup(CsField field) throws DecodeFailure {
        if (!enter(field) || choice.isConstructed()) {
            return null;
        }
        if (choice.isContext(TRUNK_NUMBER)) {
            long number = BerInteger.read(
                    spans.octets(),
                    choice.valueStart(),
                    choice.valueEnd(),
                    field.fieldName(),
                    Long.MIN_VALUE,
                    Long.MAX_VALUE);
            return number == 0 ? "0" : trunkNumbers.get(number, Long::toString);
        }
        return choice.isContext(TRUNK_NAME) ? trunkName(field) : null;
    }

    private String trunkName(CsField field) throws DecodeFailure {
        if (choice.valueLength() > MAX_TRUNK_NAME) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, field.fieldName(), "a name of more than " + MAX_TRUNK_NAME + " octets");
        }
        return new String(spans.octets(), choice.valueStart(), choice.valueLength(), StandardCharsets.ISO_8859_1);
    }

    /** The time that a vendor's element holds, if it holds one. */
    @Nullable
    Instant vendorTime(CsField field) {
        if (!spans.has(field) || spans.end(field) - spans.start(field) != TimeStamps.LENGTH) {
            return null;
        }
        try {
            return Instant.ofEpochMilli(TimeStamps.read(spans.octets(), spans.start(field), field.fieldName()));
        } catch (DecodeFailure notATime) {
            return null;
        }
    }

    /** Whether a vendor's element says that more records of the call follow: it is the first or an intermediate one. */
    boolean isIntermediate() {
        int indicator = vendorCode(CsField.INTERMEDIATE_CHARGING_IND);
        return indicator == FIRST_BILL || indicator == INTERMEDIATE_BILL;
    }

    /** Who ended the call, as a vendor's element says. */
    ReleasingParty releasingParty() {
        return switch (vendorCode(CsField.DISCONNECT_PARTY)) {
            case 1 -> ReleasingParty.CALLING;
            case 2 -> ReleasingParty.CALLED;
            case 3 -> ReleasingParty.NETWORK;
            default -> ReleasingParty.UNKNOWN;
        };
    }

    private int vendorCode(CsField field) {
        boolean oneOctet = spans.has(field) && spans.end(field) - spans.start(field) == 1;
        return oneOctet ? spans.octets()[spans.start(field)] & 0xFF : NO_CODE;
    }

    /** The cause in a vendor's SEQUENCE {releaseParty [0], releaseCause [1]}: Q.850's if call control released. */
    @Nullable
    Cause partyRelCause() {
        CsField field = CsField.PARTY_REL_CAUSE;
        if (!spans.has(field)) {
            return null;
        }
        long party = NO_CODE;
        long cause = 0;
        boolean hasCause = false;
        try {
            choice.over(spans.octets(), spans.start(field), spans.end(field));
            while (choice.next()) {
                if (choice.isContext(0)) {
                    party = choiceInteger(field);
                } else if (choice.isContext(1)) {
                    cause = choiceInteger(field);
                    hasCause = true;
                }
            }
        } catch (DecodeFailure notOne) {
            return null;
        }
        boolean callControl = party == RELEASED_BY_DTAP || party == RELEASED_BY_ISUP;
        return callControl && hasCause ? new Cause(CauseScheme.Q850, (int) cause & 0x7F, (int) cause) : null;
    }

    private long choiceInteger(CsField field) throws DecodeFailure {
        return BerInteger.read(spans.octets(), choice.valueStart(), choice.valueEnd(), field.fieldName(), -128, 255);
    }

    private boolean enter(CsField field) throws DecodeFailure {
        return spans.has(field)
                && choice.over(spans.octets(), spans.start(field), spans.end(field))
                        .next();
    }
}
