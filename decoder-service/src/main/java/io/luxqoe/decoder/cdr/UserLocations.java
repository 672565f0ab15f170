package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;

/**
 * userLocationInformation of data records (TS 32.298 clause 5.1.2.2.75) in its three forms: the bitmap of TS 29.274
 * clause 8.21 with the identities that it announces; the type octet of TS 29.060 clause 7.7.51 with one identity; and the
 * types above 127 that TS 29.061 clause 16.4.7.2 adds to it. Of several identities the most exact one counts: ECGI or
 * NCGI, else CGI, else SAI. A routing or tracking area alone is no location.
 */
public final class UserLocations {
    private static final int CGI = 1;
    private static final int SAI = 1 << 1;
    private static final int RAI = 1 << 2;
    private static final int TAI = 1 << 3;
    private static final int ECGI = 1 << 4;
    private static final int LAI = 1 << 5;
    private static final int MACRO_ENB = 1 << 6;
    private static final int EXTENDED_MACRO_ENB = 1 << 7;

    private static final int AREA_CELL_LENGTH = 7;
    private static final int TAI_LENGTH = 5;
    private static final int ECGI_LENGTH = 7;
    private static final int LAI_LENGTH = 5;
    private static final int ENB_LENGTH = 6;
    private static final int NCGI_LENGTH = 8;
    private static final int TAI_5GS_LENGTH = 6;

    private static final int TYPE_CGI = 0;
    private static final int TYPE_SAI = 1;
    private static final int TYPE_RAI = 2;
    private static final int TYPE_TAI = 128;
    private static final int TYPE_ECGI = 129;
    private static final int TYPE_TAI_ECGI = 130;
    private static final int TYPE_ENB = 131;
    private static final int TYPE_TAI_ENB = 132;
    private static final int TYPE_EXTENDED_ENB = 133;
    private static final int TYPE_TAI_EXTENDED_ENB = 134;
    private static final int TYPE_NCGI = 135;
    private static final int TYPE_TAI_5GS = 136;
    private static final int TYPE_TAI_5GS_NCGI = 137;
    private static final int TYPE_RAN_NODE = 138;
    private static final int TYPE_TAI_5GS_RAN_NODE = 139;
    private static final int UNKNOWN_LENGTH = -1;

    private final Cells cells;

    /** Locations are taken from {@code cells}. */
    public UserLocations(Cells cells) {
        this.cells = cells;
    }

    /**
     * The location that the octets in the slice name; absent where they name no cell.
     *
     * @param technology what the record says of the radio access; UNKNOWN: the kind of identity says it
     * @param form the form that the source writes; octets after the announced ones are passed over
     */
    public @Nullable Location read(
            byte[] octets, int from, int to, RadioTechnology technology, UserLocationForm form, String field)
            throws DecodeFailure {
        if (from >= to) {
            return null;
        }
        int first = octets[from] & 0xFF;
        boolean typed =
                switch (form) {
                    case AUTOMATIC -> isTyped(first, to - from);
                    case GTPV1 -> true;
                    case GTPV2 -> false;
                };
        int length = typed ? typedLength(first) : bitmapLength(first);
        if (to - from < length) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, field, (to - from) + " octets, should be " + length + " by the first one");
        }
        return typed
                ? readTyped(octets, from + 1, first, technology, field)
                : readBitmap(octets, from + 1, first, technology, field);
    }

    /** Octets that fit a bitmap exactly are one; else those that fit a type exactly are that; else it is a bitmap. */
    private static boolean isTyped(int first, int length) {
        if (first == 0) {
            return true; // a bitmap that announces nothing is written by nobody
        }
        return bitmapLength(first) != length
                && (typedLength(first) == length || (isRanNode(first) && length < bitmapLength(first)));
    }

    /** NG-RAN node identities, which have no fixed length. */
    private static boolean isRanNode(int type) {
        return type == TYPE_RAN_NODE || type == TYPE_TAI_5GS_RAN_NODE;
    }

    private static int bitmapLength(int bitmap) {
        return 1
                + lengthIf(bitmap, CGI, AREA_CELL_LENGTH)
                + lengthIf(bitmap, SAI, AREA_CELL_LENGTH)
                + lengthIf(bitmap, RAI, AREA_CELL_LENGTH)
                + lengthIf(bitmap, TAI, TAI_LENGTH)
                + lengthIf(bitmap, ECGI, ECGI_LENGTH)
                + lengthIf(bitmap, LAI, LAI_LENGTH)
                + lengthIf(bitmap, MACRO_ENB, ENB_LENGTH)
                + lengthIf(bitmap, EXTENDED_MACRO_ENB, ENB_LENGTH);
    }

    private static int lengthIf(int bitmap, int bit, int length) {
        return (bitmap & bit) == 0 ? 0 : length;
    }

    private static int typedLength(int type) {
        return switch (type) {
            case TYPE_CGI, TYPE_SAI -> 1 + AREA_CELL_LENGTH;
            case TYPE_RAI -> AREA_CELL_LENGTH; // the octet after the routing area code is filler and not always there
            case TYPE_TAI -> 1 + TAI_LENGTH;
            case TYPE_ECGI -> 1 + ECGI_LENGTH;
            case TYPE_TAI_ECGI -> 1 + TAI_LENGTH + ECGI_LENGTH;
            case TYPE_ENB, TYPE_EXTENDED_ENB -> 1 + ENB_LENGTH;
            case TYPE_TAI_ENB, TYPE_TAI_EXTENDED_ENB -> 1 + TAI_LENGTH + ENB_LENGTH;
            case TYPE_NCGI -> 1 + NCGI_LENGTH;
            case TYPE_TAI_5GS -> 1 + TAI_5GS_LENGTH;
            case TYPE_TAI_5GS_NCGI -> 1 + TAI_5GS_LENGTH + NCGI_LENGTH;
            default -> UNKNOWN_LENGTH;
        };
    }

    private @Nullable Location readBitmap(byte[] octets, int from, int bitmap, RadioTechnology technology, String field)
            throws DecodeFailure {
        int sai = from + lengthIf(bitmap, CGI, AREA_CELL_LENGTH);
        int rai = sai + lengthIf(bitmap, SAI, AREA_CELL_LENGTH);
        int tai = rai + lengthIf(bitmap, RAI, AREA_CELL_LENGTH);
        int ecgi = tai + lengthIf(bitmap, TAI, TAI_LENGTH);
        if ((bitmap & ECGI) != 0) {
            int area = (bitmap & TAI) == 0 ? Cells.NO_AREA : number(octets, tai + Plmns.LENGTH, 2);
            return eutranCell(octets, ecgi, area, technology, field);
        }
        if ((bitmap & CGI) != 0) {
            return areaCell(octets, from, technology, RadioTechnology.GERAN, field);
        }
        return (bitmap & SAI) == 0 ? null : areaCell(octets, sai, technology, RadioTechnology.UTRAN, field);
    }

    private @Nullable Location readTyped(byte[] octets, int from, int type, RadioTechnology technology, String field)
            throws DecodeFailure {
        return switch (type) {
            case TYPE_CGI -> areaCell(octets, from, technology, RadioTechnology.GERAN, field);
            case TYPE_SAI -> areaCell(octets, from, technology, RadioTechnology.UTRAN, field);
            case TYPE_ECGI -> eutranCell(octets, from, Cells.NO_AREA, technology, field);
            case TYPE_TAI_ECGI ->
                eutranCell(octets, from + TAI_LENGTH, number(octets, from + Plmns.LENGTH, 2), technology, field);
            case TYPE_NCGI -> nrCell(octets, from, Cells.NO_AREA, technology, field);
            case TYPE_TAI_5GS_NCGI ->
                nrCell(octets, from + TAI_5GS_LENGTH, number(octets, from + Plmns.LENGTH, 3), technology, field);
            default -> null;
        };
    }

    /** CGI or SAI: network, location area code, cell identity or service area code. */
    private Location areaCell(byte[] octets, int at, RadioTechnology technology, RadioTechnology kind, String field)
            throws DecodeFailure {
        int area = number(octets, at + Plmns.LENGTH, 2);
        int cell = number(octets, at + Plmns.LENGTH + 2, 2);
        return cells.of(orKind(technology, kind), Plmns.read(octets, at, field), area, cell);
    }

    /** ECGI: network, four spare bits, 28 bits (TS 29.274 clause 8.21.5). */
    private Location eutranCell(byte[] octets, int at, int area, RadioTechnology technology, String field)
            throws DecodeFailure {
        int cell = number(octets, at + Plmns.LENGTH, 4) & 0x0FFF_FFFF;
        return cells.of(orKind(technology, RadioTechnology.E_UTRAN), Plmns.read(octets, at, field), area, cell);
    }

    /** NCGI: network, four spare bits, 36 bits (TS 38.413 clause 9.3.1.7). */
    private Location nrCell(byte[] octets, int at, int area, RadioTechnology technology, String field)
            throws DecodeFailure {
        long cell =
                (octets[at + Plmns.LENGTH] & 0xFL) << 32 | (number(octets, at + Plmns.LENGTH + 1, 4) & 0xFFFF_FFFFL);
        return cells.of(orKind(technology, RadioTechnology.NR), Plmns.read(octets, at, field), area, cell);
    }

    private static RadioTechnology orKind(RadioTechnology technology, RadioTechnology kind) {
        return technology == RadioTechnology.UNKNOWN ? kind : technology;
    }

    private static int number(byte[] octets, int at, int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (octets[at + i] & 0xFF);
        }
        return number;
    }
}
