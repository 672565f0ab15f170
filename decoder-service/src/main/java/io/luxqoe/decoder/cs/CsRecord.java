package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.cdr.Locations;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The record at hand: its fields, typed. Used again for the next one. */
final class CsRecord {
    /** The record does not have that code. */
    static final int NO_CODE = -1;

    private static final int TRUNK_NUMBER = 0;
    private static final int TRUNK_NAME = 1;
    private static final int MAX_TRUNK_NAME = 64;

    private final CdrFields<CsField> fields;
    private final FieldSpans<CsField> spans;
    private final BerCursor choice = new BerCursor();
    private final Locations locations = new Locations();
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
            return Long.toString(BerInteger.read(
                    spans.octets(),
                    choice.valueStart(),
                    choice.valueEnd(),
                    field.fieldName(),
                    Long.MIN_VALUE,
                    Long.MAX_VALUE));
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

    private boolean enter(CsField field) throws DecodeFailure {
        return spans.has(field)
                && choice.over(spans.octets(), spans.start(field), spans.end(field))
                        .next();
    }
}
