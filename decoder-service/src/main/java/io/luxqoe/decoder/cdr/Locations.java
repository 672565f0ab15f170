package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;

/**
 * LocationAreaAndCell of TS 32.298 clause 5.1.2.1. A network has some ten thousand cells and far more calls, so each
 * location is built once and shared by the events; nobody changes it.
 */
public final class Locations {
    private static final int PLACES = 16_384;
    private static final int AREA = 0;
    private static final int CELL = 1;
    private static final int PLMN = 2;
    private static final int ABSENT = -1;
    private static final String NO_KEY = "unknown";

    private final BerCursor cursor = new BerCursor();
    private final LongKeyCache<Location> cache = new LongKeyCache<>(PLACES);

    /**
     * The location in the slice, the content of a LocationAreaAndCell. Without area or cell there is none; without a
     * PLMN the one that the source serves holds; without that either, the cell key is {@code unknown}.
     */
    public @Nullable Location read(byte[] octets, int from, int to, RadioTechnology technology, SourceSettings source)
            throws DecodeFailure {
        int area = ABSENT;
        int cell = ABSENT;
        int plmn = source.servingPlmn();
        cursor.over(octets, from, to);
        while (cursor.next()) {
            if (cursor.isContext(AREA)) {
                area = twoOctets("location.locationAreaCode");
            } else if (cursor.isContext(CELL)) {
                cell = twoOctets("location.cellId");
            } else if (cursor.isContext(PLMN)) {
                plmn = Plmns.read(octets, primitive(Plmns.LENGTH, "location.mCC-MNC"), "location.mCC-MNC");
            }
        }
        if (area == ABSENT || cell == ABSENT) {
            return null;
        }
        return held(technology, plmn, area, cell);
    }

    /** The location in the slice, the seven octets of PLMN, area and cell; absent where it is none. */
    public @Nullable Location global(byte[] octets, int from, int to, RadioTechnology technology) {
        if (to - from != Plmns.LENGTH + 4) {
            return null;
        }
        try {
            int plmn = Plmns.read(octets, from, "globalAreaID");
            int area = (octets[from + 3] & 0xFF) << 8 | (octets[from + 4] & 0xFF);
            int cell = (octets[from + 5] & 0xFF) << 8 | (octets[from + 6] & 0xFF);
            return held(technology, plmn, area, cell);
        } catch (DecodeFailure notAPlmn) {
            return null;
        }
    }

    private Location held(RadioTechnology technology, int plmn, int area, int cell) {
        long key = (technology.ordinal() + 1L) << 56 | (long) plmn << 32 | (long) area << 16 | cell;
        Location held = cache.find(key);
        return held != null ? held : cache.put(key, location(technology, Plmns.text(plmn), area, cell));
    }

    private static Location location(RadioTechnology technology, String plmn, int area, int cell) {
        String cellKey = plmn.isEmpty() ? NO_KEY : plmn + '-' + area + '-' + cell;
        return new Location(technology, plmn, area, (long) cell, cellKey);
    }

    private int twoOctets(String field) throws DecodeFailure {
        int at = primitive(2, field);
        byte[] octets = cursor.octets();
        return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
    }

    private int primitive(int length, String field) throws DecodeFailure {
        if (cursor.isConstructed()) {
            throw new DecodeFailure(RejectReason.WRONG_FORM, field, "constructed, should be primitive");
        }
        if (cursor.valueLength() != length) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, field, cursor.valueLength() + " octets, should be " + length);
        }
        return cursor.valueStart();
    }
}
