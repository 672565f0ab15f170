package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.cdr.Cells;
import io.luxqoe.decoder.cdr.UserLocations;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;

/**
 * Where the subscriber was, in any of the forms that the releases of TS 32.298 have: the ASN.1 structure, and an octet
 * string that holds JSON, or the octets of a GTP or Diameter node.
 */
final class ChfLocations {
    private final StructuredLocations structured;
    private final JsonLocations json;
    private final UserLocations userLocations;

    ChfLocations(Cells cells) {
        structured = new StructuredLocations(cells);
        json = new JsonLocations(cells);
        userLocations = new UserLocations(cells);
    }

    /** The location in the structure, if it is there and names a cell, else the one in the octet string. */
    <F extends Enum<F> & BerField> @Nullable Location read(
            FieldSpans<F> spans, F structure, F octetString, RadioTechnology technology, UserLocationForm form)
            throws DecodeFailure {
        Location location = null;
        byte[] octets = spans.octets();
        if (spans.has(structure)) {
            location = structured.read(
                    octets, spans.start(structure), spans.end(structure), technology, structure.fieldName());
        }
        if (location != null || !spans.has(octetString)) {
            return location;
        }
        int from = spans.start(octetString);
        int to = spans.end(octetString);
        return JsonLocations.isJson(octets, from, to)
                ? json.read(octets, from, to, technology, octetString.fieldName())
                : userLocations.read(octets, from, to, technology, form, octetString.fieldName());
    }
}
