package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes calls, short messages and data records, and tells the truth about each. */
final class FactMaker {

    static final List<Axis> AXES = List.of(
            Axis.of("cell", 10_000),
            Axis.of("region", 100),
            Axis.of("numberClass", 100),
            Axis.of("region,numberClass", 1_000));

    private static final int CELLS = 6;
    private static final int CELLS_OF_A_REGION = 3;
    private static final int SUBSCRIBERS = 4_000;
    private static final List<NumberClass> CLASSES =
            List.of(NumberClass.MOBILE, NumberClass.MOBILE, NumberClass.FIXED, NumberClass.UNKNOWN);

    static {
        // the first serdes tell Avro to trust our classes
        AvroSerdes.mock("facts");
    }

    private final RandomGenerator random;
    private long made;

    FactMaker(RandomGenerator random) {
        this.random = random;
    }

    /** Region of a cell of any fact. */
    static String regionOf(String cell) {
        return cell.equals("unknown") ? "unknown" : "region-" + number(cell) / CELLS_OF_A_REGION;
    }

    /** One event of that source and time. */
    Fact make(String source, Instant time) {
        Draft draft = new Draft(source, time);
        int service = random.nextInt(10);
        if (service < 5) {
            return call(draft);
        }
        return service < 7 ? message(draft) : session(draft);
    }

    private Fact call(Draft draft) {
        VoiceCall call = VoiceCall.newBuilder().build();
        call.setDirection(CallDirection.ORIGINATING);
        draft.event.setService(ServiceType.VOICE);
        draft.event.setRecordType(RecordType.MO_CALL);
        draft.event.setDetails(call);
        draft.add("seizures", 1);
        draft.dial(call);
        long ringing = 500 + Math.round(Math.exp(6 + 3 * random.nextDouble()));
        long holding = ringing + random.nextInt(300_000);
        call.setHoldingTimeMs(holding);
        draft.add("holdingTimeMs", holding);
        Instant begin = draft.time().minusMillis(holding);
        call.setSetupTime(begin);
        call.setReleaseTime(draft.time());
        switch (random.nextInt(12)) {
            case 0 -> draft.unanswered(17, "userBusy", "failedUser");
            case 1 -> {
                draft.unanswered(19, "noAnswer", "failedUser");
                draft.add("alerted", 1);
                draft.rings(call, ringing);
            }
            case 2 -> draft.failed(34, "failedNetwork");
            case 3 -> draft.failed(27, "failedSubscriberUnreachable");
            case 4 -> draft.unanswered(16, "abandoned");
            case 5 -> draft.failed(null, "failedUnknown");
            case 6 -> {
                answer(draft, call, ringing, holding);
                call.setCauseForTerm(4);
                draft.add("dropped", 1);
                draft.fails();
            }
            case 7 -> partial(draft, call);
            default -> answer(draft, call, ringing, holding);
        }
        return draft.fact("voice");
    }

    private void answer(Draft draft, VoiceCall call, long ringing, long holding) {
        long talking = random.nextLong(holding - ringing + 1);
        Instant answer = draft.time().minusMillis(talking);
        call.setSeizureTime(call.getSetupTime().plusMillis(200));
        call.setAnswerTime(answer);
        call.setCallDurationMs(talking);
        draft.event.setOutcome(Outcome.SUCCESS);
        draft.add("answered", 1);
        draft.add("alerted", 1);
        draft.add("conversationTimeMs", talking);
        draft.values.put("timeToAnswerMs", holding - talking - 200);
        draft.rings(call, ringing);
    }

    /** A call that goes on: nothing but its duration counts. */
    private void partial(Draft draft, VoiceCall call) {
        long duration = 1 + random.nextInt(600_000);
        call.setPartial(true);
        call.setSequenceNumber(2);
        call.setAnswerTime(draft.time().minusMillis(duration));
        call.setCallDurationMs(duration);
        draft.adds.clear();
        draft.add("holdingTimeMs", duration);
        draft.add("conversationTimeMs", duration);
    }

    private Fact message(Draft draft) {
        ShortMessage message = ShortMessage.newBuilder().build();
        message.setDirection(CallDirection.ORIGINATING);
        draft.event.setService(ServiceType.MESSAGING);
        draft.event.setRecordType(RecordType.MO_SMS);
        draft.event.setDetails(message);
        NumberClass to = draft.numberClass();
        message.setDestination(PartyNumber.newBuilder().setNumberClass(to).build());
        draft.add("attempts", 1);
        if (random.nextInt(5) > 0) {
            draft.event.setOutcome(Outcome.SUCCESS);
            draft.add("succeeded", 1);
        } else {
            draft.event.setOutcome(Outcome.FAILURE);
            draft.event.setCause(new Cause(CauseScheme.RP_CAUSE, 38, 0));
            draft.add("failedNetwork", 1);
            draft.fails();
        }
        return draft.fact("messaging");
    }

    private Fact session(Draft draft) {
        DataSession session = DataSession.newBuilder().build();
        draft.event.setService(ServiceType.DATA);
        draft.event.setRecordType(RecordType.PGW);
        draft.event.setDetails(session);
        long up = random.nextInt(400_000);
        long down = random.nextInt(20_000_000);
        session.setUplinkOctets(up);
        session.setDownlinkOctets(down);
        session.setTotalOctets(up + down);
        session.setGatewayAddress("10.0.0." + random.nextInt(2));
        session.setChargingId(random.nextLong(2_000));
        draft.ones.put("sessions", session.getGatewayAddress() + " " + session.getChargingId());
        draft.add("records", 1);
        draft.add("uplinkOctets", up);
        draft.add("downlinkOctets", down);
        draft.add("totalOctets", up + down);
        int kind = random.nextInt(4);
        session.setPartial(kind == 0);
        session.setCauseForRecClosing(kind == 0 ? 16 : kind == 1 ? 4 : 0);
        draft.event.setOutcome(kind == 1 ? Outcome.DROPPED : Outcome.SUCCESS);
        draft.add("sessionsEnded", kind == 0 ? 0 : 1);
        if (kind == 1) {
            draft.add("sessionsDropped", 1);
            draft.fails();
        }
        if (random.nextInt(3) > 0) {
            long duration = 1 + random.nextInt(900_000);
            session.setDurationMs(duration);
            if (up + down >= 1_000_000) {
                draft.add("throughputOctets", up + down);
                draft.add("throughputDurationMs", duration);
                draft.values.put("throughputKbps", (long) Math.floor(8.0 * (up + down) / duration + 0.5));
            }
        }
        return draft.fact("data");
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.substring(cell.lastIndexOf('-') + 1));
    }

    /** An event in the making: where, who, and under a planned work or not. */
    private final class Draft {
        private final NetworkEvent event;
        private final EnrichedEvent enriched;
        private final Map<String, String> keys = new HashMap<>();
        private final Map<String, Long> adds = new HashMap<>();
        private final Map<String, Long> values = new HashMap<>();
        private final Map<String, String> ones = new HashMap<>();

        Draft(String source, Instant time) {
            event = NetworkEvent.newBuilder()
                    .setEventId("e-" + made++)
                    .setEventTime(time)
                    .setSource(source)
                    .build();
            enriched = EnrichedEvent.newBuilder().setEvent(event).build();
            if (random.nextInt(20) == 0) {
                enriched.setPlannedWorks(List.of(new PlannedWorkContext("w-1", null)));
            }
            String cell = "unknown";
            if (random.nextInt(30) > 0) {
                cell = "208-20-1-" + random.nextInt(CELLS);
                event.setLocation(new Location(RadioTechnology.UTRAN, "208-20", 1, (long) number(cell), cell));
                enriched.setCell(new CellContext("site-1", regionOf(cell), "35", RadioTechnology.UTRAN, "Nokia", null));
            }
            keys.put("cell", cell);
            keys.put("region", regionOf(cell));
            if (random.nextInt(10) > 0) {
                event.setSubscriber("s-" + random.nextInt(SUBSCRIBERS));
                ones.put("subscribers", event.getSubscriber());
            }
        }

        Instant time() {
            return event.getEventTime();
        }

        void add(String sum, long amount) {
            adds.merge(sum, amount, Long::sum);
        }

        NumberClass numberClass() {
            NumberClass numberClass = CLASSES.get(random.nextInt(CLASSES.size()));
            numberClass(numberClass.name().toLowerCase(Locale.ROOT));
            return numberClass;
        }

        private void numberClass(String key) {
            keys.put("numberClass", key);
            keys.put("region,numberClass", keys.get("region") + "|" + key);
        }

        void dial(VoiceCall call) {
            if (random.nextInt(8) == 0) {
                call.setEmergency(true);
                numberClass("emergency");
            } else {
                call.setCalled(
                        PartyNumber.newBuilder().setNumberClass(numberClass()).build());
            }
        }

        void rings(VoiceCall call, long after) {
            call.setAlertingTime(call.getSetupTime().plusMillis(after));
            values.put("setupTimeMs", after);
        }

        void unanswered(@Nullable Integer cause, String... counts) {
            event.setOutcome(Outcome.FAILURE);
            if (cause != null) {
                event.setCause(new Cause(CauseScheme.Q850, cause, 0));
            }
            for (String count : counts) {
                add(count, 1);
            }
        }

        void failed(@Nullable Integer cause, String count) {
            unanswered(cause, count);
            fails();
        }

        void fails() {
            if (event.getSubscriber() != null) {
                ones.put("failedSubscribers", event.getSubscriber());
            }
        }

        Fact fact(String family) {
            if (!enriched.getPlannedWorks().isEmpty()) {
                add("eventsUnderPlannedWork", 1);
            }
            return new Fact(enriched, family, keys, adds, values, ones);
        }
    }
}
