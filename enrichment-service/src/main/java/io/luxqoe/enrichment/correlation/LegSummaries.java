package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.VoiceCall;
import org.jspecify.annotations.Nullable;

/** The legs among events. */
final class LegSummaries {
    private static final String IMS = "ims:";

    private LegSummaries() {}

    /** The leg that an event is; null for what is no leg of a subscriber's call, or names no call. */
    static @Nullable CallLegSummary of(EnrichedEvent enriched) {
        NetworkEvent event = enriched.getEvent();
        if (!(event.getDetails() instanceof VoiceCall call) || call.getPartial() || !isServedLeg(event, call)) {
            return null;
        }
        String reference = reference(call);
        return reference == null ? null : summary(reference, enriched, event, call);
    }

    /** Originating and terminating legs where they are served: other nodes on the way write records of the same call. */
    private static boolean isServedLeg(NetworkEvent event, VoiceCall call) {
        boolean ends =
                call.getDirection() == CallDirection.ORIGINATING || call.getDirection() == CallDirection.TERMINATING;
        return ends
                && switch (event.getRecordType()) {
                    case MO_CALL, MT_CALL, S_CSCF -> true;
                    default -> false;
                };
    }

    private static @Nullable String reference(VoiceCall call) {
        if (call.getNetworkCallReference() != null) {
            return call.getNetworkCallReference();
        }
        return call.getImsChargingId() == null ? null : IMS + call.getImsChargingId();
    }

    private static CallLegSummary summary(
            String reference, EnrichedEvent enriched, NetworkEvent event, VoiceCall call) {
        Location location = event.getLocation();
        return new CallLegSummary(
                reference,
                event.getEventId(),
                event.getEventTime(),
                event.getSource(),
                call.getDirection(),
                event.getOutcome(),
                event.getCause(),
                call.getCauseForTerm(),
                call.getAnswerTime() != null,
                call.getReleasingParty(),
                call.getReleaseTime(),
                event.getSubscriber(),
                location == null ? null : location.getCellKey(),
                enriched.getCell() == null ? null : enriched.getCell().getRegion());
    }
}
