package io.luxqoe.local.simulator.reference;

import io.luxqoe.local.simulator.network.Domain;
import io.luxqoe.schemas.topic.LuxTopic;

/** Which raw topic takes the records of which network elements. */
public final class RawTopics {

    private RawTopics() {}

    public static LuxTopic of(Domain domain) {
        return switch (domain) {
            case CIRCUIT_SWITCHED -> LuxTopic.RAW_CS_CDR;
            case PACKET_SWITCHED -> LuxTopic.RAW_PS_CDR;
            case PLAYERS -> LuxTopic.RAW_CMCD;
        };
    }
}
