package io.luxqoe.local.simulator.reference;

import static io.luxqoe.schemas.CauseClass.NETWORK;
import static io.luxqoe.schemas.CauseClass.SERVICE;
import static io.luxqoe.schemas.CauseClass.SUBSCRIBER_UNREACHABLE;
import static io.luxqoe.schemas.CauseClass.SUCCESS;
import static io.luxqoe.schemas.CauseClass.UNKNOWN;
import static io.luxqoe.schemas.CauseClass.USER;
import static io.luxqoe.schemas.CauseScheme.MAP_ERROR;
import static io.luxqoe.schemas.CauseScheme.Q850;
import static io.luxqoe.schemas.CauseScheme.RP_CAUSE;
import static io.luxqoe.schemas.Responsibility.DESTINATION;
import static io.luxqoe.schemas.Responsibility.EQUIPMENT;
import static io.luxqoe.schemas.Responsibility.SUBSCRIPTION;

import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Responsibility;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The causes of ITU-T Q.850, of the RP layer (TS 24.011 clause 8.2.5.4) and of MAP (TS 29.002 clause 17.6). */
final class CauseCatalogue {

    private static final Responsibility BY_USER = Responsibility.USER;
    private static final Responsibility BY_NETWORK = Responsibility.NETWORK;

    private CauseCatalogue() {}

    static Stream<CauseReference> all() {
        return Stream.of(
                        q850(USER, BY_USER, "1 unallocated number", "28 invalid number format"),
                        q850(SUCCESS, BY_USER, "16 normal call clearing", "31 normal, unspecified"),
                        q850(
                                USER,
                                BY_USER,
                                "17 user busy",
                                "18 no user responding",
                                "19 no answer from user",
                                "21 call rejected",
                                "22 number changed"),
                        q850(UNKNOWN, BY_USER, "26 non-selected user clearing"),
                        q850(
                                NETWORK,
                                BY_NETWORK,
                                "2 no route to transit network",
                                "3 no route to destination",
                                "5 misdialled trunk prefix",
                                "25 exchange routing error"),
                        q850(UNKNOWN, DESTINATION, "4 send special information tone", "30 response to status enquiry"),
                        q850(
                                SUBSCRIBER_UNREACHABLE,
                                DESTINATION,
                                "20 subscriber absent",
                                "27 destination out of order"),
                        q850(SERVICE, DESTINATION, "29 facility rejected"),
                        q850(
                                UNKNOWN,
                                BY_NETWORK,
                                "6 channel unacceptable",
                                "7 call awarded in an established channel",
                                "8 preemption",
                                "9 preemption, circuit reserved"),
                        q850(
                                NETWORK,
                                BY_NETWORK,
                                "34 no circuit or channel available",
                                "38 network out of order",
                                "39 permanent frame mode connection out of service",
                                "41 temporary failure",
                                "42 switching equipment congestion",
                                "43 access information discarded",
                                "44 requested circuit not available",
                                "46 precedence call blocked",
                                "47 resource unavailable, unspecified"),
                        q850(
                                SERVICE,
                                BY_NETWORK,
                                "49 quality of service not available",
                                "53 outgoing calls barred in group",
                                "55 incoming calls barred in group",
                                "62 inconsistent outgoing access information",
                                "63 service or option not available"),
                        q850(
                                SERVICE,
                                SUBSCRIPTION,
                                "50 requested facility not subscribed",
                                "57 bearer capability not authorized",
                                "58 bearer capability not available"),
                        q850(
                                SERVICE,
                                EQUIPMENT,
                                "65 bearer capability not implemented",
                                "66 channel type not implemented",
                                "69 requested facility not implemented",
                                "70 only restricted digital information available",
                                "79 service or option not implemented"),
                        q850(
                                UNKNOWN,
                                EQUIPMENT,
                                "81 invalid call reference value",
                                "82 identified channel does not exist",
                                "83 no such suspended call",
                                "84 call identity in use",
                                "85 no call suspended",
                                "86 call identity cleared",
                                "87 user not member of group",
                                "88 incompatible destination",
                                "90 non-existent group",
                                "91 invalid transit network selection",
                                "95 invalid message, unspecified"),
                        q850(
                                NETWORK,
                                BY_NETWORK,
                                "96 mandatory information element missing",
                                "97 message type unknown",
                                "98 message not compatible with call state",
                                "99 information element unknown",
                                "100 invalid information element",
                                "101 message not compatible",
                                "102 recovery on timer expiry",
                                "103 parameter unknown, passed on",
                                "110 unrecognized parameter, discarded",
                                "111 protocol error, unspecified",
                                "127 interworking, unspecified"),
                        of(RP_CAUSE, USER, BY_USER, "1 unassigned number", "28 unidentified subscriber"),
                        of(
                                RP_CAUSE,
                                SERVICE,
                                SUBSCRIPTION,
                                "8 operator determined barring",
                                "10 call barred",
                                "29 facility rejected",
                                "50 requested facility not subscribed",
                                "69 requested facility not implemented"),
                        of(RP_CAUSE, SERVICE, BY_NETWORK, "21 short message transfer rejected"),
                        of(RP_CAUSE, SERVICE, EQUIPMENT, "22 memory capacity exceeded"),
                        of(
                                RP_CAUSE,
                                SUBSCRIBER_UNREACHABLE,
                                DESTINATION,
                                "27 destination out of order",
                                "30 unknown subscriber"),
                        of(
                                RP_CAUSE,
                                NETWORK,
                                BY_NETWORK,
                                "38 network out of order",
                                "41 temporary failure",
                                "42 congestion",
                                "47 resources unavailable",
                                "96 mandatory information invalid",
                                "111 protocol error",
                                "127 interworking"),
                        of(MAP_ERROR, USER, BY_USER, "1 unknown subscriber"),
                        of(
                                MAP_ERROR,
                                SUBSCRIBER_UNREACHABLE,
                                DESTINATION,
                                "6 absent subscriber for messages",
                                "27 absent subscriber"),
                        of(
                                MAP_ERROR,
                                SUBSCRIBER_UNREACHABLE,
                                EQUIPMENT,
                                "31 subscriber busy for messages",
                                "32 message delivery failure"),
                        of(
                                MAP_ERROR,
                                SERVICE,
                                SUBSCRIPTION,
                                "11 teleservice not provisioned",
                                "13 call barred",
                                "21 facility not supported"),
                        of(
                                MAP_ERROR,
                                NETWORK,
                                BY_NETWORK,
                                "34 system failure",
                                "35 data missing",
                                "36 unexpected data value"))
                .flatMap(List::stream);
    }

    private static List<CauseReference> q850(CauseClass causeClass, Responsibility responsibility, String... causes) {
        return of(Q850, causeClass, responsibility, causes);
    }

    /** Causes written as their code, a space and their label. */
    private static List<CauseReference> of(
            CauseScheme scheme, CauseClass causeClass, Responsibility responsibility, String... causes) {
        return Arrays.stream(causes)
                .map(cause -> {
                    int space = cause.indexOf(' ');
                    return CauseReference.newBuilder()
                            .setScheme(scheme)
                            .setCode(Integer.parseInt(cause.substring(0, space)))
                            .setLabel(cause.substring(space + 1))
                            .setCauseClass(causeClass)
                            .setResponsibility(responsibility)
                            .setPrevious(List.of())
                            .build();
                })
                .toList();
    }
}
