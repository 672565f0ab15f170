package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.Diagnostics;
import io.luxqoe.decoder.cdr.Locations;
import io.luxqoe.decoder.cdr.TimeStamps;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The record at hand: its fields, typed. Used again for the next one. */
final class CsRecord {
    /** The record does not have that time. */
    static final long NO_TIME = Long.MIN_VALUE;
    /** The record does not have that code. */
    static final int NO_CODE = -1;

    private static final HexFormat HEX = HexFormat.of();
    private static final int TRUNK_NUMBER = 0;
    private static final int TRUNK_NAME = 1;
    private static final int MAX_TRUNK_NAME = 64;

    private final FieldSpans<CsField> spans = new FieldSpans<>(CsField.class);
    private final BerCursor choice = new BerCursor();
    private final Locations locations = new Locations();
    private final Diagnostics diagnostics = new Diagnostics();
    private final PartyNumbers numbers;

    CsRecord(PartyNumbers numbers) {
        this.numbers = numbers;
    }

    /** Finds the fields of the record whose content the slice is, and checks that its recordType is the expected one. */
    void read(TagTable<CsField> table, int recordType, byte[] octets, int from, int to) throws DecodeFailure {
        spans.read(table, octets, from, to);
        if (spans.has(CsField.RECORD_TYPE)
                && spans.integer(CsField.RECORD_TYPE, Long.MIN_VALUE, Long.MAX_VALUE) != recordType) {
            throw new DecodeFailure(
                    RejectReason.RECORD_TYPE_MISMATCH,
                    CsField.RECORD_TYPE.fieldName(),
                    "not the " + recordType + " that the outer tag of a " + table.record() + " asks for");
        }
    }

    FieldSpans<CsField> spans() {
        return spans;
    }

    /** A time, UTC, ms, or {@link #NO_TIME}. */
    long time(CsField field) throws DecodeFailure {
        return spans.has(field) ? TimeStamps.read(spans.octets(), spans.start(field), field.fieldName()) : NO_TIME;
    }

    @Nullable
    Integer integer(CsField field, int least, int most) throws DecodeFailure {
        return spans.has(field) ? (Integer) (int) spans.integer(field, least, most) : null;
    }

    @Nullable
    String hex(CsField field) {
        return spans.hasContent(field) ? HEX.formatHex(spans.octets(), spans.start(field), spans.end(field)) : null;
    }

    @Nullable
    String address(CsField field) throws DecodeFailure {
        return spans.hasContent(field)
                ? numbers.address(spans.octets(), spans.start(field), spans.end(field), field.fieldName())
                : null;
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

    @Nullable
    Cause cause(CsField field, CauseScheme gsm0408) throws DecodeFailure {
        return spans.has(field)
                ? diagnostics.read(spans.octets(), spans.start(field), spans.end(field), gsm0408, field.fieldName())
                : null;
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
