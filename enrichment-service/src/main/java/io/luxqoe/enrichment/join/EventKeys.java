package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys by which an event names references; null where it names none. */
final class EventKeys {
    /** What stands before a country code in the keys of the dialled numbers. */
    private static final String INTERNATIONAL = "00";

    private EventKeys() {}

    static @Nullable String cell(NetworkEvent event) {
        Location location = event.getLocation();
        String key = location == null ? null : location.getCellKey();
        return key == null || key.isEmpty() ? null : key;
    }

    static @Nullable String servingPlmn(NetworkEvent event) {
        Location location = event.getLocation();
        if (location != null && !location.getPlmn().isEmpty()) {
            return location.getPlmn();
        }
        return event.getDetails() instanceof DataSession session ? session.getServingPlmn() : null;
    }

    /** Network identifiers are compared without regard to case (TS 23.003 clause 9.1). */
    static @Nullable String accessPoint(NetworkEvent event) {
        String name = event.getDetails() instanceof DataSession session ? session.getAccessPointName() : null;
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /**
     * Digits of the number that was dialled; of a person's number, whose digits no event holds, the international prefix
     * and country code, if it is abroad.
     */
    static @Nullable String dialledNumber(NetworkEvent event) {
        PartyNumber dialled = null;
        if (event.getDetails() instanceof VoiceCall call) {
            dialled = call.getCalled();
        } else if (event.getDetails() instanceof ShortMessage message
                && message.getDirection() == CallDirection.ORIGINATING) {
            dialled = message.getDestination();
        }
        if (dialled == null || dialled.getDigits() != null) {
            return dialled == null ? null : dialled.getDigits();
        }
        return dialled.getCountry() == null ? null : INTERNATIONAL + dialled.getCountry();
    }
}
