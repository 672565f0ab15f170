package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CallLegBlock;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.CallLegs;
import io.luxqoe.schemas.CorrelatedCall;
import io.luxqoe.schemas.ReleasingParty;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Concludes a call when its second leg comes, or when the first has waited for long enough. */
final class CallCorrelator implements Processor<String, CallLegBlock, String, CorrelatedCall> {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final CorrelationOptions options;
    private final CorrelationListener listener;
    private @Nullable ProcessorContext<String, CorrelatedCall> context;
    private @Nullable OpenCalls openCalls;

    CallCorrelator(CorrelationOptions options, CorrelationListener listener) {
        this.options = options;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, CorrelatedCall> context) {
        this.context = context;
        this.openCalls = new OpenCalls(context.getStateStore(CorrelationTopology.OPEN_CALLS), options.window());
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::giveUp);
    }

    @Override
    public void process(Record<String, CallLegBlock> message) {
        long now = context().currentSystemTimeMs();
        for (CallLegSummary leg : message.value().getLegs()) {
            CallLegSummary partner = open().takePartner(leg);
            if (partner != null) {
                conclude(leg, partner, now);
            } else if (!open().add(leg, now)) {
                conclude(leg, null, now);
            }
        }
        while (open().size() > options.maxOpen()) {
            CallLegSummary oldest = open().takeOldest(Long.MAX_VALUE);
            if (oldest == null) {
                break;
            }
            conclude(oldest, null, now);
        }
    }

    private void giveUp(long now) {
        long latest = now - options.maxWait().toMillis();
        for (CallLegSummary leg = open().takeOldest(latest); leg != null; leg = open().takeOldest(latest)) {
            conclude(leg, null, now);
        }
    }

    private void conclude(CallLegSummary one, @Nullable CallLegSummary other, long now) {
        CallLegSummary originating = one.getDirection() == CallDirection.ORIGINATING ? one : other;
        CallLegSummary terminating = one.getDirection() == CallDirection.TERMINATING ? one : other;
        CallLegs legs = other != null
                ? CallLegs.BOTH
                : originating != null ? CallLegs.ORIGINATING_ONLY : CallLegs.TERMINATING_ONLY;
        CorrelatedCall call = new CorrelatedCall(
                one.getCallReference(),
                legs,
                originating,
                terminating,
                releasingParty(originating, terminating),
                Instant.ofEpochMilli(now));
        context().forward(new Record<>(one.getCallReference(), call, eventTime(one, other)));
        listener.concluded(legs);
    }

    /** Who released, by the leg that says it; where both do and differ, nobody knows. */
    static ReleasingParty releasingParty(@Nullable CallLegSummary originating, @Nullable CallLegSummary terminating) {
        ReleasingParty one = originating == null ? ReleasingParty.UNKNOWN : originating.getReleasingParty();
        ReleasingParty other = terminating == null ? ReleasingParty.UNKNOWN : terminating.getReleasingParty();
        if (one == ReleasingParty.UNKNOWN) {
            return other;
        }
        return other == ReleasingParty.UNKNOWN || other == one ? one : ReleasingParty.UNKNOWN;
    }

    private static long eventTime(CallLegSummary one, @Nullable CallLegSummary other) {
        long time = one.getEventTime().toEpochMilli();
        return other == null ? time : Math.max(time, other.getEventTime().toEpochMilli());
    }

    private ProcessorContext<String, CorrelatedCall> context() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private OpenCalls open() {
        return Objects.requireNonNull(openCalls, "not initialised");
    }
}
