package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The fields of the record or nested element at hand, as the types that CDRs share. Used again for the next one. */
public final class CdrFields<F extends Enum<F> & BerField> {
    /** The record does not have that time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;
    private static final HexFormat HEX = HexFormat.of();

    private final FieldSpans<F> spans;
    private final Diagnostics diagnostics = new Diagnostics();
    private final PartyNumbers numbers;

    /** Fields of that enum. */
    public CdrFields(Class<F> fields, PartyNumbers numbers) {
        this.spans = new FieldSpans<>(fields);
        this.numbers = numbers;
    }

    /**
     * Finds the fields of the record whose content the slice is, and checks that its recordType is the expected one.
     *
     * @param typeField the field that holds the recordType
     */
    public void readRecord(
            TagTable<F> table, F typeField, int recordType, byte[] octets, int from, int to, KeptElements kept)
            throws DecodeFailure {
        try {
            spans.read(table, octets, from, to, kept);
        } catch (DecodeFailure failure) {
            // Records of two domains share some outer tags: what does not fit this one may be another's.
            checkType(table, typeField, recordType);
            throw failure;
        }
        checkType(table, typeField, recordType);
    }

    private void checkType(TagTable<F> table, F typeField, int recordType) throws DecodeFailure {
        if (spans.has(typeField) && !isType(typeField, recordType)) {
            throw new DecodeFailure(
                    RejectReason.RECORD_TYPE_MISMATCH,
                    typeField.fieldName(),
                    "not the " + recordType + " that the outer tag of a " + table.record() + " asks for");
        }
    }

    /** There are writers that put a number above 127 into one octet, and forget that an INTEGER has a sign. */
    private boolean isType(F typeField, int recordType) throws DecodeFailure {
        long type = spans.integer(typeField, Long.MIN_VALUE, Long.MAX_VALUE);
        boolean oneOctet = spans.end(typeField) - spans.start(typeField) == 1;
        return type == recordType || (oneOctet && (type & 0xFF) == recordType);
    }

    /** Finds the fields of the element whose content the slice is. */
    public CdrFields<F> read(TagTable<F> table, byte[] octets, int from, int to) throws DecodeFailure {
        spans.read(table, octets, from, to);
        return this;
    }

    /** Where the fields lie. */
    public FieldSpans<F> spans() {
        return spans;
    }

    /** Whether the record has the field. */
    public boolean has(F field) {
        return spans.has(field);
    }

    /** A TimeStamp, UTC, ms, or {@link #NO_TIME}. */
    public long time(F field) throws DecodeFailure {
        return spans.has(field) ? TimeStamps.read(spans.octets(), spans.start(field), field.fieldName()) : NO_TIME;
    }

    /** A TimeStamp. */
    public @Nullable Instant instant(F field) throws DecodeFailure {
        return instant(time(field));
    }

    /** That time, UTC, ms, unless it is {@link #NO_TIME}. */
    public static @Nullable Instant instant(long time) {
        return time == NO_TIME ? null : Instant.ofEpochMilli(time);
    }

    /** An INTEGER or ENUMERATED, both bounds included. */
    public @Nullable Integer integer(F field, int least, int most) throws DecodeFailure {
        return spans.has(field) ? (Integer) (int) spans.integer(field, least, most) : null;
    }

    /** An INTEGER of up to 64 bits, both bounds included. */
    public @Nullable Long number(F field, long least, long most) throws DecodeFailure {
        return spans.has(field) ? (Long) spans.integer(field, least, most) : null;
    }

    /**
     * An INTEGER from 0 to 4294967295. There are writers that put the four octets of such a number as they are, and
     * forget that an INTEGER has a sign.
     */
    public @Nullable Long unsigned(F field) throws DecodeFailure {
        if (!spans.has(field)) {
            return null;
        }
        boolean fourOctets = spans.end(field) - spans.start(field) == 4;
        return spans.integer(field, fourOctets ? Integer.MIN_VALUE : 0, MAX_UNSIGNED) & MAX_UNSIGNED;
    }

    /** The content, if there is any, in hexadecimal. */
    public @Nullable String hex(F field) {
        return spans.hasContent(field) ? HEX.formatHex(spans.octets(), spans.start(field), spans.end(field)) : null;
    }

    /** Printable ASCII, if there is any; what is not printable becomes a question mark. */
    public @Nullable String text(F field) {
        if (!spans.hasContent(field)) {
            return null;
        }
        byte[] text = new byte[spans.end(field) - spans.start(field)];
        System.arraycopy(spans.octets(), spans.start(field), text, 0, text.length);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] < ' ' || text[i] == 0x7F ? (byte) '?' : text[i];
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** The E.164 digits of a network element: an AddressString. */
    public @Nullable String address(F field) throws DecodeFailure {
        return spans.hasContent(field)
                ? numbers.address(spans.octets(), spans.start(field), spans.end(field), field.fieldName())
                : null;
    }

    /** A Diagnostics; {@code gsm0408} is the numbering of its gsm0408Cause. */
    public @Nullable Cause cause(F field, CauseScheme gsm0408) throws DecodeFailure {
        return spans.has(field)
                ? diagnostics.read(spans.octets(), spans.start(field), spans.end(field), gsm0408, field.fieldName())
                : null;
    }
}
