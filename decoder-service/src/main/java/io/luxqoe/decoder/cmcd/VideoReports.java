package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VideoReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event of the values of a report. A value that cannot be read as what its key is costs the report, since a number that
 * is wrong is worse than none; a value that players send for none ({@code NaN}, {@code null}, nothing) is none.
 *
 * <p>The report of an error, or of the state after a fatal one, is a failure; that of an end is a success; any other is an
 * increment of its session.
 */
final class VideoReports {
    private static final CmcdKey[] KEYS = CmcdKey.values();
    private static final int LATEST_VERSION = 99;

    private final ReportValues values;

    VideoReports(ReportValues values) {
        this.values = values;
    }

    /**
     * The event of the values at hand; its source and its time are the caller's to set.
     *
     * @param host host that the request was sent to, if that is known
     */
    NetworkEvent event(CmcdMode mode, @Nullable String host) throws DecodeFailure {
        VideoReport report = new VideoReport();
        report.setMode(mode);
        describeSession(report);
        describeObject(report);
        describePlayback(report);
        String reportedHost = values.text(CmcdKey.H);
        String urlHost = values.host(CmcdKey.URL);
        report.setRequestedHost(host != null ? host : urlHost != null ? urlHost : reportedHost);
        report.setAttributes(attributes(reportedHost, report.getRequestedHost()));
        NetworkEvent event = new NetworkEvent();
        event.setService(ServiceType.VIDEO);
        event.setRecordType(RecordType.CMCD);
        event.setOutcome(outcome(report));
        event.setUnknownElements(Map.of());
        event.setDetails(report);
        return event;
    }

    private void describeSession(VideoReport report) throws DecodeFailure {
        Long version = values.count(CmcdKey.V);
        if (version != null && (version < 1 || version > LATEST_VERSION)) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, CmcdKey.V.word(), "not from 1 to " + LATEST_VERSION);
        }
        report.setVersion(version == null ? 1 : version.intValue());
        report.setSessionId(values.text(CmcdKey.SID));
        report.setContentId(values.text(CmcdKey.CID));
        report.setSequenceNumber(values.count(CmcdKey.SN));
        report.setEvent(values.token(CmcdKey.E));
        report.setPlayState(values.token(CmcdKey.STA));
        report.setStreamingFormat(values.token(CmcdKey.SF));
        report.setStreamType(values.token(CmcdKey.ST));
        report.setErrorCodes(values.texts(CmcdKey.EC));
        report.setCdn(values.text(CmcdKey.CDN));
    }

    private void describeObject(VideoReport report) throws DecodeFailure {
        report.setObjectType(values.token(CmcdKey.OT));
        report.setEncodedBitrateKbps(values.number(CmcdKey.BR));
        report.setPlayheadBitrateKbps(values.number(CmcdKey.PB));
        report.setTopBitrateKbps(values.number(CmcdKey.TB));
        report.setMeasuredThroughputKbps(values.number(CmcdKey.MTP));
        report.setObjectDurationMs(values.number(CmcdKey.D));
    }

    private void describePlayback(VideoReport report) throws DecodeFailure {
        report.setBufferLengthMs(values.number(CmcdKey.BL));
        report.setMediaStartDelayMs(values.number(CmcdKey.MSD));
        report.setBufferStarvationDurationMs(values.number(CmcdKey.BSD));
        report.setBufferStarvations(values.count(CmcdKey.BSA));
        report.setBufferStarvationTotalMs(values.number(CmcdKey.BSDA));
        report.setBufferStarved(values.flag(CmcdKey.BS));
        report.setStartup(values.flag(CmcdKey.SU));
        report.setBackgrounded(values.flag(CmcdKey.BG));
        report.setPlaybackRate(values.number(CmcdKey.PR));
        report.setLiveLatencyMs(values.number(CmcdKey.LTC));
        report.setDroppedFrames(values.count(CmcdKey.DFA));
    }

    private Map<String, String> attributes(@Nullable String reportedHost, @Nullable String requestedHost)
            throws DecodeFailure {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (CmcdKey key : KEYS) {
            boolean kept = key.type() == CmcdKey.Type.ATTRIBUTE || (values.isList(key) && key != CmcdKey.EC);
            if (kept && values.has(key)) {
                put(attributes, key.word(), values.attribute(key));
            }
        }
        if (reportedHost != null && !reportedHost.equals(requestedHost)) {
            attributes.put(CmcdKey.H.word(), reportedHost);
        }
        values.unknown().forEach((key, value) -> put(attributes, key, value));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }

    private static Outcome outcome(VideoReport report) {
        if ("e".equals(report.getEvent()) || "f".equals(report.getPlayState())) {
            return Outcome.FAILURE;
        }
        return "e".equals(report.getPlayState()) ? Outcome.SUCCESS : Outcome.PARTIAL;
    }
}
