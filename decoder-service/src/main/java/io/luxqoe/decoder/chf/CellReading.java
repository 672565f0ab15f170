package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;

/**
 * The most exact cell among those that a user location of TS 29.571 names, which may be several: NR before E-UTRA, that
 * before a cell or service area of the older accesses.
 */
final class CellReading {
    private static final int NONE = 0;
    private static final int SERVICE_AREA = 1;
    private static final int OLD_CELL = 2;
    private static final int EUTRA_CELL = 3;
    private static final int NR_CELL = 4;
    private static final int MAX_HEX = 9;

    private final Cells cells;

    private int rank;
    private RadioTechnology kind = RadioTechnology.UNKNOWN;
    private int plmn;
    private int area;
    private long cell;

    private RadioTechnology nextKind = RadioTechnology.UNKNOWN;
    private int areaPlmn;
    private int nextArea;
    private int nextPlmn;
    private long nextCell;
    private int nextRank;

    CellReading(Cells cells) {
        this.cells = cells;
    }

    /** Begins a user location. */
    void begin() {
        rank = NONE;
        beginAccess(RadioTechnology.UNKNOWN);
    }

    /** Begins what it says of one access. */
    void beginAccess(RadioTechnology access) {
        nextKind = access;
        nextRank = NONE;
        nextArea = Cells.NO_AREA;
        nextPlmn = Plmns.NONE;
        areaPlmn = Plmns.NONE;
        nextCell = 0;
    }

    /** The access is in that network. */
    void network(int network, boolean ofArea) {
        if (ofArea) {
            areaPlmn = network;
        } else {
            nextPlmn = network;
        }
    }

    /** The access is in that area. */
    void area(int areaCode) {
        nextArea = areaCode;
    }

    /** The access is in that cell. */
    void cell(long cellId, boolean isServiceArea) {
        int ofKind =
                switch (nextKind) {
                    case NR -> NR_CELL;
                    case E_UTRAN -> EUTRA_CELL;
                    default -> isServiceArea ? SERVICE_AREA : OLD_CELL;
                };
        if (ofKind > nextRank) {
            nextRank = ofKind;
            nextCell = cellId;
        }
    }

    /** What it says of the access is at its end. */
    void endAccess() {
        int network = nextPlmn == Plmns.NONE ? areaPlmn : nextPlmn;
        if (nextRank > rank && network != Plmns.NONE) {
            rank = nextRank;
            kind = nextKind;
            plmn = network;
            area = nextArea;
            cell = nextCell;
        }
    }

    /** The location, its radio access as the record says it, else by the kind of cell. */
    @Nullable
    Location end(RadioTechnology technology) {
        return rank == NONE
                ? null
                : cells.of(technology == RadioTechnology.UNKNOWN ? kind : technology, plmn, area, cell);
    }

    /** A code of an area or a cell in hexadecimal, of up to {@code bits} bits. */
    static long hex(byte[] octets, int from, int to, int bits, String field) throws DecodeFailure {
        if (from >= to || to - from > MAX_HEX) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, field, (to - from) + " hexadecimal digits, should be 1 to " + MAX_HEX);
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(octets[at], 16);
            if (digit < 0) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "a code that is not hexadecimal");
            }
            value = value << 4 | digit;
        }
        if (value >> bits != 0) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "a code of more than " + bits + " bits");
        }
        return value;
    }
}
