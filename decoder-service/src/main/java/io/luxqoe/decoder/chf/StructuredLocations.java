package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;

/** UserLocationInformationStructured of TS 32.298 clause 5.2.5.2: the UserLocation of TS 29.571 in ASN.1. */
final class StructuredLocations {
    private static final int EUTRA = 0;
    private static final int NR = 1;
    private static final int UTRA = 3;
    private static final int GERA = 4;
    /** tai, and ecgi or ncgi, of an E-UTRA or NR location. */
    private static final int TAI = 0;

    private static final int CELL = 1;
    /** cgi and sai of a UTRA location; a GERA location has each one later. */
    private static final int CGI = 0;

    private static final int SAI = 1;
    private static final int GERA_SHIFT = 1;
    private static final int BINARY_TAC = 3;

    private final BerCursor accesses = new BerCursor();
    private final BerCursor identities = new BerCursor();
    private final BerCursor parts = new BerCursor();
    private final CellReading reading;

    StructuredLocations(Cells cells) {
        reading = new CellReading(cells);
    }

    /** The location in the slice, the content of a field of that type. */
    @Nullable
    Location read(byte[] octets, int from, int to, RadioTechnology technology, String field) throws DecodeFailure {
        reading.begin();
        accesses.over(octets, from, to);
        while (accesses.next()) {
            if (accesses.isConstructed() && accesses.tagClass() == BerCursor.CONTEXT) {
                readAccess(accesses.tagNumber(), field);
            }
        }
        return reading.end(technology);
    }

    private void readAccess(int access, String field) throws DecodeFailure {
        switch (access) {
            case EUTRA -> readTracked(RadioTechnology.E_UTRAN, 28, field);
            case NR -> readTracked(RadioTechnology.NR, 36, field);
            case UTRA -> readLocated(RadioTechnology.UTRAN, 0, field);
            case GERA -> readLocated(RadioTechnology.GERAN, GERA_SHIFT, field);
            default -> {} // untrusted access has no cell
        }
    }

    /** EutraLocation, NrLocation: a tracking area and a cell, each with its network. */
    private void readTracked(RadioTechnology access, int cellBits, String field) throws DecodeFailure {
        reading.beginAccess(access);
        identities.over(accesses.octets(), accesses.valueStart(), accesses.valueEnd());
        while (identities.next()) {
            boolean isArea = identities.isContext(TAI);
            if (!isArea && !identities.isContext(CELL)) {
                continue;
            }
            enter(field);
            while (parts.next()) {
                if (parts.isContext(0)) {
                    reading.network(network(field), isArea);
                } else if (parts.isContext(1) && isArea) {
                    reading.area(trackingArea(field));
                } else if (parts.isContext(1)) {
                    reading.cell(text(cellBits, field), false);
                }
            }
        }
        reading.endAccess();
    }

    /** UtraLocation, GeraLocation: a cell or a service area, each with its network and location area. */
    private void readLocated(RadioTechnology access, int shift, String field) throws DecodeFailure {
        identities.over(accesses.octets(), accesses.valueStart(), accesses.valueEnd());
        while (identities.next()) {
            boolean isServiceArea = identities.isContext(SAI + shift);
            if (!isServiceArea && !identities.isContext(CGI + shift)) {
                continue;
            }
            reading.beginAccess(access);
            enter(field);
            while (parts.next()) {
                if (parts.isContext(0)) {
                    reading.network(network(field), false);
                } else if (parts.isContext(1)) {
                    reading.area((int) text(16, field));
                } else if (parts.isContext(2)) {
                    reading.cell(text(28, field), isServiceArea);
                }
            }
            reading.endAccess();
        }
    }

    private void enter(String field) throws DecodeFailure {
        if (!identities.isConstructed()) {
            throw new DecodeFailure(RejectReason.WRONG_FORM, field, "an identity is primitive, should be constructed");
        }
        parts.over(identities.octets(), identities.valueStart(), identities.valueEnd());
    }

    private int network(String field) throws DecodeFailure {
        if (parts.isConstructed() || parts.valueLength() != Plmns.LENGTH) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "its network is not three octets");
        }
        return Plmns.read(parts.octets(), parts.valueStart(), field);
    }

    /** TAC of two or three octets; there are writers that put its hexadecimal digits. */
    private int trackingArea(String field) throws DecodeFailure {
        if (parts.valueLength() > BINARY_TAC) {
            return (int) text(24, field);
        }
        int area = 0;
        for (int at = parts.valueStart(); at < parts.valueEnd(); at++) {
            area = area << 8 | (parts.octets()[at] & 0xFF);
        }
        return area;
    }

    private long text(int bits, String field) throws DecodeFailure {
        return CellReading.hex(parts.octets(), parts.valueStart(), parts.valueEnd(), bits, field);
    }
}
